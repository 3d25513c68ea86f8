import { describe, expect, test } from 'vitest';
import { highlightOf } from '../../src/compose/highlights.ts';
import { storiesOf, verifyFile, verifyIssue } from '../../src/proof/verify.ts';
import { escapeHtml } from '../../src/text/markup.ts';
import { joinRanges } from '../../src/text/ranges.ts';
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
    numbers: [],
    quote: null,
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

describe('verifyIssue with the articles of a fresh analysis', () => {
  const body = 'The board did not approve the weir. It will meet again. Nobody spoke for it.';
  const made = makeArticle({ id: 'weir', body: [body, 'The weir stands in Reed.'] });
  const { sentences } = made.article;
  const at = (words: string, end = words) => ({
    start: made.part.text.indexOf(words),
    end: made.part.text.indexOf(end) + end.length,
  });
  const of = (...ranges: Highlight['ranges']): Highlight => ({
    ...highlightOf(made.article, sentences.slice(0, 1)),
    ranges,
    text: joinRanges(made.part.text, ranges),
  });
  const check = async (highlight: Highlight, articles = [article, made.article]) =>
    await verifyIssue(
      issueOf(null, makeTestStory({ id: 'weir', highlights: [highlight] })),
      () => ({ sha256: made.part.sha256, text: made.part.text }),
      articles,
    );

  test.each([
    [0, 1],
    [0, 2],
    [1, 3],
    [0, 3],
    [3, 4],
    [2, 4],
  ])('sentences %i to %i', async (from, to) => {
    expect(await check(highlightOf(made.article, sentences.slice(from, to)))).toEqual([]);
  });

  const forged: [what: string, highlight: Highlight][] = [
    ['a word cut out', of(at('The board did ', 'The board did '), at('approve', 'the weir.'))],
    ['half a sentence', of(at('The board', 'did not approve'))],
    ['the end of a sentence', of(at('approve the weir.'))],
    ['a sentence and a half', of(at('The board', 'It will meet'))],
    ['a sentence left out between two', of(at('The board', 'weir.'), at(' Nobody', 'for it.'))],
    ['the title', of(at('What became of weir'))],
    ['another article', { ...of(at('It will meet again.')), article: 'ebb' }],
    ['an article that is not there', { ...of(at('It will meet again.')), article: 'nope' }],
  ];
  test.each(forged)('%s', async (_, highlight) => {
    expect(await check(highlight)).toMatchObject([{ code: 'highlight-differs', file: 'weir.txt' }]);
  });
  test('a damaged sentence', async () => {
    const [first, ...others] = sentences;
    const damaged = {
      ...made.article,
      sentences: [...(first ? [{ ...first, barred: 'hole' }] : []), ...others],
    };
    expect(await check(of(at('The board', 'weir.')), [damaged])).toHaveLength(1);
    expect(await check(of(at('It will meet again.')), [damaged])).toEqual([]);
  });
});

describe('verifyFile', () => {
  const text = 'The “ebb” took <all> & the tide-table’s last page | it is said > Reed.';
  const story = makeTestStory({ id: 'ebb', title: 'Feed', highlights: [{ ...quote(0), text }] });
  const issue = issueOf(null, story);
  const check = (path: string, found: string | null, made: string | Uint8Array) =>
    verifyFile({ path, found: found === null ? null : Buffer.from(found), made }, [issue]);
  const page = `<h2>Feed</h2>\n<p>${escapeHtml(text)}</p>`;

  test('the same bytes', () => {
    expect(check('2026-05/index.html', page, page)).toEqual([]);
    expect(check('2026-05/email.eml', page, Buffer.from(page))).toEqual([]);
  });
  test('a file that is gone', () => {
    const gone = { code: 'rendering-differs', severity: 'error', file: 'out/feed.xml' };
    expect(check('feed.xml', null, page)).toMatchObject([gone]);
  });
  test.each([
    ['a space less', page.replace('it is', 'itis')],
    ['a byte more', `${page} `],
    ['nothing', ''],
    ['a link', page.replace('<h2>', '<h2 onclick="x">')],
  ])('%s', (_, found) => {
    expect(check('2026-05/index.html', found, page)).toMatchObject([
      { code: 'rendering-differs', file: 'out/2026-05/index.html' },
    ]);
  });

  const carriers: [path: string, made: string][] = [
    ['2026-05/index.html', page],
    ['2026-05/email.html', page.replace('took', 'to&shy;<wbr>ok').replaceAll('&amp;', '&#x26;')],
    [
      '2026-05/email.txt',
      `Feed\n\n  | ${text.replace('took', 'took\n  |').replace(' > Reed', '\n> Reed')}\n`,
    ],
    ['feed.xml', `<content>${escapeHtml(page)}</content>`],
  ];
  test.each(carriers)('the highlight that %s lost is named, with the line', (path, made) => {
    const [fault] = check(path, made.replace('last', 'first'), made);
    expect(fault?.message).toMatch(/does not hold highlight "The “ebb”.*of "Feed"/u);
    expect(fault?.line).toBe(made.slice(0, made.indexOf('last')).split('\n').length);
  });
  test('what only stands in a script, a style, the head or a comment does not count', () => {
    for (const hidden of [`<script>${page}</script>`, `<head>${page}</head>`, `<!-- ${page} -->`])
      expect(check('2026-05/index.html', hidden, page)[0]?.message).toContain('does not hold');
    expect(check('2026-05/index.html', `<header>${page}</header>`, page)[0]?.message).not.toContain('hold');
  });
  test('a story that the plan left to the page is not missed', () => {
    const short = '<p>Feed</p>';
    expect(check('2026-05/email.html', short, short)).toEqual([]);
    expect(check('2026-05/email.html', `${short} `, short)[0]?.message).not.toContain('hold');
  });
  test('entities that name nothing harm nothing', () => {
    expect(check('2026-05/index.html', '&#x110000;&constructor;&nope;&#99999999999;', page)).toHaveLength(1);
  });
});
