import type { Story } from './bank.ts';
import { bodyOf, byline, type Desk, dateOf, type Layout, meta, noise, type Print } from './compose.ts';

/** Further layouts, written after the rules had been mended on the others. */

const title = (story: Story, desk: Desk, gap?: number): Print => ({
  as: 'title',
  text: desk.titleOf(story),
  ...(gap === undefined ? {} : { gap }),
});

const sectionPage: Layout = {
  name: 'section-page',
  gaps: [
    [1, 1],
    [0, 1],
    [0, 0],
  ],
  cases: ['title', 'sentence'],
  item: (s, d) => [
    ...(s.section ? [meta(s.section.toUpperCase())] : []),
    title(s, d),
    ...(s.deck ? [{ as: 'deck' as const, text: s.deck }] : []),
    meta(`${s.by ? `By ${s.by} | ` : ''}${dateOf(s, 'us')}`),
    noise('toolbar', d.pick(['Listen to this article', 'Save', 'Print | Email | Share'])),
    ...bodyOf(s, d),
    noise('related-head', d.pick(['Related', 'More on this', 'Most read'])),
    noise('related-title', d.stranger.title, 0),
    noise('related-title', 'Mayor opens new swimming pool after long delay', 0),
  ],
};

const wire: Layout = {
  name: 'wire',
  gaps: [
    [0, 1],
    [1, 2],
    [1, 1],
  ],
  cases: ['title', 'caps'],
  silent: ['by'],
  item: (s, d) => {
    const body = bodyOf(s, d);
    const first = body.findIndex((p) => p.as === 'body');
    const lead = body[first];
    if (lead && !/^\p{Lu}{3}/u.test(lead.text)) {
      body[first] = { ...lead, text: `LUNDE, ${dateOf(s)} (Norpix) - ${lead.text}` };
    }
    return [title(s, d), ...body, noise('end-mark', d.pick(['END', '###', '(ends)', '-30-']))];
  },
};

const pressReview: Layout = {
  name: 'source-and-date-in-brackets',
  gaps: [
    [0, 1],
    [1, 1],
  ],
  cases: ['title', 'sentence'],
  silent: ['by'],
  head: () => [meta('Media review')],
  item: (s, d) => [title(s, d), meta(`(${s.source || 'Northern Herald'}, ${dateOf(s)})`, 0), ...bodyOf(s, d)],
};

const magazine: Layout = {
  name: 'signed-below',
  gaps: [
    [0, 1],
    [1, 1],
    [1, 2],
  ],
  cases: ['title', 'sentence', 'caps'],
  silent: ['date'],
  item: (s, d) => [
    title(s, d),
    ...bodyOf(s, d),
    ...(s.by ? [meta(d.pick([`— ${s.by}`, `${s.by}`, `By ${s.by}`]))] : []),
  ],
};

const bold: Layout = {
  name: 'starred-titles',
  gaps: [
    [1, 1],
    [0, 1],
  ],
  cases: ['title', 'sentence'],
  silent: ['date', 'by'],
  item: (s, d) => [{ ...title(s, d), text: `**${d.titleOf(s)}**` }, ...bodyOf(s, d)],
};

const minutes: Layout = {
  name: 'word-export',
  gaps: [
    [0, 0],
    [0, 1],
    [1, 1],
  ],
  silent: ['date', 'by'],
  head: () => [meta('Press review of the communications unit')],
  item: (s, d, at) => [
    { ...title(s, d), text: `${at + 1})\t${d.titleOf(s)}` },
    ...bodyOf(s, d, '•\t').map((p) =>
      p.as === 'body' && !p.truth ? { ...p, text: `\t${p.text}`, truth: p.text } : p,
    ),
  ],
};

const labelled: Layout = {
  name: 'labelled-fields',
  gaps: [
    [0, 1],
    [1, 2],
  ],
  cases: ['title', 'sentence'],
  item: (s, d) => [
    { ...title(s, d), text: `Title: ${d.titleOf(s)}` },
    ...(s.by ? [meta(`Author: ${s.by}`, 0)] : []),
    meta(`Published: ${dateOf(s, 'iso')}`, 0),
    meta(`Link: https://northern-herald.example/${s.date}`, 0),
    ...bodyOf(s, d),
  ],
};

