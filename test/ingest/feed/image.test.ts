import { expect, test } from 'vitest';
import { parseFeed } from '../../../src/ingest/feed/feed.ts';
import { readEntryPart } from '../../../src/ingest/feed/parts.ts';

const file = { path: 'ebb.xml', bytes: new Uint8Array(), sha256: '0'.repeat(64) };
const a = 'https://e.example/a.jpg';
const rss = (fields: string) =>
  `<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item><title>T</title>${fields}</item></channel></rss>`;
const text = '<description>The pier.</description>';
const json = (fields: object) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    home_page_url: 'https://e.example/',
    items: [{ content_text: 'The pier.', ...fields }],
  });

const cases: [name: string, source: string, seen: (string | undefined)[]][] = [
  ['an enclosure', rss(`${text}<enclosure url="${a}" type="image/jpeg"/>`), [a, undefined, undefined]],
  [
    'sound is no picture',
    rss(`${text}<enclosure url="${a}" type="audio/mpeg"/>`),
    [undefined, undefined, undefined],
  ],
  [
    'a media element with its words',
    rss(
      `${text}<media:content url="${a}" medium="image"><media:description>A pier</media:description><media:credit>B. Lens</media:credit></media:content>`,
    ),
    [a, 'A pier', 'B. Lens'],
  ],
  [
    'a credit beside it',
    rss(`${text}<media:content url="${a}"/><media:credit>B. Lens</media:credit>`),
    [a, undefined, 'B. Lens'],
  ],
  [
    'a thumbnail in a group',
    rss(`${text}<media:group><media:thumbnail url="${a}"/></media:group>`),
    [a, undefined, undefined],
  ],
  [
    'a figure in the text',
    rss(
      `<description>&lt;p>The pier.&lt;/p>&lt;figure>&lt;img src="${a}" alt="A pier">&lt;figcaption>Photo: B. Lens&lt;/figcaption>&lt;/figure></description>`,
    ),
    [a, 'A pier', 'Photo: B. Lens'],
  ],
  ['a JSON Feed', json({ image: '/a.jpg' }), [a, undefined, undefined]],
  ['an attachment', json({ attachments: [{ url: a, mime_type: 'image/jpeg' }] }), [a, undefined, undefined]],
];

test.each(cases)('%s', (_, source, seen) => {
  const feed = parseFeed(source);
  const [entry] = feed?.entries ?? [];
  const metadata = feed && entry ? readEntryPart(file, 'feed@1', feed.head, entry, 1)?.reading.metadata : {};
  expect(['image', 'imageAlt', 'imageCredit'].map((key) => metadata?.[key]?.value)).toEqual(seen);
});
