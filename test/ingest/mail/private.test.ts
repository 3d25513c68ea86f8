import { expect, test } from 'vitest';
import { lineBlocks } from '../../../src/ingest/mail/page-lines.ts';
import { markPersonal } from '../../../src/ingest/mail/private.ts';

const ann = [{ name: 'Ann Pell', address: 'ann.pell@lindow.example' }];

/** Per line: its aside, or the places that are personal. */
function mark(text: string, people = ann) {
  return markPersonal(text, lineBlocks(text), people).map(
    (b) => b.aside ?? b.personal?.map((r) => text.slice(r.start, r.end)) ?? '',
  );
}

test('short lines with the address, in all spellings, are left out', () => {
  expect(mark('Sent to Ann.Pell@Lindow.example today')).toEqual(['personal']);
  expect(mark('https://t.example/?u=ann.pell%40lindow.example')).toEqual(['personal']);
  expect(mark('<bounce-ann.pell=lindow.example@list.example>')).toEqual(['personal']);
});

test('greetings are left out, by full and by first name', () => {
  expect(mark('Dear Ann Pell,\r\nHi Ann,\r\nAnn, your week\r\n')).toEqual([
    'personal',
    'personal',
    'personal',
  ]);
});

test('in a longer line the place alone is marked', () => {
  const line = `The prize went to Ann Pell of Lindow. ${'The ferry was late. '.repeat(20)}`;
  expect(mark(line)).toEqual([['Ann Pell']]);
});

test('a first name that is a word stays a word', () => {
  expect(mark('In May the ferry was late.', [{ name: 'May Brenn', address: '' }])).toEqual(['']);
});

test('what a signing program adds is left out', () => {
  const text =
    '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nEbb\n-----BEGIN PGP SIGNATURE-----\nAb1=\n-----END PGP SIGNATURE-----\nFlood';
  expect(mark(text)).toEqual([
    ...Array(2).fill('mail-signature'),
    '',
    '',
    ...Array(3).fill('mail-signature'),
    '',
  ]);
});

test('signs in a name are no pattern', () => {
  expect(mark('A (b of', [{ name: '(b', address: '[x@y.z' }])).toEqual(['']);
  expect(mark('Ebb', [])).toEqual(['']);
});