const social: Layout = {
  name: 'social-posts',
  gaps: [
    [0, 1],
    [1, 1],
  ],
  cases: ['title', 'caps'],
  item: (s, d) => [
    title(s, d),
    ...(s.by ? [meta(s.by), noise('profile', 'Writer and consultant | Northern affairs', 0)] : []),
    meta(`Published ${dateOf(s, 'us')}`, 0),
    noise('follow', '+ Follow', 0),
    ...bodyOf(s, d, '• '),
    noise('reactions', 'Like Comment Share'),
    noise('reactions', `${3 + Math.floor(d.random() * 30)} Comments`, 0),
  ],
};

const indented: Layout = {
  name: 'indented-book',
  gaps: [[0, 1]],
  widths: [66, 74],
  hyphens: true,
  cases: ['title', 'caps'],
  silent: ['date', 'by'],
  item: (s, d) => [
    title(s, d),
    ...bodyOf(s, d).map((p) =>
      p.as === 'body' && !p.truth ? { ...p, text: `   ${p.text}`, truth: p.text } : p,
    ),
  ],
};

const pictures: Layout = {
  name: 'picture-texts',
  gaps: [
    [0, 1],
    [1, 1],
    [1, 2],
  ],
  cases: ['title', 'sentence'],
  item: (s, d) => {
    const [first, ...rest] = bodyOf(s, d);
    return [
      title(s, d),
      meta(`${dateOf(s, 'us')}${s.by ? `, by ${s.by}` : ''}`),
      noise('image-token', '[Image: a crane above the harbour at dusk]'),
      ...(first ? [first] : []),
      noise('image-credit', 'Getty Images'),
      ...rest,
      noise('tags', 'Tags: harbour, north, weather'),
      noise('author-box', `${s.by || 'The editor'} is a writer who lives in Halden and keeps two goats.`),
    ];
  },
};

const substack: Layout = {
  name: 'substack',
  gaps: [
    [1, 1],
    [0, 1],
  ],
  cases: ['title', 'sentence'],
  item: (s, d) => [
    title(s, d),
    ...(s.deck ? [{ as: 'deck' as const, text: s.deck }] : []),
    ...(s.by ? [meta(s.by)] : []),
    meta(`${dateOf(s, 'us').replace(/^(\p{L}{3})\p{L}*/u, '$1')}`, 0),
    noise('counter', '12'),
    noise('counter', '3', 0),
    noise('share', 'Share'),
    ...bodyOf(s, d),
    noise(
      'subscribe',
      'Thanks for reading The Northern Letter! Subscribe for free to receive new posts and support my work.',
    ),
  ],
};

const medium: Layout = {
  name: 'medium',
  gaps: [[1, 1]],
  cases: ['title', 'sentence'],
  item: (s, d) => [
    title(s, d),
    ...(s.by ? [meta(s.by)] : []),
    noise('follow', '·'),
    noise('follow', 'Follow'),
    noise('reader-age', '4 min read'),
    noise('follow', '·'),
    meta(dateOf(s, 'us').replace(/^(\p{L}{3})\p{L}*/u, '$1')),
    noise('counter', '--'),
    noise('toolbar', 'Listen'),
    noise('share', 'Share'),
    ...bodyOf(s, d),
  ],
};

const portal: Layout = {
  name: 'news-portal',
  gaps: [
    [0, 1],
    [1, 2],
    [1, 1],
  ],
  cases: ['title', 'sentence'],
  silent: ['by'],
  item: (s, d) => [
    noise('breadcrumb', `Home > News > ${s.section || 'World'}`),
    title(s, d),
    meta(`Updated: ${dateOf(s, 'us')} 10:15 | ${s.source || 'Northern Herald'}`),
    noise('toolbar', 'A A A'),
    ...bodyOf(s, d),
    ...(s.by ? [meta(`(Editor: ${s.by})`)] : []),
    noise('related-head', 'Related stories'),
    noise('related-title', d.stranger.title, 0),
    noise('related-title', 'Swimming pool opens after long delay', 0),
    noise('related-title', 'Two goats win prize for patience', 0),
  ],
};

