import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { readMailbox, readMailFile } from '../../../src/ingest/mail/mail.ts';
import { checkBytes, checkClasses } from '../../../src/proof/conservation.ts';
import { segment } from '../../../src/segment/segment.ts';
import { joinRanges } from '../../../src/text/ranges.ts';
import { ferry, fileOf, headers, mail, multipart } from './mails.ts';

type Read = ReturnType<typeof readMailFile>;

function read(source: string | Uint8Array): Read {
  return readMailFile(fileOf(source), 'mail@1');
}

function codesOf(source: string | Uint8Array): string[] {
  return read(source).diagnostics.map((d) => d.code);
}

/** Both sums hold and nothing is thrown, whatever was read. */
function check(source: Uint8Array, { value, diagnostics }: Read): void {
  expect(diagnostics.every((d) => d.file === 'ebb.eml' && d.hint !== undefined)).toBe(true);
  if (!value) expect(diagnostics).not.toEqual([]);
  if (!value) return;
  expect(checkBytes({ file: '', sha256: '', size: source.length, ...value })).toBeNull();
  for (const part of value.parts) expect(checkClasses(segment(part).value)).toBeNull();
}

const letter = mail(
  ...headers,
  multipart(
    'mixed',
    'b1',
    [
      [
        multipart(
          'alternative',
          'b2',
          [
            ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
            `Dear Ann,\r\n\r\n${ferry}\r\nUnsubscribe: https://t.example/?ann.pell=40lindow.example`,
          ],
          [
            ['Content-Type: text/html; charset=iso-8859-1', 'Content-Transfer-Encoding: base64'],
            Buffer.from(`<p>${ferry}`).toString('base64'),
          ],
        ),
      ],
      '',
    ],
    [['Content-Type: image/png; name="a.png"', 'Content-Transfer-Encoding: base64'], 'iVBORw0KGgo='],
  ),
);

describe('a saved newsletter', () => {
  test('is one article with title, source and date; nothing personal is in it', async () => {
    const { value, diagnostics } = read(letter);
    expect(diagnostics).toEqual([]);
    const [reading] = value?.parts ?? [];
    if (!reading) throw new Error('no part');
    expect(reading.part.key).toBe('ebb.eml#text');
    const { articles } = segment(reading).value;
    expect(articles.map((a) => [a.title.text, a.source?.text])).toEqual([
      ['The ferry – late again', 'Reed Courier'],
    ]);
    expect(articles[0]?.metadata['date']?.value).toBe('Tue, 14 May 2024 09:21:18 +0200');
    const told = articles
      .flatMap((a) => a.paragraphs.map((p) => joinRanges(reading.part.text, p.ranges)))
      .join('\n');
    expect(told).toContain('The harbour board');
    expect(told).not.toMatch(/Ann|Unsubscribe|lindow/u);
  });
  test('says the same as a mail library does', async () => {
    const parsed = await PostalMime.parse(letter);
    const { value } = read(letter);
    const text = value?.parts[0]?.part.text.replaceAll('\r\n', '\n') ?? '';
    expect(parsed.text?.trim()).toBe(text.trim());
  });
});

describe('a mailbox', () => {
  const from = 'From ann@lindow.example Tue May 14 09:21:18 2024\r\n';
  test('gives its mails in order, each with its name', () => {
    const box = `${from}${letter}\r\n${from}${mail('Subject: x', '', ferry)}`;
    const { value } = readMailbox(fileOf(box, 'ebb.mbox'), 'mailbox@1');
    expect(value?.parts.map((p) => p.part.name)).toEqual(['message-1/text', 'message-2/text']);
    const bytes = Object.values(value?.bytes ?? {}).reduce((sum, n) => sum + n, 0);
    expect(bytes).toBe(Buffer.byteLength(box));
  });
  test('one mail that is no article leaves the others', () => {
    const sealed = multipart('encrypted', 'b', [[], 'x']);
    const { value, diagnostics } = readMailbox(
      fileOf(`${from}${sealed}\r\n${from}${letter}`, 'ebb.mbox'),
      'mailbox@1',
    );
    expect(value?.parts).toHaveLength(1);
    expect(diagnostics.map((d) => d.message)).toEqual([
      'message 1 of it is not an article: the mail is encrypted',
    ]);
  });
  test('no mailbox, nothing at all', () => {
    expect(readMailbox(fileOf(letter), 'x').diagnostics[0]?.code).toBe('not-an-article');
    expect(readMailbox(fileOf(''), 'x').diagnostics[0]?.code).toBe('empty-file');
  });
});

