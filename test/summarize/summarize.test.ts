import { describe, expect, test } from 'vitest';
import { createCache } from '../../src/pipeline/cache.ts';
import { loadModel } from '../../src/summarize/model/weights.ts';
import { createSummarizer, type SummaryOptions } from '../../src/summarize/summarize.ts';
import type { AnalyzedArticle } from '../../src/types.ts';
import { createDice } from '../eval/dice.ts';
import { makeArticle } from '../made-articles.ts';

const model = await loadModel();
const title = { text: 'Council freezes harbour rents', ranges: [] };

function pick(articles: AnalyzedArticle[], options: Partial<SummaryOptions> = {}) {
  return createSummarizer({ limit: 3, words: 110, model, ...options }).pick(articles, '2026-05');
}

function texts(articles: AnalyzedArticle[], options: Partial<SummaryOptions> = {}): string[] {
  return pick(articles, options).map((p) => p.sentences.map((s) => s.text).join(' '));
}

const rents = makeArticle({
  id: 'rents',
  title,
  body: [
    'The council of Low Reed froze harbour rents on Monday. He had not expected that at all.',
    'Who will pay for the new pier then? The council of Low Reed froze the harbour rents, on a Monday.',
    'Forty boats lie in the harbour of Low Reed this year. The ferry pays 900 crowns a month for its berth.',
  ],
}).article;

describe.each([
  ['the model', model],
  ['position and centrality', null],
])('by %s', (_, judge) => {
  test('sentences that can be read alone, in reading order, none that repeats another', () => {
    expect(texts([rents], { model: judge })).toEqual([
      'The council of Low Reed froze harbour rents on Monday.',
      'Forty boats lie in the harbour of Low Reed this year.',
      'The ferry pays 900 crowns a month for its berth.',
    ]);
  });
  test.each([0, 1, 2])('at most %i', (limit) =>
    expect(texts([rents], { model: judge, limit })).toHaveLength(limit),
  );
  test('an article without a fit sentence has none', () => {
    const poor = makeArticle({ id: 'poor', body: ['Why?', 'Nobody knows.'] }).article;
    expect(pick([poor], { model: judge })).toEqual([]);
  });
  test('no more words together than are allowed, but always one highlight', () => {
    expect(texts([rents], { model: judge, words: 12 })).toHaveLength(1);
    expect(texts([rents], { model: judge, words: 22 })).toHaveLength(2);
  });
  test('the same twice', () => {
    expect(pick([rents], { model: judge })).toEqual(pick([rents], { model: judge }));
  });
});

test('what the editor says of an issue is not said again in it, only there', () => {
  const { say, pick } = createSummarizer({ limit: 3, words: 110, model });
  say(rents, rents.sentences.slice(0, 1), '2026-05');
  const told = (issue: string): string[] =>
    pick([rents], issue).flatMap((p) => p.sentences.map((s) => s.text));
  expect(told('2026-05')).not.toContain(rents.sentences[0]?.text);
  expect(told('2026-06')).toContain(rents.sentences[0]?.text);
});

test('every rejected sentence is counted by its reason', () => {
  const { rejectedOf } = createSummarizer({ limit: 3, words: 110, model });
  expect(rejectedOf(rents)).toEqual({ 'dangling opener': 1, 'question alone': 1 });
});

describe('a sentence that points to the one before it', () => {
  const pointing = [
    'The council of Low Reed will rebuild the northern pier of the harbour for 40 million crowns.',
    'It is the dearest pier that the council of Low Reed has ever agreed to rebuild in its harbour.',
  ];
  const asked = Array.from({ length: 10 }, (_, i) => `Gull ${i} slept.`);
  test('is told with it, in one paragraph or across two', () => {
    for (const body of [
      [pointing.join(' '), ...asked],
      [...pointing, ...asked],
    ]) {
      const { article } = makeArticle({ id: 'pier', title, body });
      const [picked] = pick([article], { limit: 2 });
      expect(picked?.sentences.map((s) => s.text)).toEqual(pointing);
      expect(picked?.reason.reasons).toContain('told with the sentence before it, to which it points');
    }
  });
  test('is left out where one sentence is all there may be', () => {
    const { article } = makeArticle({ id: 'pier', title, body: [...pointing, ...asked] });
    expect(texts([article], { limit: 1 })).toEqual([pointing[0]]);
  });
});

test('whatever an article says, no highlight opens with a word that points outside', () => {
  const bank = [
    'The council of Low Reed froze the rents of the harbour on Monday.',
    'He had not expected that at all from the council.',
    'But the ferry will sail again in May, the board said.',
    '“We will not pay,” she said.',
    'Skipper Ane Lund has moved her boat to Caddow.',
    'That is why forty boats have left the harbour since the spring.',
    'Who will pay for the new pier then?',
    '“Nobody asked us,',
    'the harbour master complained.',
    'The pier was built in 1911 and rebuilt twice.',
  ];
  const dice = createDice(11);
  for (let run = 0; run < 60; run += 1) {
    const body = [
      'The tide of Low Reed was late.',
      ...Array.from({ length: 4 + dice(20) }, () => bank[dice(bank.length)] ?? ''),
    ];
    const { article } = makeArticle({ id: 'any', title, body });
    for (const text of texts([article], { limit: 1 + dice(5) }))
      expect(text).not.toMatch(/^(?:He|But|That|Who|“Nobody asked us,$|the )/u);
  }
});

