import { expect, test } from 'vitest';
import {
  cleanWords,
  headerOf,
  readHeaders,
  readStructured,
  wordsOf,
} from '../../../src/ingest/mail/headers.ts';
import { mail } from './mails.ts';

function read(text: string) {
  const bytes = Buffer.from(text);
  return readHeaders(bytes, 0, bytes.length);
}

test('headers are unfolded and end at the blank line', () => {
  const { headers, end } = read(mail('Subject: The', ' ferry', 'X-A: 1', '', 'Body: none'));
  expect(headers).toEqual([
    { name: 'subject', value: 'The ferry' },
    { name: 'x-a', value: '1' },
  ]);
  expect(end).toBe(mail('Subject: The', ' ferry', 'X-A: 1', '', '').length);
});

test('the line of a mailbox is no header, one broken line ends nothing, prose does', () => {
  expect(read('From ann Tue May 14 09:21:18 2024\nSubject: x\n\n').headers).toHaveLength(1);
  expect(read('Subject: x\nbroken\nDate: y\n\n').headers.map((h) => h.name)).toEqual(['subject', 'date']);
  const text = 'Subject: x\nThe ferry was late.\nVery late.\n';
  expect(read(text).end).toBe('Subject: x\n'.length);
  expect(read('').headers).toEqual([]);
});

test('words are decoded, and hold no line breaks or direction marks', () => {
  const { headers } = read('Subject: =?utf-8?Q?Ebb=0D=0ABcc:_x@y.example=E2=80=AE?=\n\n');
  expect(wordsOf(headers, 'subject')).toBe('Ebb Bcc: x@y.example');
  expect(wordsOf(headers, 'date')).toBe('');
  expect(cleanWords('a\u0000b\u2066c')).toBe('a bc');
});

test('headers that are not ASCII are UTF-8 or Latin', () => {
  expect(headerOf(read('Subject: Fähre\n\n').headers, 'subject')).toBe('Fähre');
  const latin = Buffer.from('Subject: F\xe4hre\n\n', 'latin1');
  expect(headerOf(readHeaders(latin, 0, latin.length).headers, 'subject')).toBe('Fähre');
});

test('values have parameters: quoted, bare, split', () => {
  expect(readStructured('Multipart/Mixed; boundary="a b;c"; x=1 (note)')).toEqual({
    value: 'multipart/mixed',
    params: { boundary: 'a b;c', x: '1' },
  });
  expect(readStructured('text/plain; charset*0=ut; charset*1="f-8"').params['charset']).toBe('utf-8');
  expect(readStructured(undefined)).toEqual({ value: '', params: {} });
  expect(Object.keys(readStructured('x; __proto__=1').params)).toEqual([]);
});
