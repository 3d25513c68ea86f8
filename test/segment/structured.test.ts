import { describe, expect, test } from 'vitest';
import { segmentStructured } from '../../src/segment/structured.ts';
import { joinRanges } from '../../src/text/ranges.ts';
import type { Block, BlockKind, Metadata, PartReading } from '../../src/types.ts';

/** Blocks found by their text, which must occur once; `#`, `-` and the like before it belong to the span. */
function reading(
  text: string,
  blocks: [BlockKind, string, Partial<Block>?][],
  metadata: Metadata = {},
): PartReading {
  const found = blocks.map(([kind, words, more]): Block => {
    const start = text.indexOf(words);
    const lineStart = text.lastIndexOf('\n', start) + 1;
    const end = start + words.length;
    return {
      kind,
      span: { start: kind === 'front-matter' ? start : lineStart, end },
      ranges: [{ start, end }],
      ...more,
    };
  });
  const part = {
    key: 'a.md#text',
    file: 'notes/a-bell.md',
    sha256: '',
    reader: 'markdown',
    name: 'text',
    text,
  };
  return { part, shape: 'article', metadata, blocks: found };
}

const text =
  '# A bell\n\nIt rang at noon.\n\n## The rope\n\n- It held.\n\n```\ncode\n```\n\nPhoto: Ann Lee\n';
const bell = reading(text, [
  ['heading', 'A bell', { depth: 1 }],
  ['paragraph', 'It rang at noon.'],
  ['heading', 'The rope', { depth: 2 }],
  ['item', 'It held.'],
  ['code', '```\ncode\n```'],
  ['paragraph', 'Photo: Ann Lee'],
]);

describe('an article in Markdown', () => {
  const { value } = segmentStructured(bell);
  const [article] = value.articles;
  test('has a title, subheads, items, captions', () => {
    expect(article?.title.text).toBe('A bell');
    expect(article?.paragraphs.map((p) => [p.kind, joinRanges(text, p.ranges)])).toEqual([
      ['paragraph', 'It rang at noon.'],
      ['subhead', 'The rope'],
      ['item', 'It held.'],
    ]);
    expect(article?.captions.map((c) => c.text)).toEqual(['Photo: Ann Lee']);
  });
  test('has a class for every unit', () => {
    expect(value.classes.map((c) => c.class)).toEqual([
      'boilerplate',
      'title',
      'body',
      'boilerplate',
      'body',
      'boilerplate',
      'body',
      'boilerplate',
      'boilerplate',
    ]);
    expect(value.classes.at(-1)?.end).toBe(text.length);
  });
});

test('front matter names the article', () => {
  const front = '---\ntitle: Bells\nauthors: Ann Lee and Jo Hill\n---\n\nIt rang at noon.\n';
  const place = { start: front.indexOf('Bells'), end: front.indexOf('Bells') + 5 };
  const authors = { start: front.indexOf('Ann'), end: front.indexOf('Hill') + 4 };
  const { value } = segmentStructured(
    reading(
      front,
      [
        ['front-matter', front.slice(0, front.indexOf('It') - 1)],
        ['paragraph', 'It rang at noon.'],
      ],
      {
        title: { value: 'Bells', range: place },
        authors: { value: 'Ann Lee and Jo Hill', range: authors },
      },
    ),
  );
  expect(value.articles[0]?.title).toEqual({ text: 'Bells', ranges: [place] });
  expect(value.articles[0]?.authors.map((a) => a.text)).toEqual(['Ann Lee', 'Jo Hill']);
  expect(value.classes.map((c) => c.class)).toEqual(['metadata', 'title', 'metadata', 'body']);
});

test('what cannot be aligned or read is damage', () => {
  const odd = 'It r\ufffdng &amp; stopped.\n';
  const entity = { start: odd.indexOf('&'), end: odd.indexOf(' stopped') };
  const { value } = segmentStructured(reading(odd, [['paragraph', odd.trim(), { unaligned: [entity] }]]));
  const [paragraph] = value.articles[0]?.paragraphs ?? [];
  expect(paragraph?.damage.map((d) => d.rule).sort()).toEqual(['unaligned', 'unreadable']);
  expect(joinRanges(odd, paragraph?.ranges ?? [])).not.toContain('\ufffd');
});

test('without text there is no article', () => {
  const { value, diagnostics } = segmentStructured(
    reading('# A bell\n', [['heading', 'A bell', { depth: 1 }]]),
  );
  expect(value.articles).toEqual([]);
  expect(diagnostics.map((d) => d.code)).toEqual(['no-article-found']);
});

test('a date in the byline is the date', () => {
  const said = '# A bell\n\nBy Ann Lee, 3 May 2026\n\nIt rang at noon.\n';
  const { value } = segmentStructured(
    reading(said, [
      ['heading', 'A bell', { depth: 1 }],
      ['paragraph', 'By Ann Lee, 3 May 2026'],
      ['paragraph', 'It rang at noon.'],
    ]),
  );
  expect(value.articles[0]?.authors.map((a) => a.text)).toEqual(['Ann Lee']);
  expect(value.articles[0]?.dateLines.map((l) => l.text)).toEqual(['By Ann Lee, 3 May 2026']);
});

test('a byline and a date above the first paragraph are the author and the date, not the text', () => {
  const head = '# A bell\n\nBy Ann Lee\n\n3 May 2026\n\nIt rang at noon.\n';
  const { articles } = segmentStructured(
    reading(head, [
      ['heading', 'A bell', { depth: 1 }],
      ['paragraph', 'By Ann Lee'],
      ['paragraph', '3 May 2026'],
      ['paragraph', 'It rang at noon.'],
    ]),
  ).value;
  expect(articles[0]?.authors.map((a) => a.text)).toEqual(['Ann Lee']);
  expect(articles[0]?.dateLines.map((l) => l.text)).toEqual(['3 May 2026']);
  expect(articles[0]?.paragraphs).toHaveLength(1);
});

test('the headline and date line of a page have their class, its tables their rule', () => {
  const page = 'Menu\nA bell\n4 May\nIt rang at noon.\n1 2\nPier 4\n';
  const at = (words: string) => ({ start: page.indexOf(words), end: page.indexOf(words) + words.length });
  const read = reading(
    page,
    [
      ['paragraph', 'It rang at noon.'],
      ['table', '1 2'],
    ],
    { title: { value: 'A bell', range: at('A bell') }, date: { value: '4 May', range: at('4 May') } },
  );
  const part = { ...read.part, reader: 'html@1' };
  const { classes } = segmentStructured({ ...read, part }).value;
  expect(classes.map((c) => `${c.class} ${c.rule} ${page.slice(c.start, c.end).trim()}`)).toEqual([
    'boilerplate beside-the-text Menu',
    'title stated-title A bell',
    'metadata stated-date 4 May',
    'body text It rang at noon.',
    'boilerplate page-table 1 2',
    'boilerplate beside-the-text Pier 4',
  ]);
});
