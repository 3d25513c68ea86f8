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
    categories: ['Sea'],
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
      categories: ['sea'],
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

test('what is no feed', () => {
  expect(readXmlFeed('<html><body/></html>')).toBeNull();
  expect(feedRoots.has('rdf:rdf')).toBe(true);
});
