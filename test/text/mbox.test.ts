import { expect, test } from 'vitest';
import { isParting, splitMailbox, unquoteFrom } from '../../src/text/mbox.ts';

function split(text: string, most = 100) {
  const bytes = Buffer.from(text);
  const { slices, cut } = splitMailbox(bytes, most);
  return { mails: slices.map((s) => bytes.toString('utf8', s.start, s.end)), cut };
}

const from = 'From ann@lindow.example Tue May 14 09:21:18 2024\n';

test('mails stand after lines that begin with From', () => {
  expect(split(`${from}A\n\n${from}B\n`).mails).toEqual(['A\n\n', 'B\n']);
  expect(split(`${from}A`, 1).cut).toBe(false);
  expect(split(`${from}A\n${from}B`, 1)).toEqual({ mails: ['A\n'], cut: true });
  expect(split('no mailbox').mails).toEqual([]);
});

test('a sentence that begins with From parts nothing', () => {
  expect(split(`${from}A\n\nFrom the quay we saw the ferry.\n`).mails).toHaveLength(1);
  expect(isParting('From MAILER-DAEMON Fri Jul 08 12:08:34 2011')).toBe(true);
  expect(isParting('From 1795312345@xxx Tue May 14 09:21:18 +0000 2024')).toBe(true);
});

test('quotation is undone by one level', () => {
  expect(unquoteFrom(Buffer.from('>From a\n>>From b\n> From c\nx >From')).toString()).toBe(
    'From a\n>From b\n> From c\nx >From',
  );
});
