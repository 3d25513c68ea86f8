import { describe, expect, test } from 'vitest';
import { highlightOf } from '../../src/compose/highlights.ts';
import { storiesOf, verifyIssue, verifyRendering } from '../../src/proof/verify.ts';
import { escapeHtml } from '../../src/text/markup.ts';
import type { Highlight, Issue, Story } from '../../src/types.ts';
import { makeArticle, makeTestStory } from '../made-articles.ts';

const { part, article } = makeArticle({
  id: 'ebb',
  body: ['The ebb took   the buoy at\nfive. Nobody in Reed saw it go.', 'It came back on Friday.'],
});

function quote(index: number): Highlight {
  return highlightOf(article, article.sentences.slice(index, index + 1));
}

function issueOf(lead: Story | null, ...stories: Story[]): Issue {
  return {
    key: '2026-05',
    label: 'May 2026',
    number: 1,
    language: 'en',
    dir: 'ltr',
    title: 'T',
    subject: 'S',
    preheader: '',
    letter: '',
    published: '',
    updated: '',
    sealed: false,
    lead: lead && { ...lead, theme: 'Tide' },
    themes: [{ id: 'tide', name: 'Tide', minutes: 1, stories }],
    counts: { stories: 1, sources: 1, articles: 1, minutes: 1 },
  };
}

function verifyOne(highlight: Highlight, text = part.text, sha256 = part.sha256) {
  return verifyIssue(issueOf(makeTestStory({ id: 'ebb', highlights: [highlight] })), () => ({
    sha256,
    text,
  }));
}

test('the lead comes first, then the stories of the themes', () => {
  const [a, b] = [makeTestStory({ id: 'a' }), makeTestStory({ id: 'b' })];
  expect(storiesOf(issueOf(a, b)).map((s) => s.id)).toEqual(['a', 'b']);
  expect(storiesOf(issueOf(null, b)).map((s) => s.id)).toEqual(['b']);
});

