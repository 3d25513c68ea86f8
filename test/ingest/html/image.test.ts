import { expect, test } from 'vitest';
import { readMetadata } from '../../../src/ingest/html/metadata.ts';
import { open } from './pages.ts';

type Seen = [url?: string, alt?: string, credit?: string];

const at = 'https://post.example';
const canonical = `<link rel="canonical" href="${at}/light">`;
const figure = (caption: string) =>
  `<figure><img src="${at}/lamp.jpg" alt="The lamp"><figcaption>${caption}</figcaption></figure>`;

const cases: [name: string, html: string, seen: Seen][] = [
  [
    'the head states it, the figure says the rest',
    `<meta property="og:image" content="${at}/lamp-1200x630.jpg?w=1">${figure('The lamp in its room. Photo: B. Lens')}`,
    [`${at}/lamp-1200x630.jpg?w=1`, 'The lamp', 'Photo: B. Lens'],
  ],
  [
    'another file is another picture',
    `<meta property="og:image" content="${at}/pier.jpg">${figure('© B. Lens')}`,
    [`${at}/pier.jpg`],
  ],
  [
    'a figure alone',
    figure('A lamp (B. Lens / Ebb Agency)'),
    [`${at}/lamp.jpg`, 'The lamp', 'B. Lens / Ebb Agency'],
  ],
  ['a caption without credit', figure('The lamp in its room.'), [`${at}/lamp.jpg`, 'The lamp']],
  ['another language', figure('Die Lampe. Foto: B. Linse'), [`${at}/lamp.jpg`, 'The lamp', 'Foto: B. Linse']],
  [
    'a credit of its own',
    figure('The lamp <span class="credit">B. Lens</span>'),
    [`${at}/lamp.jpg`, 'The lamp', 'B. Lens'],
  ],
  ['a photo in running words', figure('The photo shows a lamp.'), [`${at}/lamp.jpg`, 'The lamp']],
  [
    'linked data',
    `<script type="application/ld+json">{"@type":"NewsArticle","image":{"url":"${at}/a.jpg","caption":"A lamp","creditText":"B. Lens"}}</script>`,
    [`${at}/a.jpg`, 'A lamp', 'B. Lens'],
  ],
  ['a relative address', `${canonical}<meta property="og:image" content="/a.jpg">`, [`${at}/a.jpg`]],
  ['a relative address that leads nowhere', '<meta property="og:image" content="/a.jpg">', []],
  ['no web address', '<meta property="og:image" content="javascript:x">', []],
  ['the mark of the site', `<meta property="og:image" content="${at}/site-logo.png">`, []],
  [
    'the words of the head',
    `<meta property="og:image" content="${at}/a.jpg"><meta property="og:image:alt" content="A lamp">`,
    [`${at}/a.jpg`, 'A lamp'],
  ],
  ['pictures without a caption', `<img src="${at}/a.jpg" alt="x">`, []],
  ['other articles', `<div class="related">${figure('Photo: B. Lens')}</div>`, []],
];

test.each(cases)('%s', (_, html, [url, alt, credit]) => {
  const { tree, page } = open(html);
  const { image, imageAlt, imageCredit } = readMetadata(tree, page);
  expect([image?.value, imageAlt?.value, imageCredit?.value]).toEqual([url, alt, credit]);
  if (imageCredit?.range)
    expect(page.text.slice(imageCredit.range.start, imageCredit.range.end)).toBe(credit);
});
