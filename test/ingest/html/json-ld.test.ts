import { expect, test } from 'vitest';
import { readLinkedData } from '../../../src/ingest/html/json-ld.ts';
import { open } from './pages.ts';

const read = (json: string) =>
  readLinkedData(open(`<script type="application/ld+json">${json}</script>`).elements);

test('a graph, and authors by reference', () => {
  const data = read(
    '{"@graph":[{"@type":"Article","headline":"Fish &amp; oil","author":{"@id":"#a"},"license":"https://l.example"},{"@id":"#a","@type":"Person","name":"Ada Quill"}]}',
  );
  expect(data).toMatchObject({
    headline: ['Fish & oil'],
    authors: ['Ada Quill'],
    licence: ['https://l.example'],
  });
});

test('lists of names, raw line feeds', () => {
  expect(
    read('[{"@type":["NewsArticle"],"author":["Ada Quill",{"name":"B. Lens"}],"x":"a\nb"}]').authors,
  ).toEqual(['Ada Quill', 'B. Lens']);
});

test.each([
  '',
  '{',
  'null',
  '[[[[[[[[[]]]]]]]]]',
  '{"@type":5}',
  '{"@type":"Article","author":{"@id":"#x"}}',
])('no statement in %s breaks anything', (json) => expect(read(json).headline).toEqual([]));
