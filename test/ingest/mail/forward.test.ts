import { expect, test } from 'vitest';
import { findForward } from '../../../src/ingest/mail/forward.ts';
import { mail } from './mails.ts';

const head = [
  '---------- Forwarded message ---------',
  'From: "Reed Courier" <news@reed.example>',
  'Date: Tue, 14 May 2024 at 09:21',
  'Subject: Fwd: [courier] The ferry',
  'To: <ann@lindow.example>',
  '',
  'The ferry was late.',
];

test('the headers of the forwarded mail count, with their places', () => {
  const text = mail('Have a look, Ann', '', ...head);
  const found = findForward(text, 'Fwd: The ferry');
  expect(Object.entries(found?.metadata ?? {}).map(([key, f]) => [key, f.value])).toEqual([
    ['source', 'Reed Courier'],
    ['date', 'Tue, 14 May 2024 at 09:21'],
    ['title', 'The ferry'],
  ]);
  for (const { value, range } of Object.values(found?.metadata ?? {}))
    expect(text.slice(range?.start, range?.end)).toBe(value);
  expect(text.slice(0, found?.note.end)).toContain('Have a look, Ann');
  expect(text.slice(0, found?.note.end)).not.toContain('Reed');
});

test('other languages, bare addresses, dates that are none', () => {
  const text = mail(
    '*Von:* news@reed.example',
    '*Gesendet:* gestern',
    '*Betreff:* WG: Die Fähre',
    '',
    'Spät.',
  );
  expect(findForward(text, '')?.metadata['source']).toBeUndefined();
  expect(Object.keys(findForward(text, '')?.metadata ?? {})).toEqual(['title']);
});

test('an answer is no forwarded mail, nor is a text that says from where it comes', () => {
  expect(findForward(mail(...head), 'Re: The ferry')).toBeNull();
  expect(findForward('From: the quay\nThe ferry was late.', '')).toBeNull();
  expect(findForward('', '')).toBeNull();
});
