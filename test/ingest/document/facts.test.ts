import { expect, test } from 'vitest';
import { readFacts } from '../../../src/ingest/document/facts.ts';
import { core } from '../archives.ts';

test('title, authors and language of the properties; no date', () => {
  const fields =
    '<dc:title>The ebb &amp; the flood</dc:title><dc:creator>Ulf Sander; Ann Lee</dc:creator><dc:language>en-GB</dc:language><dcterms:created>2026-01-02T00:00:00Z</dcterms:created>';
  expect(readFacts(core(fields))).toEqual({
    title: 'The ebb & the flood',
    authors: ['Ulf Sander', 'Ann Lee'],
    language: 'en-GB',
  });
});

test.each(['Document1', 'Microsoft Word - ebb.doc', 'Untitled', 'ebb.docx', ''])('no title: %j', (title) => {
  expect(readFacts(core(`<dc:title>${title}</dc:title>`)).title).toBe('');
});

test.each(['Microsoft Office User', 'admin', 'python-docx', 'user1234', 'a@b.example', ''])(
  'no author: %j',
  (name) => {
    expect(readFacts(core(`<dc:creator>${name}</dc:creator>`)).authors).toEqual([]);
  },
);
