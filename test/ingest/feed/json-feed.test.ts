import { expect, test } from 'vitest';
import { readJsonFeed } from '../../../src/ingest/feed/json-feed.ts';

const head = '"version": "https://jsonfeed.org/version/1.1", "title": "Ebb"';

test('items with all they may say', () => {
  const item = {
    id: 7,
    url: 'https://ebb.example/7',
    title: 'Pier',
    content_html: '<p>a</p>',
    summary: 'b',
    date_published: '2024-05-02',
    authors: [{ name: 'Ada', url: 'https://ada.example/' }],
    tags: ['sea', 'sea', ''],
    attachments: [{ url: 'a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 9 }],
  };
  expect(readJsonFeed(`{${head}, "items": [${JSON.stringify(item)}]}`)).toMatchObject({
    head: { kind: 'JSON Feed 1.1', title: 'Ebb' },
    entries: [
      {
        id: '7',
        link: 'https://ebb.example/7',
        published: '2024-05-02',
        authors: [{ name: 'Ada', email: null, url: 'https://ada.example/' }],
        categories: [{ term: 'sea', scheme: null, label: null }],
        enclosures: [{ url: 'a.mp3', type: 'audio/mpeg', length: '9' }],
        contents: [{ field: 'content_html' }, { field: 'summary', summary: true }],
      },
    ],
    broken: null,
  });
});

test('a feed that breaks off gives its whole items', () => {
  const cut = `{${head}, "items": [{"id": "1", "authors": [{"name": "A"}]}, {"id": "2", "authors": [{"name": "B"}], "ti`;
  const feed = readJsonFeed(cut);
  expect(feed?.entries.map((e) => e.id)).toEqual(['1']);
  expect(feed?.broken).toBe(cut.length);
});

test.each(['{}', '[]', 'null', '{"version": "2.0", "items": []}', '{"a', `{${head}, "it`])(
  '%s is none',
  (text) => {
    expect(readJsonFeed(text)).toBeNull();
  },
);
