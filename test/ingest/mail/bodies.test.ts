import { expect, test } from 'vitest';
import { countLetters, countProse, findChoices, isOfSubstance } from '../../../src/ingest/mail/bodies.ts';
import { readTree } from '../../../src/ingest/mail/tree.ts';
import { ferry, multipart } from './mails.ts';

function choicesOf(text: string) {
  const bytes = Buffer.from(text);
  return findChoices(readTree(bytes, 0, bytes.length).leaves).map((c) => [c.plain !== null, c.html !== null]);
}

const plain: [string[], string] = [['Content-Type: text/plain'], 'a'];
const html: [string[], string] = [['Content-Type: text/html'], '<p>a'];

test('what says the same is one choice, what follows is another', () => {
  expect(choicesOf(multipart('alternative', 'b', plain, html))).toEqual([[true, true]]);
  expect(choicesOf(multipart('mixed', 'b', plain, html))).toEqual([
    [true, false],
    [false, true],
  ]);
});

test('attachments and other formats are not read', () => {
  const attached: [string[], string] = [['Content-Disposition: attachment; filename=a.txt'], 'a'];
  expect(choicesOf(multipart('mixed', 'b', attached, [['Content-Type: image/png'], 'a']))).toEqual([]);
});

test('a text that only points to the page is none', () => {
  expect(isOfSubstance(ferry, `${ferry} and some more`)).toBe(true);
  expect(
    isOfSubstance(
      'Your mail program does not display HTML. View this email in your browser: https://x.example/1',
      ferry,
    ),
  ).toBe(false);
  expect(isOfSubstance('', ferry)).toBe(false);
  const tracked = ferry.replaceAll(' ', ` https://t.example/${'k'.repeat(80)} `);
  expect(isOfSubstance(tracked, ferry)).toBe(false);
});

test('letters are counted, addresses are no prose', () => {
  expect(countLetters('Fähre 12')).toBe(5);
  expect(countProse('Ebb https://reed.example/flood')).toBe(3);
});
