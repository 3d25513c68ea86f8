import { describe, expect, test } from 'vitest';
import { openDoc } from '../../../src/proof/markup.ts';
import { findBadLinks } from '../../../src/proof/page/page.ts';
import { breakGate, swap } from '../breaks.ts';

const above = (markup: string) => swap('page', '<main>', `<main>${markup}`);
const inHead = (markup: string) => swap('page', '</head>', `${markup}</head>`);

describe('links', () => {
  breakGate('page-links', [
    ['a theme that is not there', swap('page', 'href="#kilns-trade"', 'href="#kilns"'), /not on the page/u],
    ['a path out of out/', swap('page', '"../index.html"', '"../../index.html"'), /leads out of out/u],
    ['a path from the root', swap('page', '"../index.html"', '"/index.html"'), /leads out of out/u],
    ['a script', above('<a href="javascript:x">x</a>'), /neither http/u],
    ['a file', above('<a href="file:///x">x</a>'), /neither http/u],
  ]);
  test('where it is known what lies in out/, links must lead there', () => {
    const doc = openDoc(
      '<a href="../2026-04/">a</a><a href="../2026-04/index.html">b</a><a href="../feed.xml#x">c</a>',
      null,
    );
    const path = '2026-05/index.html';
    expect(findBadLinks({ path, doc, paths: new Set(['2026-04/index.html', 'feed.xml']) })).toEqual([]);
    expect(findBadLinks({ path, doc, paths: new Set() })).toHaveLength(3);
    expect(findBadLinks({ path, doc, paths: null })).toEqual([]);
  });
});

describe('remote', () => {
  breakGate('page-remote', [
    ['a picture', above('<img src="https://t.example/p.gif" alt="">'), /p\.gif.*src/u],
    ['a picture of its own', above('<img src="p.gif" alt="">'), /src/u],
    [
      'an import that touches its address',
      inHead('<style>@import"https://t.example/s";</style>'),
      /style sheet/u,
    ],
    [
      'what shows without scripts',
      above('<noscript><img src="https://t.example/p" alt=""></noscript>'),
      /src/u,
    ],
    [
      'a set without spaces',
      above('<img srcset="data:image/gif,x 1x,https://t.example/p 2x" alt="">'),
      /srcset/u,
    ],
    ['a font', inHead('<style>@font-face{src:url(https://t.example/f)}</style>'), /style sheet/u],
    ['a script', inHead('<script src="https://t.example/s.js"></script>'), /src/u],
    ['an icon', inHead('<link rel="icon" href="https://t.example/i">'), /href/u],
    ['a form', above('<form action="https://t.example/"></form>'), /action/u],
  ]);
});

describe('language and head', () => {
  breakGate('page-language', [
    ['no language', swap('page', '<html lang="en"', '<html'), /no lang/u],
    ['the wrong direction', swap('page', 'dir="ltr"', 'dir="rtl"'), /dir="rtl"/u],
    ['a story in French said to be English', swap('page', 'lang="fr"', 'lang="en"'), /its words are fr/u],
    ['no title', swap('page', /<title>.*<\/title>/u, ''), /0 titles/u],
    ['an empty title', swap('page', /<title>.*<\/title>/u, '<title> </title>'), /title is empty/u],
    ['no viewport', swap('page', 'name="viewport"', 'name="window"'), /viewport/u],
    ['no description', swap('page', /<meta name="description"[^>]*>/u, ''), /description/u],
    ['a script', inHead('<script>x()</script>'), /a script/u],
  ]);
});

describe('facts', () => {
  breakGate('page-facts', [
    ['no title for those who share it', swap('page', 'og:title', 'og:name'), /og:title is missing/u],
    [
      'another address',
      swap(
        'page',
        'rel="canonical" href="https://lantern.example/2026-05/"',
        'rel="canonical" href="https://lantern.example/"',
      ),
      /canonical address is/u,
    ],
    [
      'two addresses',
      swap(
        'page',
        'property="og:url" content="https://lantern.example/2026-05/"',
        'property="og:url" content="https://lantern.example/"',
      ),
      /og:url is not/u,
    ],
    ['no feed', swap('page', 'application/atom+xml', 'text/xml'), /cannot find the feed/u],
    ['broken JSON', swap('page', '{"@context"', '{"@context'), /cannot be parsed/u],
    ['JSON without a name', swap('page', '"name":', '"nom":'), /lacks name/u],
    ['no JSON', swap('page', /<script type="application\/ld\+json">.*<\/script>/u, ''), /no JSON-LD/u],
  ]);
});

describe('content', () => {
  breakGate('page-content', [
    [
      'a story',
      swap('page', /<article[^>]*id="story-dredger"[\s\S]*?<\/article>/u, ''),
      /“The old dredger.*is not on the page/u,
    ],
    [
      'a word of a highlight',
      swap('page', 'The town paid one crown', 'The town paid two crowns'),
      /highlight “The town.*word for word/u,
    ],
    [
      'the order',
      (mail) => ({
        ...mail,
        page: mail.page.replace(
          /(<article[^>]*id="story-dredger"[\s\S]*?<\/article>)([\s\S]*?)(<article[^>]*id="story-footbridge"[\s\S]*?<\/article>)/u,
          '$3$2$1',
        ),
      }),
      /another place/u,
    ],
  ]);
});
