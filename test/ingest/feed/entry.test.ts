import { expect, test } from 'vitest';
import { nameEntry } from '../../../src/ingest/feed/entry.ts';

test('an entry is called by its title, else its address', () => {
  expect(nameEntry({ title: 'Ebb', link: 'https://ebb.example/' })).toBe('Ebb');
  expect(nameEntry({ title: '', link: 'https://ebb.example/' })).toBe('https://ebb.example/');
  expect(nameEntry({ title: '', link: null })).toBeNull();
});