const teasers: Layout = {
  name: 'teasers',
  gaps: [
    [0, 1],
    [1, 1],
    [0, 0],
  ],
  cases: ['title', 'sentence'],
  silent: ['by', 'date'],
  head: () => [
    noise('issue-title', 'Northern News Roundup'),
    noise('greeting', 'Hello everyone, here is what we read this week.'),
  ],
  item: (s, d) => {
    const first = s.pieces.find((p) => p.kind === 'paragraph')?.text ?? '';
    return [
      title(s, d),
      { as: 'body', text: first },
      noise('read-more', d.pick(['Read more →', 'Read the full story', 'Continue reading »']), 0),
    ];
  },
};

const suffixed: Layout = {
  name: 'title-with-site',
  gaps: [
    [1, 1],
    [0, 1],
  ],
  cases: ['title', 'sentence'],
  silent: ['by', 'date'],
  item: (s, d) => [
    { ...title(s, d), text: `${d.titleOf(s)} | ${s.source || 'Northern Herald'}` },
    ...bodyOf(s, d),
    ...(d.chance(0.5)
      ? [noise('appeal', 'If you enjoyed this story, please consider supporting our work.')]
      : []),
  ],
};

/** Articles from several places in one text, as editors collect them. */
const mixed: Layout = {
  name: 'mixed',
  gaps: [
    [1, 1],
    [1, 2],
    [0, 1],
  ],
  cases: ['title'],
  silent: ['by', 'date'],
  item: (s, d, at) =>
    d
      .pick([sectionPage, wire, magazine, bold, labelled, social, pictures, substack, portal, suffixed])
      .item(s, d, at),
};

/** The layouts that no rule was made for when they were first run. */
export const blindLayouts: readonly Layout[] = [
  sectionPage,
  wire,
  pressReview,
  magazine,
  bold,
  minutes,
  labelled,
  social,
  indented,
  pictures,
];

/** Titles that a narrow page broke in two. */
const brokenTitles: Layout = {
  name: 'titles-in-two-lines',
  gaps: [
    [1, 2],
    [1, 1],
  ],
  cases: ['title', 'sentence', 'caps'],
  silent: ['date'],
  item: (s, d) => {
    const words = d.titleOf(s).split(' ');
    const half = Math.ceil(words.length / 2);
    return [
      { as: 'title', text: words.slice(0, half).join(' ') },
      { as: 'title', text: words.slice(half).join(' '), gap: 0 },
      ...byline(s),
      ...bodyOf(s, d),
    ];
  },
};

const magazinePage: Layout = {
  name: 'kicker-and-credits',
  gaps: [
    [1, 1],
    [0, 1],
  ],
  cases: ['title', 'sentence'],
  silent: ['date'],
  item: (s, d) => [
    meta(d.pick(['ANALYSIS', 'EXCLUSIVE', 'Long read'])),
    title(s, d),
    ...(s.deck ? [{ as: 'deck' as const, text: s.deck }] : []),
    ...(s.by ? [meta(`Story by ${s.by}`)] : []),
    noise('credit', 'Photos by Ole Brandt'),
    ...bodyOf(s, d),
    noise('pull-quote-credit', d.pick(['Share on Facebook', 'Copy link', 'Print this page'])),
  ],
};

const forwarded: Layout = {
  name: 'forwarded-mails',
  gaps: [[1, 1]],
  cases: ['title'],
  silent: ['by'],
  item: (s, d) => [
    noise('mail-noise', '---------- Forwarded message ---------'),
    noise('mail-header', 'From: Clipping Desk <desk@northern-herald.example>', 0),
    meta(`Date: ${dateOf(s)}`, 0),
    { ...title(s, d, 0), text: `Subject: ${d.titleOf(s)}` },
    noise('mail-header', 'To: Editors <editors@northern-herald.example>', 0),
    ...bodyOf(s, d),
    noise('mail-footer', 'Sent from my phone'),
  ],
};

/** A third set, run once at the end. */
export const lastLayouts: readonly Layout[] = [brokenTitles, magazinePage, forwarded];

/** A second such set. */
export const laterLayouts: readonly Layout[] = [substack, medium, portal, teasers, suffixed, mixed];