describe('a story of several sources', () => {
  const other = makeArticle({
    id: 'other',
    title: { text: 'Rents in Low Reed', ranges: [] },
    body: [
      'The council of Low Reed froze the harbour rents on Monday.',
      'Skippers had threatened to move their forty boats to Caddow, ten miles up the coast.',
    ],
  }).article;
  test('each has its say, and none says what another said', () => {
    const picks = pick([rents, other]);
    expect(new Set(picks.map((p) => p.article))).toEqual(new Set(['rents', 'other']));
    const said = picks.filter((p) => p.article === 'other').flatMap((p) => p.sentences.map((s) => s.text));
    expect(said).toEqual([
      'Skippers had threatened to move their forty boats to Caddow, ten miles up the coast.',
    ]);
    expect(picks).toHaveLength(3);
  });
  test('one that has nothing new leaves its place to the others', () => {
    const echo = makeArticle({
      id: 'echo',
      body: ['The council of Low Reed froze harbour rents on Monday.'],
    }).article;
    expect(pick([rents, echo]).map((p) => p.article)).toEqual(['rents', 'rents']);
  });
});

test('reasons say where it stands, how it was judged, and how many sets were weighed', () => {
  const [first] = pick([rents]);
  expect(first?.reason.reasons[0]).toBe('opens the article');
  expect(first?.reason.reasons).toContain('chosen by position and centrality: the article is short');
  expect(first?.reason.reasons.at(-1)).toMatch(/^best of \d+ sets$/u);
});

test.each([
  [
    'thousands of sentences',
    Array.from(
      { length: 700 },
      (_, i) =>
        `Boat ${i} of the harbour paid ${i} crowns to the council. The ferry number ${i} left at ${i % 24} in the rain. Skipper Ane Lund said that berth ${i} was too dear.`,
    ),
  ],
  ['capitals', ['THE COUNCIL OF LOW REED FROZE THE RENTS. NOBODY IN THE HARBOUR HAD EXPECTED IT.']],
  ['bullets', ['• rents', '• boats', '• the pier']],
  ['verse', ['Grey is the tide,', 'grey is the pier,', 'and the ferry comes never']],
  ['code', ['const rents = boats.map((b) => { return b.rent; });']],
])('%s: an answer, and no throw', (_, body) => {
  const { article } = makeArticle({ id: 'odd', body });
  expect(pick([article]).length).toBeLessThanOrEqual(3);
});

describe('an article of which no sentence can be read on its own', () => {
  const { article } = makeArticle({
    id: 'odd',
    body: ['Who pays for the harbour now?', 'He does. And she does.'],
  });
  const [first, ...others] = article.paragraphs;
  const told = (kind: 'standfirst' | 'paragraph') =>
    pick([{ ...article, paragraphs: first ? [{ ...first, kind }, ...others] : [] }]);
  test('is told by its standfirst, which says so', () => {
    expect(told('standfirst').map((p) => p.sentences.map((s) => s.text))).toEqual([
      ['Who pays for the harbour now?'],
    ]);
    expect(told('standfirst')[0]?.reason.reasons).toEqual([
      'its standfirst: no sentence of it can be read on its own',
    ]);
  });
  test('or by its title alone', () => expect(told('paragraph')).toEqual([]));
});

test('what is kept of a story hangs on what was said before it', async () => {
  const other = makeArticle({
    id: 'other',
    title,
    body: [
      'Snow fell on the hills above Low Reed on Friday. The road to the quarry was closed for six hours.',
    ],
  }).article;
  const after = makeArticle({
    id: 'after',
    title,
    body: [rents.sentences.map((s) => s.text).join(' ')],
  }).article;
  const cache = createCache();
  const tell = async (first: AnalyzedArticle): Promise<string[]> =>
    await cache.run('tell', async (remember) => {
      const { pick } = createSummarizer({ limit: 3, words: 110, model, remember });
      pick([first], '2026-05');
      return pick([after], '2026-05').flatMap((p) => p.sentences.map((s) => s.text));
    });
  const fresh = (first: AnalyzedArticle): string[] => {
    const { pick } = createSummarizer({ limit: 3, words: 110, model });
    pick([first], '2026-05');
    return pick([after], '2026-05').flatMap((p) => p.sentences.map((s) => s.text));
  };
  expect(fresh(rents)).not.toEqual(fresh(other));
  for (const first of [rents, other, rents]) expect(await tell(first)).toEqual(fresh(first));
});
