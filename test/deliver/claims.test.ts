import { expect, test } from 'vitest';
import { traceMail } from '../../src/deliver/claims.ts';
import { readFields } from '../../src/deliver/fields.ts';
import { base, headerOf, idOf, may, pathOf, reader } from './returned.ts';

const token = (list: string): string => `1.${list.repeat(43)}.${reader}.2026-05..u`;
const of = (subscriber: string) => ({ ...may, subscriber });
const whose = ({ traces }: ReturnType<typeof traceMail>): string[] =>
  traces.map(({ subscriber }) => subscriber);
const mail = (head: string, text = '', parts: { type: string; text: string }[] = []) => ({
  head: readFields(head),
  text,
  parts,
});

test('its own recipient goes first, then what it brings back, what it says, what it answers', () => {
  const claims = traceMail(
    mail(`In-Reply-To: ${idOf(of('e'))}\nDelivered-To: ${pathOf(of('a'))}`, `about ${idOf(of('d'))}`, [
      { type: 'message/delivery-status', text: `X-Postfix-Sender: rfc822; ${pathOf(of('c'))}` },
      { type: 'message/rfc822', text: `Return-Path: <${pathOf(of('b'))}>\n\nletter` },
    ]),
    base,
  );
  expect([claims.isToReturnPath, whose(claims)]).toEqual([true, ['a', 'b', 'c', 'd', 'e']]);
});

test('the same is claimed once', () => {
  const claims = traceMail(mail(`To: ${pathOf(may)}\nReferences: ${idOf(may)} ${idOf(may)}`), base);
  expect(claims.traces).toEqual([{ issue: '2026-05', subscriber: reader }]);
});

test('a mail that came to another address is not to the return path, whatever it quotes', () => {
  const claims = traceMail(mail('To: letters@reed.example', pathOf(may)), base);
  expect([claims.isToReturnPath, whose(claims)]).toEqual([false, [reader]]);
});

test('attachments of other types are no evidence', () => {
  const part = { type: 'text/csv', text: `Message-ID: ${idOf(may)}` };
  expect(traceMail(mail('To: x@reed.example', '', [part]), base).traces).toEqual([]);
});

test('tokens are those of the links to leave in what came back, and of the text, each once', () => {
  const returned = { type: 'text/rfc822-headers', text: headerOf({ ...may, token: token('a') }) };
  const text = `https://reed.example/mail/unsubscribe/${token('b')} https://reed.example/x/${token('a')}`;
  expect(traceMail(mail('', text, [returned]), base).tokens).toEqual([token('a'), token('b')]);
  expect(traceMail(mail('', `x${token('a')} ${token('a').slice(0, -1)}`), base).tokens).toEqual([]);
});

test('at most ten of each', () => {
  const many = Array.from({ length: 50 }, (_, i) => String(i));
  const text = many.map((n) => `${idOf(of(n))} ${token('a').replace(reader, n)}`).join('\n');
  const claims = traceMail(mail('', text), base);
  expect([claims.traces.length, claims.tokens.length]).toEqual([10, 10]);
});