describe('verifyIssue', () => {
  test('what the source says is verified', async () => {
    expect(quote(0).text).toBe('The ebb took the buoy at five.');
    expect(await verifyOne(quote(0))).toEqual([]);
    expect(await verifyOne(highlightOf(article, article.sentences.slice(0, 2)))).toEqual([]);
  });

  test('what no reader sees is in the part, and neither in the highlight nor in any rendering', async () => {
    const odd = makeArticle({ id: 'ebb', body: ['The e\u200Bbb\u202E took the\u0007 bu\uFEFFoy at five.'] });
    const highlight = highlightOf(odd.article, odd.article.sentences);
    expect(highlight.text).toBe('The ebb took the buoy at five.');
    const issue = issueOf(makeTestStory({ id: 'ebb', highlights: [highlight] }));
    const source = { sha256: highlight.sha256, text: odd.part.text };
    expect(await verifyIssue(issue, () => source)).toEqual([]);
    const title = storiesOf(issue)[0]?.title;
    expect(verifyRendering(issue, 'email.txt', `${title}\n${highlight.text}`, true)).toEqual([]);
  });

  const wrong: [what: string, change: Partial<Highlight>, message: RegExp][] = [
    [
      'one unit differs',
      { text: 'The ebb took the buoy at nine.' },
      /at unit 25: "nine\." where the source has "five\."/u,
    ],
    ['a unit is missing', { text: 'The ebb took the buoy at five' }, /differs from the source at unit 29/u],
    ['a space more', { text: 'The ebb took  the buoy at five.' }, /at unit 13/u],
    ['no ranges', { ranges: [] }, /outside the text/u],
    ['a range behind the end', { ranges: [{ start: 0, end: 9999 }] }, /outside the text/u],
    ['a negative range', { ranges: [{ start: -3, end: 4 }] }, /outside the text/u],
    ['an empty range', { ranges: [{ start: 4, end: 4 }] }, /outside the text/u],
    ['a range that is no number', { ranges: [{ start: Number.NaN, end: 4 }] }, /outside the text/u],
    [
      'words turned round',
      {
        text: 'buoy The',
        ranges: [
          { start: part.text.indexOf('buoy'), end: part.text.indexOf('buoy') + 4 },
          { start: 0, end: 4 },
        ],
      },
      /not in the order/u,
    ],
    [
      'words said twice',
      {
        text: 'bebb',
        ranges: [
          { start: 5, end: 6 },
          { start: 5, end: 7 },
        ],
      },
      /not in the order/u,
    ],
  ];
  test.each(wrong)('%s', async (_, change, message) => {
    const faults = await verifyOne({ ...quote(0), ...change });
    expect(faults).toMatchObject([{ code: 'highlight-differs', file: 'ebb.txt' }]);
    expect(faults[0]?.message).toMatch(message);
    expect(faults[0]?.message).toMatch(/2026-05, "What became of ebb", highlight "/u);
  });

  test('a changed unit of the source', async () => {
    expect(await verifyOne(quote(0), part.text.replace('buoy', 'boat'))).toMatchObject([
      { code: 'highlight-differs' },
    ]);
    expect(await verifyOne(quote(0), `${part.text} more`)).toEqual([]);
  });
  test('a changed file', async () => {
    expect(await verifyOne(quote(0), part.text, 'b'.repeat(64))).toMatchObject([{ code: 'source-changed' }]);
  });
  test('a missing file', async () => {
    const issue = issueOf(null, makeTestStory({ id: 'ebb', highlights: [quote(0), quote(1)] }));
    expect((await verifyIssue(issue, () => null)).map((d) => d.code)).toEqual([
      'source-missing',
      'source-missing',
    ]);
  });
});

describe('verifyRendering', () => {
  const text = 'The “ebb” took <all> & the tide-table’s last page | it is said > Reed.';
  const story = makeTestStory({ id: 'ebb', title: 'Ebb & flood', highlights: [{ ...quote(0), text }] });
  const issue = issueOf(null, story);
  const check = (name: string, content: string, complete = true) =>
    verifyRendering(issue, name, content, complete).map((d) => d.message);

  const wrapped = text.replace('took', 'took\n  |').replace(' > Reed', '\n> Reed');
  const fine: [what: string, name: string, content: string][] = [
    ['entities', 'index.html', `<h2>Ebb &amp; flood</h2><p>${escapeHtml(text)}</p>`],
    [
      'numeric entities',
      'index.html',
      `<h2>Ebb &#38; flood</h2><p>${escapeHtml(text).replaceAll('&amp;', '&#x26;')}</p>`,
    ],
    [
      'soft breaks and tags',
      'email.html',
      `<h2>Ebb &amp;\n flood</h2><p>${escapeHtml(text).replace('took', 'to&shy;<wbr>ok')}</p>`,
    ],
    [
      'no-break spaces',
      'index.html',
      `<h2>Ebb&nbsp;&amp; flood</h2>${escapeHtml(text).replace(' last', '\u00a0last')}`,
    ],
    ['a margin in plain text', 'email.txt', `Ebb & flood\n\n  | ${wrapped}\n`],
  ];
  test.each(fine)('%s', (_, name, content) => expect(check(name, content)).toEqual([]));

  test('a word that differs is named', () => {
    const html = `<h2>Ebb &amp; flood</h2><p>${escapeHtml(text).replace('last', 'first')}</p>`;
    expect(check('index.html', html)).toEqual([
      expect.stringMatching(/index\.html does not hold "The “ebb”/u),
    ]);
  });
  test('what only stands in a script, a style, the head or a comment does not count', () => {
    const words = `Ebb &amp; flood ${escapeHtml(text)}`;
    for (const tag of ['script', 'style', 'head'])
      expect(check('index.html', `<${tag}>${words}</${tag}>`)).toHaveLength(2);
    expect(check('index.html', `<!-- <p>${words.replaceAll('--', '')}</p> -->`)).toHaveLength(2);
    expect(check('index.html', `<header>${words}</header>`)).toEqual([]);
  });
  test('a story that a short rendering leaves out is not missed, a half one is', () => {
    expect(check('email.html', '<p>Nothing</p>', false)).toEqual([]);
    expect(check('email.html', '<p>Ebb &amp; flood</p>', false)).toHaveLength(1);
    expect(check('email.html', '<p>Nothing</p>', true)).toHaveLength(2);
  });
  test('entities that name nothing harm nothing', () => {
    expect(check('index.html', '&#x110000;&constructor;&nope;&#99999999999;')).toHaveLength(2);
  });
  test('control characters, which no rendering may hold, are not missed', () => {
    const odd = issueOf(null, makeTestStory({ id: 'x', title: 'Ebb\u0001 \u202eflood' }));
    expect(verifyRendering(odd, 'index.html', '<h2>Ebb flood</h2>', true)).toEqual([]);
  });
});
