import { describe, expect, test } from 'vitest';
import { formatSeal, parseIssue, parseSeal, type Seal } from '../../src/compose/seals.ts';
import type { Highlight } from '../../src/types.ts';
import { makeTestStory } from '../made-articles.ts';

const hash = 'ab'.repeat(32);
const highlight: Highlight = {
  text: 'The eels came.',
  file: 'eels.md',
  sha256: hash,
  reader: 'markdown@1',
  part: 'text',
  ranges: [{ start: 0, end: 14 }],
  article: 'eels-1',
  source: null,
  paragraph: 1,
  href: null,
};
const told = makeTestStory({
  id: 'eels-1',
  highlights: [highlight],
  alsoIn: [{ id: 'eels-2', title: 'Eels', source: 'Reed Post', url: null }],
});

const seal: Seal = {
  version: 1,
  approved: '2026-06-01T08:00:00.000Z',
  revised: '2026-06-02T08:00:00+02:00',
  revision: 2,
  open: false,
  page: '',
  articles: ['eels-1'],
  hashes: { 'email.html': hash, 'email.txt': hash, 'email.eml': hash },
  issue: {
    key: '2026-05',
    label: 'May 2026',
    number: 3,
    language: 'en',
    dir: 'ltr',
    title: 'The eel month',
    subject: 'S',
    preheader: 'P',
    letter: 'L',
    published: '2026-06-01T08:00:00.000Z',
    updated: '2026-06-02T08:00:00+02:00',
    sealed: true,
    lead: { ...makeTestStory({ id: 'ferry-1' }), theme: 'Tide' },
    themes: [{ id: 'tide', name: 'Tide', minutes: 1, stories: [told] }],
    counts: { stories: 1, sources: 1, articles: 1, minutes: 1 },
    numbers: [],
    quote: null,
  },
};

const read = (text: string, issue = '2026-05') =>
  parseSeal({ file: `_issues/${issue}.seal.json`, issue, text });

// Bytes of a sealed issue, its slot tokens among them, hang on the order of its keys.
test('a seal is read as it was written, to the byte', () => {
  const text = formatSeal(seal);
  const { value, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  expect(value).toEqual(seal);
  expect(value && formatSeal(value)).toBe(text);
});

/** The seal with the value at a path of its data changed; `undefined` takes it away. */
function changed(path: string, value: unknown): string {
  const data: unknown = JSON.parse(formatSeal(seal));
  const names = path.split('.');
  const last = names.pop() ?? '';
  const place = names.reduce((at, name) => Reflect.get(at as object, name), data);
  Reflect.set(place as object, last, value);
  return JSON.stringify(data);
}

const own = {
  file: 'wall.png',
  name: `${hash.slice(0, 32)}.png`,
  width: 40,
  height: 30,
  alt: 'A wall',
  credit: 'Ann Reed',
};

test('a seal keeps which picture of one’s own was approved', () => {
  const { value, diagnostics } = read(changed('issue.lead.picture', own));
  expect(diagnostics).toEqual([]);
  expect(value?.issue.lead?.picture).toEqual(own);
});

test('a seal from before there were figures, a quote and pictures has none of them', () => {
  const { numbers: _, quote: __, ...older } = JSON.parse(formatSeal(seal)).issue;
  for (const story of [older.lead, ...older.themes[0].stories]) delete story.picture;
  const { value, diagnostics } = read(JSON.stringify({ ...seal, issue: older }));
  expect(diagnostics).toEqual([]);
  expect(value).toEqual(seal);
});

const broken: [what: string, text: string][] = [
  ['nothing', ''],
  ['half a file', formatSeal(seal).slice(0, 200)],
  ['null', 'null'],
  ['another version', changed('version', 2)],
  ['no time', changed('approved', 'yesterday')],
  ['no list of articles', changed('articles', 'eels-1')],
  ['no revision', changed('revision', 0)],
  ['no hashes', changed('hashes', {})],
  ['no hash of the mail', changed('hashes', { 'email.html': hash, 'email.txt': hash })],
  ['a hash that is none', changed('hashes', { ...seal.hashes, 'email.eml': '' })],
  ['a draft', changed('issue.sealed', false)],
  ['the key of another issue', changed('issue.key', '2026-06')],
  ['a lead without an id', changed('issue.lead.id', 7)],
  ['a lead without a theme', changed('issue.lead.theme', undefined)],
  ['a language that Intl does not take', changed('issue.language', 'x y')],
  ['a time that is none', changed('issue.updated', '')],
  ['a number of none', changed('issue.number', 1.5)],
  ['a figure without its sentence', changed('issue.numbers', [{ story: 'x' }])],
  ['a quote of nothing', changed('issue.quote', {})],
  [
    'a picture that is no address',
    changed('issue.lead.picture', { url: 'javascript:x', alt: '', credit: '' }),
  ],
  ['a picture of one’s own that lies elsewhere', changed('issue.lead.picture', { ...own, name: '../x.png' })],
  ['a picture of one’s own from elsewhere', changed('issue.lead.picture', { ...own, file: '../x.png' })],
  ['a picture of both kinds', changed('issue.lead.picture', { ...own, url: 'https://a.example/b.png' })],
  ['a picture without a size', changed('issue.lead.picture', { ...own, width: 0 })],
  ['counts that are none', changed('issue.counts.minutes', '3')],
  ['themes without stories', changed('issue.themes.0.stories', undefined)],
  ['a story without authors', changed('issue.themes.0.stories.0.authors', null)],
  ['a date that is none', changed('issue.themes.0.stories.0.date', 'May')],
  ['another telling without a title', changed('issue.themes.0.stories.0.alsoIn.0.title', undefined)],
  ['a highlight without ranges', changed('issue.themes.0.stories.0.highlights.0.ranges', [])],
  ['an empty range', changed('issue.themes.0.stories.0.highlights.0.ranges.0.end', 0)],
  ['a highlight of no file', changed('issue.themes.0.stories.0.highlights.0.file', null)],
];
test.each(broken)('%s is an error and counts as absent', (_, text) => {
  const { value, diagnostics } = read(text);
  expect(value).toBeNull();
  expect(diagnostics).toMatchObject([
    { code: 'bad-seal', severity: 'error', file: '_issues/2026-05.seal.json' },
  ]);
});

describe('the key of a seal is the name of a period, for a folder is named after it', () => {
  const accepts = (key: string): boolean => read(changed('issue.key', key), key).value !== null;
  test.each(['2026-05', '2026-02-28', '2026-W20', '2026-Q2'])('%s', (key) => expect(accepts(key)).toBe(true));
  const evil = [
    '../../../evil',
    '',
    '..',
    '2026',
    '2026-13',
    '2026-02-30',
    '2026-W00',
    '2026-Q5',
    '2026-05\n',
  ];
  test.each(evil)('not %j', (key) => expect(accepts(key)).toBe(false));
});

test('an issue as out/ keeps it is read, a broken one is said', () => {
  const draft = { ...seal.issue, sealed: false, lead: null };
  expect(parseIssue(JSON.stringify(draft))).toEqual({ value: draft });
  for (const json of ['', '{', '{}', 'null', '[]', JSON.stringify({ ...draft, themes: null })])
    expect(parseIssue(json)).toEqual({ fault: expect.stringMatching(/./u) });
});
