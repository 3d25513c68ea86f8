import type { Story } from './bank.ts';
import { bodyOf, byline, type Desk, dateOf, type Layout, meta, noise, type Print } from './compose.ts';

/** Ways in which articles come to stand below each other in one text. */

const title = (story: Story, desk: Desk, gap?: number): Print => ({
  as: 'title',
  text: desk.titleOf(story),
  ...(gap === undefined ? {} : { gap }),
});

const deck = (story: Story, gap?: number): Print[] =>
  story.deck ? [{ as: 'deck', text: story.deck, ...(gap === undefined ? {} : { gap }) }] : [];

const section = (story: Story, gap?: number): Print[] => (story.section ? [meta(story.section, gap)] : []);

const newspaper: Layout = {
  name: 'newspaper',
  gaps: [
    [1, 1],
    [1, 2],
  ],
  columns: true,
  silent: ['date'],
  head: (d) => [noise('running-head', d.pick(['INSIGHTS', 'THE LUNDE COURIER', 'Page 4']))],
  item: (s, d) => {
    const heads = d.pick([
      () => [title(s, d), ...section(s), ...byline(s)],
      () => [...section(s), title(s, d), ...byline(s)],
      () => [title(s, d), ...byline(s)],
    ])();
    return [...heads, ...bodyOf(s, d)];
  },
};

const newsletter: Layout = {
  name: 'newsletter-contents',
  gaps: [
    [0, 0],
    [1, 1],
  ],
  silent: ['by', 'date'],
  head: (d) => [
    meta('November 2024'),
    noise('subscribe', 'Want more? Subscribe to The Northern Letter and get it in your inbox every month.'),
    noise('issue-title', 'THE NORTHERN LETTER'),
    ...d.stories.map((s, i) => noise('contents', `${i + 1}. ${s.title}`)),
    noise('instruction', '(Click the titles to read the full story)'),
  ],
  item: (s, d, at) => [
    ...(d.chance(0.9) ? [{ ...title(s, d), text: `${at + 1}. ${d.titleOf(s)}` }] : [title(s, d)]),
    ...bodyOf(s, d, '• '),
  ],
  foot: (d) => [
    noise('sign-off', d.pick(['STAY TUNED!', 'See you next month!', 'Thank you for reading.'])),
    noise('social-comment', 'Consultant for ports and ferries * Speaker * Optimist'),
    noise('social-comment', '3moWonderful letter, Nadja!', 0),
  ],
};

const blog: Layout = {
  name: 'blog-page',
  gaps: [
    [1, 1],
    [1, 2],
    [1, 3],
  ],
  cases: ['title', 'sentence'],
  item: (s, d) => [
    title(s, d),
    d.chance(0.5) && s.by
      ? meta(`Posted on ${dateOf(s, 'us')} by ${s.by}`)
      : meta(`${s.by ? `${s.by} | ` : ''}${dateOf(s, 'us')}`),
    ...bodyOf(s, d),
    ...(d.chance(0.5) ? [noise('share-bar', 'Share this: Facebook Twitter Email')] : []),
    ...(d.chance(0.4)
      ? [noise('read-more', 'Read more:'), noise('read-more-title', d.stranger.title, 0)]
      : []),
  ],
  foot: () => [
    noise('comment-form', 'Leave a Reply'),
    noise('comment-form', 'Your email address will not be published. Required fields are marked *'),
    noise('comment-form', 'Name *'),
  ],
};

const clippings: Layout = {
  name: 'clippings',
  gaps: [
    [0, 1],
    [1, 1],
  ],
  cases: ['title', 'sentence', 'caps'],
  head: () => [meta('Press clippings, week 37')],
  item: (s, d) => [
    noise('separator', d.pick(['-----', '***', '==========', '_______________'])),
    meta(`Source: ${s.source || 'Northern Herald'}`, 0),
    meta(`Date: ${dateOf(s, d.pick(['long', 'iso'] as const))}`, 0),
    ...(s.by ? [meta(`Author: ${s.by}`, 0)] : []),
    title(s, d),
    ...bodyOf(s, d),
  ],
};

const reader: Layout = {
  name: 'feed-reader',
  gaps: [
    [0, 0],
    [1, 1],
  ],
  silent: ['date'],
  cases: ['title', 'sentence'],
  item: (s, d) => [
    noise('reader-site', s.source || 'Northern Herald'),
    title(s, d, 0),
    noise(
      'reader-age',
      `${s.by ? `by ${s.by} · ` : ''}${2 + Math.floor(d.random() * 9)}h ago · 4 min read`,
      0,
    ),
    ...deck(s),
    ...bodyOf(s, d),
  ],
};

const pdf: Layout = {
  name: 'pdf-copy',
  gaps: [
    [0, 1],
    [1, 2],
    [1, 1],
  ],
  widths: [62, 70, 78],
  hyphens: true,
  item: (s, d, at) => [
    ...(at > 0 ? [noise('page-number', `The Northern Letter | ${at + 3}`)] : []),
    title(s, d),
    ...deck(s),
    ...byline(s),
    meta(dateOf(s)),
    ...bodyOf(s, d),
  ],
};

const narrow: Layout = {
  name: 'e-paper',
  gaps: [
    [0, 1],
    [1, 2],
  ],
  widths: [38, 44],
  hyphens: true,
  cases: ['title', 'caps'],
  silent: ['date'],
  head: () => [noise('running-head', 'Northern Herald - Page 7')],
  item: (s, d) => [...section(s), title(s, d, 0), ...byline(s, 0), ...bodyOf(s, d)],
};

const plain: Layout = {
  name: 'no-blank-lines',
  gaps: [[0, 0]],
  cases: ['title', 'sentence', 'caps'],
  silent: ['date', 'by'],
  item: (s, d) => [title(s, d), ...bodyOf(s, d)],
};

const even: Layout = {
  name: 'even-gaps',
  gaps: [
    [1, 1],
    [2, 2],
  ],
  cases: ['title', 'sentence', 'caps'],
  silent: ['date', 'by'],
  item: (s, d) => [title(s, d), ...deck(s), ...bodyOf(s, d)],
};

const wide: Layout = {
  name: 'wide-seams',
  gaps: [
    [0, 2],
    [1, 3],
    [0, 1],
  ],
  cases: ['title', 'sentence', 'caps'],
  silent: ['date', 'by'],
  item: (s, d) => [title(s, d), ...bodyOf(s, d)],
};

const press: Layout = {
  name: 'sources-below',
  gaps: [
    [1, 1],
    [0, 1],
  ],
  cases: ['title', 'sentence'],
  silent: ['by', 'date'],
  item: (s, d) => [
    title(s, d),
    ...bodyOf(s, d),
    d.pick([
      () => noise('source-line', `Source: ${s.source || 'Northern Herald'}`),
      () => noise('source-line', 'Read the rest of the original article.'),
      () =>
        noise(
          'republication',
          'This article is republished from Field Notes Monthly under a Creative Commons license.',
        ),
      () => noise('source-line', `First published by ${s.source || 'Northern Herald'}`),
    ])(),
  ],
};

/** The layouts that rules were mended on. */
export const layouts: readonly Layout[] = [
  newspaper,
  newsletter,
  blog,
  clippings,
  reader,
  pdf,
  narrow,
  plain,
  even,
  wide,
  press,
];