describe('mails that cannot be read whole say why', () => {
  const cases: [string, string, string[]][] = [
    ['empty', '', ['empty-file']],
    ['no headers', 'The ferry was late.\nAgain.\n', ['not-an-article']],
    ['no body', mail(...headers, '', ''), ['empty-file']],
    ['encrypted in its text', mail(...headers, '', '-----BEGIN PGP MESSAGE-----', 'x'), ['not-an-article']],
    ['cut off', letter.slice(0, letter.indexOf('iVBOR')), ['damaged-mail']],
    [
      'unknown charset',
      mail('Content-Type: text/plain; charset=ferry', ...headers, '', `${ferry} A café opens.`),
      ['damaged-mail'],
    ],
  ];
  test.each(cases)('%s', async (_, source, codes) => {
    expect([...new Set(codesOf(source))]).toEqual(codes);
  });
  test('bytes that are no text', async () => {
    const source = Buffer.concat([
      Buffer.from(mail(...headers, '', `${'Fähre '.repeat(9)}${ferry}`)),
      Buffer.from([0xff]),
    ]);
    const result = read(source);
    expect(result.value?.bytes.unreadable).toBe(1);
    expect(result.diagnostics.map((d) => d.code)).toEqual(['invalid-utf8']);
  });
  test('fifty megabytes beside the text are not decoded', async () => {
    const heavy = `${'QUJD'.repeat(19)}\r\n`.repeat(650_000);
    const source = mail(
      ...headers,
      multipart(
        'mixed',
        'b',
        [[], ferry],
        [['Content-Type: video/mp4', 'Content-Transfer-Encoding: base64'], heavy],
      ),
    );
    const { value } = read(source);
    expect(value?.parts.map((p) => p.part.text)).toEqual([ferry]);
    expect(value?.bytes.parts).toBe(ferry.length);
  }, 20_000);
});

const piece = fc.constantFrom(
  '--b1',
  '--b2',
  '--b1--',
  '\r\n\r\n',
  '\n',
  '\0',
  '=',
  '=C3',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Type: multipart/mixed; boundary=b1\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'charset=utf-16',
  '<p>',
  '<table>',
  '\u202e',
  'From: <',
  'To: (',
  '"',
  'Ann Pell',
  '-----BEGIN PGP SIGNATURE-----',
);
const mutation = fc.record({ at: fc.nat(letter.length), cut: fc.nat(200), piece });

test('mails broken anywhere never throw, and both sums hold', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(mutation, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (mutations, box) => {
        const text = mutations.reduce((s, m) => s.slice(0, m.at) + m.piece + s.slice(m.at + m.cut), letter);
        const bytes = Buffer.from(box ? `From a Tue May 14 09:21:18 2024\n${text}` : text);
        check(bytes, (box ? readMailbox : readMailFile)(fileOf(bytes), 'x'));
      },
    ),
    { seed: 1, numRuns: 400 },
  );
}, 60_000);

test('bytes of any kind never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (tail) => {
      const bytes = Buffer.concat([Buffer.from('Subject: x\nContent-Type: text/html\n\n'), tail]);
      check(bytes, readMailFile(fileOf(bytes), 'x'));
      check(Buffer.from(tail), readMailFile(fileOf(tail), 'x'));
    }),
    { seed: 2, numRuns: 300 },
  );
});
