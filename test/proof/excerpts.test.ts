import { describe, expect, test } from 'vitest';
import { highlightOf } from '../../src/compose/highlights.ts';
import { excerptsOf } from '../../src/proof/excerpts.ts';
import { verifyFile, verifyIssue } from '../../src/proof/verify.ts';
import type { Cited, Issue, IssueNumber, Quote } from '../../src/types.ts';
import { makeArticle } from '../made-articles.ts';
import { makeIssue } from '../render/fixture.ts';

const { part, article } = makeArticle({
  id: 'ebb',
  body: ['About 640 people rowed\nto Low Reed. “The tide was here before us,” said Ida Pell.'],
});

function cite(words: string): Cited {
  const start = part.text.indexOf(words.replaceAll('_', '\n'));
  return { text: words.replaceAll('_', ' '), ranges: [{ start, end: start + words.length }] };
}

const excerpt = (index: number) => ({
  story: 'ebb',
  sentence: { ...highlightOf(article, article.sentences.slice(index, index + 1)), source: 'Reed Courier' },
  language: 'en',
  dir: 'ltr' as const,
});
const number: IssueNumber = {
  ...excerpt(0),
  figure: cite('About 640'),
  label: cite('people rowed_to Low Reed'),
};
const quote: Quote = {
  ...excerpt(1),
  words: cite('The tide was here before us'),
  by: cite('Ida Pell'),
  dateLabel: '14 May',
};

async function verify(change: Partial<Issue>, text = part.text) {
  const issue = makeIssue(change);
  return await verifyIssue(issue, () => ({ sha256: part.sha256, text }), [article]);
}

test('figures and quote are proved as highlights are', async () => {
  expect(excerptsOf(makeIssue({ numbers: [number], quote })).map(({ name }) => name)).toEqual([
    'figure "About 640"',
    'quote "The tide was here before us"',
  ]);
  expect(await verify({ numbers: [number], quote })).toEqual([]);
  expect(await verify({ numbers: [number], quote }, part.text.replace('Reed.', 'Read.'))).toHaveLength(1);
});

describe('what was tampered with is found', () => {
  const half = {
    text: 'people to Low Reed',
    ranges: [...cite('people_').ranges, ...cite('to Low Reed').ranges],
  };
  const cases: [what: string, change: Partial<Issue>, message: RegExp][] = [
    [
      'another figure',
      { numbers: [{ ...number, figure: { ...number.figure, text: 'About 650' } }] },
      /is "About 640" in the source/u,
    ],
    [
      'a figure out of another sentence',
      { numbers: [{ ...number, figure: quote.by }] },
      /not an unbroken piece/u,
    ],
    ['a label with a gap', { numbers: [{ ...number, label: half }] }, /not an unbroken piece/u],
    [
      'a label that holds the figure',
      { numbers: [{ ...number, label: cite('640 people') }] },
      /shown twice/u,
    ],
    [
      'a label from nowhere',
      { numbers: [{ ...number, label: { text: 'x', ranges: [] } }] },
      /not an unbroken piece/u,
    ],
    [
      'words nobody said',
      { quote: { ...quote, words: { ...quote.words, text: 'The tide was late' } } },
      /in the source/u,
    ],
    [
      'another speaker',
      { quote: { ...quote, by: { ...quote.by, text: 'Bo Lind' } } },
      /is "Ida Pell" in the source/u,
    ],
    [
      'a forged sentence',
      { quote: { ...quote, sentence: { ...quote.sentence, text: 'x' } } },
      /differs from the source/u,
    ],
  ];
  test.each(cases)('%s', async (_, change, message) => {
    const faults = await verify(change);
    expect(faults).toMatchObject([{ code: 'highlight-differs', file: 'ebb.txt' }]);
    expect(faults[0]?.message).toMatch(message);
  });
});

test('a rendering that lost one is named', () => {
  const issue = makeIssue({ numbers: [number], quote });
  const made =
    '<p>About 640</p><p>people rowed to Low Reed</p><p>The tide was here before us</p><p>Ida Pell</p>';
  const lost = (words: string) =>
    verifyFile({ path: '2026-05/index.html', made, found: Buffer.from(made.replace(words, 'x')) }, [issue])[0]
      ?.message;
  expect(lost('people rowed')).toContain('does not hold figure "About 640"');
  expect(lost('Ida Pell')).toContain('does not hold quote "The tide was here before us"');
});
