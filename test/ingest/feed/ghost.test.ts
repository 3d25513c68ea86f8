import { expect, test } from 'vitest';
import { readGhostExport } from '../../../src/ingest/feed/ghost.ts';

const post = { id: '1', title: 'Night boat on trial', status: 'published', html: '<p>It sails.</p>' };
const exported = (data: object): object => ({ db: [{ meta: { version: '5.80.0' }, data }] });

test('published posts are entries, with what the tables join to them', () => {
  const data = {
    posts: [
      { ...post, published_at: '2026-11-10T05:00:00.000Z', feature_image: 'https://ebb.example/a.jpg' },
      { ...post, id: '2', status: 'draft' },
      { ...post, id: '3', type: 'page' },
    ],
    users: [{ id: 'u', name: 'Ida Pell' }],
    posts_authors: [{ post_id: '1', author_id: 'u' }],
    tags: [{ id: 't', name: 'Ferries' }],
    posts_tags: [{ post_id: '1', tag_id: 't' }],
    settings: [{ key: 'title', value: 'The Ebb Letter' }],
  };
  const feed = readGhostExport(exported(data));
  expect(feed?.head.title).toBe('The Ebb Letter');
  expect(feed?.entries).toHaveLength(1);
  expect(feed?.entries[0]).toMatchObject({
    title: 'Night boat on trial',
    published: '2026-11-10T05:00:00.000Z',
    authors: [{ name: 'Ida Pell' }],
    section: 'Ferries',
    picture: { url: 'https://ebb.example/a.jpg' },
    contents: [{ field: 'html', source: '<p>It sails.</p>' }],
  });
});

test('an older export names one author', () => {
  const data = { posts: [{ ...post, author_id: 9 }], users: [{ id: 9, name: 'Ida Pell' }] };
  expect(readGhostExport(exported(data))?.entries[0]?.authors.map((a) => a.name)).toEqual(['Ida Pell']);
});

test.each([[null], [[]], [{ db: [] }], [{ db: [{ data: { users: [] } }] }], [{ posts: [post] }]])(
  '%j is other data',
  (data) => expect(readGhostExport(data)).toBeNull(),
);
