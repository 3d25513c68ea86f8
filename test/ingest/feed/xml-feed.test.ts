import { expect, test } from 'vitest';
import { feedRoots, readXmlFeed } from '../../../src/ingest/feed/xml-feed.ts';

test('what a feed says of itself', () => {
  const feed = readXmlFeed(`<rss version="2.0"><channel><title>Ebb</title><link>https://ebb.example/</link>
<description>News</description><language>en</language><copyright>2024 Ebb</copyright><generator>Pen 1</generator>
<category>Sea</category><pubDate>2 May 2024</pubDate><lastBuildDate>3 May 2024</lastBuildDate>
<image><url>/logo.png</url></image></channel></rss>`);
  expect(feed?.head).toMatchObject({
    kind: 'RSS 2.0',
    title: 'Ebb',
    description: 'News',
    language: 'en',
    rights: '2024 Ebb',
    generator: 'Pen 1',
    image: '/logo.png',
    categories: [{ term: 'Sea', scheme: null, label: null }],
    published: '2 May 2024',
    updated: '3 May 2024',
  });
  expect(feed?.entries).toEqual([]);
});

test('what an entry says', () => {
  const feed = readXmlFeed(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>a</title>
<author><name>Ada</name><email>ada@ebb.example</email><uri>https://ada.example/</uri></author>
<link rel="enclosure" href="https://ebb.example/a.mp3" type="audio/mpeg" length="9"/><rights>Ada</rights>
<category term="sea" label="The sea"/><summary>b</summary></entry></feed>`);
  expect(feed?.entries).toMatchObject([
    {
      id: '1',
      authors: [{ name: 'Ada', email: 'ada@ebb.example', url: 'https://ada.example/' }],
      enclosures: [{ url: 'https://ebb.example/a.mp3', type: 'audio/mpeg', length: '9' }],
      rights: 'Ada',
      categories: [{ term: 'sea', scheme: null, label: 'The sea' }],
      section: 'The sea',
      summary: 'b',
    },
  ]);
});

test('an entry saved alone has no feed', () => {
  expect(readXmlFeed('<entry><title>a</title></entry>')).toMatchObject({
    head: { title: '' },
    entries: [{ title: 'a' }],
  });
});

test('who edits a feed wrote none of its entries', () => {
  const feed = readXmlFeed(`<rss><channel><managingEditor>ada@ebb.example (Ada)</managingEditor>
<item><title>a</title><dc:contributor>Ben</dc:contributor></item></channel></rss>`);
  expect(feed?.head).toMatchObject({ editor: { name: 'Ada', email: 'ada@ebb.example' }, authors: [] });
  expect(feed?.entries[0]).toMatchObject({ authors: [], contributors: [{ name: 'Ben' }] });
});

test('the feed that an entry is from, with its author', () => {
  const entries = readXmlFeed(`<feed><entry><source><title>Flood</title><id>f</id><rights>Cy</rights>
<author><name>Cy</name></author></source></entry></feed>`)?.entries;
  expect(entries?.[0]).toMatchObject({
    source: { title: 'Flood', id: 'f', rights: 'Cy' },
    authors: [{ name: 'Cy' }],
  });
  const item =
    '<rss><channel><item><source url="https://flood.example/">Flood</source></item></channel></rss>';
  expect(readXmlFeed(item)?.entries[0]?.source).toMatchObject({
    title: 'Flood',
    link: 'https://flood.example/',
  });
});

test('languages, as systems write them', () => {
  const feed = readXmlFeed(`<rss xml:lang="en_GB"><channel><item>
<content:encoded xml:lang="de_AT">Ebbe und Flut</content:encoded></item></channel></rss>`);
  expect(feed?.head.language).toBe('en-GB');
  expect(feed?.entries[0]?.language).toBe('de-AT');
});

test('categories once each; the same word of another list is another', () => {
  const item = `<item><category domain="a">Sea</category><category domain="b">Sea</category>
<category domain="a">Sea</category><category>Blog</category></item>`;
  const [entry] = readXmlFeed(`<rss><channel>${item}</channel></rss>`)?.entries ?? [];
  expect(entry?.categories.map(({ term, scheme }) => `${scheme} ${term}`)).toEqual([
    'a Sea',
    'b Sea',
    'null Blog',
  ]);
  expect(entry?.section).toBe('Sea');
});

test('what is no feed', () => {
  expect(readXmlFeed('<html><body/></html>')).toBeNull();
  expect(feedRoots.has('rdf:rdf')).toBe(true);
});

test('of a WordPress export only published posts are entries', () => {
  const item = (title: string, type: string, status: string): string =>
    `<item><title>${title}</title><content:encoded>Ebb.</content:encoded><wp:post_type>${type}</wp:post_type><wp:status>${status}</wp:status></item>`;
  const rss = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Ebb</title>${item('Pier', 'post', 'publish')}${item('Half', 'post', 'draft')}${item('About', 'page', 'publish')}${item('a.jpg', 'attachment', 'inherit')}</channel></rss>`;
  expect(readXmlFeed(rss)?.entries.map((e) => e.title)).toEqual(['Pier']);
});
