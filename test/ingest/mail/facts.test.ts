import { describe, expect, test } from 'vitest';
import { readFacts } from '../../../src/ingest/mail/facts.ts';

function read(...lines: string[]): { [key: string]: unknown } {
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon).toLowerCase(), value: line.slice(colon + 1).trim() };
  });
  return Object.fromEntries(Object.entries(readFacts(headers)).map(([key, field]) => [key, field.value]));
}

test('title, source, date with its zone, language, address', () => {
  expect(
    read(
      'From: "Reed Courier" <news@reed.example>',
      'Subject: Fwd: [courier] RE: The ferry',
      'Date: Tue, 14 May 2024 09:21:18 +0200 (CEST)',
      'Content-Language: de-AT, en',
      'Archived-At: <https://reed.example/2024/ferry>',
    ),
  ).toEqual({
    title: 'The ferry',
    source: 'Reed Courier',
    date: 'Tue, 14 May 2024 09:21:18 +0200',
    language: 'de-AT',
    url: 'https://reed.example/2024/ferry',
  });
});

describe('what is personal is not stated', () => {
  test('a subject that names the recipient', () => {
    const to = 'To: Ann Pell <ann@lindow.example>';
    expect(read(to, 'Subject: Ann, your week')).toEqual({});
    expect(read(to, 'Subject: News for ann@lindow.example')).toEqual({});
    expect(read(to, 'Subject: The annual ferry')).toEqual({ title: 'The annual ferry' });
  });
  test('an address of a person, an address with a token', () => {
    expect(read('From: ann@gmail.com')).toEqual({});
    expect(read('From: news@reed.example')).toEqual({ source: 'reed.example' });
    expect(read('Archived-At: <https://reed.example/view?u=42>')).toEqual({});
  });
});

test('a list that all may write to is the source, its writer an author', () => {
  const list = 'List-ID: "Friends of the ferry" <ferry.lists.example>';
  const from = 'From: Ann Pell via Ferry <ferry@lists.example>';
  expect(read(list, from, 'List-Post: <mailto:ferry@lists.example>')).toEqual({
    source: 'Friends of the ferry',
    authors: 'Ann Pell',
  });
  expect(read(list, from)).toEqual({ source: 'Ann Pell' });
  expect(read('List-ID: 8d2f1c0aa9 mc list <x.y>', 'From: a@reed.example')).toEqual({
    source: 'reed.example',
  });
});

test('a date that cannot be read is not stated', () => {
  expect(read('Date: yesterday')).toEqual({});
  expect(read('Subject: =?utf-8?Q?=0A?=', 'Date:')).toEqual({});
});
