import { expect, test } from 'vitest';
import { readEntryPart } from '../../../src/ingest/feed/parts.ts';
import { readXmlFeed } from '../../../src/ingest/feed/xml-feed.ts';

const file = { path: 'a/ebb.xml', bytes: new Uint8Array(), sha256: '0'.repeat(64) };

function partsOf(entries: string) {
  const feed = readXmlFeed(`<feed><title>Ebb</title>${entries}</feed>`);
  return feed?.entries.map((entry, i) => readEntryPart(file, 'feed@1', feed.head, entry, i + 1)) ?? [];
}

test('an entry is a part named for its field; what is stated stands beside it', () => {
  const [part] = partsOf('<entry><title>Pier</title><content>The pier.</content></entry>');
  expect(part?.reading).toEqual({
    part: {
      key: 'a/ebb.xml#entry-1/content',
      file: 'a/ebb.xml',
      sha256: file.sha256,
      reader: 'feed@1',
      name: 'entry-1/content',
      text: 'The pier.',
    },
    shape: 'article',
    metadata: { title: { value: 'Pier', range: null }, source: { value: 'Ebb', range: null } },
    blocks: [{ kind: 'paragraph', span: { start: 0, end: 9 }, ranges: [{ start: 0, end: 9 }] }],
  });
});

test('a field without words gives way to the next; without any there is no part', () => {
  const [next, none] = partsOf(
    '<entry><content type="html">&lt;img src="a"&gt;</content><summary>The pier.</summary></entry><entry/>',
  );
  expect(next?.reading.part.name).toBe('entry-1/summary');
  expect(next?.excerpt).toBe('summary');
  expect(none).toBeNull();
});

test('only web addresses become links, and addresses of people stay private', () => {
  const [part] = partsOf(
    '<entry><link href="javascript:x"/><author>ada@ebb.example</author><content>a</content></entry>',
  );
  expect(Object.keys(part?.reading.metadata ?? {})).toEqual(['source']);
});
