import { expect, test } from 'vitest';
import { findExcerpt } from '../../../src/ingest/feed/excerpts.ts';

const content = (field: string, summary = false) =>
  ({ field, summary, type: 'text', source: '', raw: '' }) as const;
const long = 'The storm took the pier. '.repeat(20);

test.each([
  ['description', `${long}[\u2026]`, 'cut short'],
  ['description', `${long}and so...`, 'cut short'],
  ['content', `${long}\n\nContinue reading \u2192`, 'cut short'],
  ['content', `${long}Weiterlesen \u201ePier\u201c`, 'cut short'],
  ['content', `${long}Then ...\n\nThe post Pier appeared first on Ebb.`, 'cut short'],
  ['content', long, null],
  ['content', `Read more books. ${long}`, null],
  ['description', long, null],
  ['description', 'The storm took the pier.', 'short description'],
  ['content', 'The storm took the pier.', null],
])('%s %#', (field, text, reason) => {
  expect(findExcerpt(content(field), text, true)).toBe(reason);
});

test('a summary is one; a short text without link is all there is', () => {
  expect(findExcerpt(content('summary', true), long, true)).toBe('summary');
  expect(findExcerpt(content('description'), 'The storm.', false)).toBeNull();
});
