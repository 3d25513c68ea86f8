import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GroupInput, type GroupOptions, groupArticles, OTHER_THEME } from '../../src/group/group.ts';
import type { StoryGroup } from '../../src/types.ts';
import { draft, landThemes, shuffled, texts } from './articles.ts';

const options: GroupOptions = { themes: landThemes, merges: [], splits: [] };
const groupsOf = (articles: readonly GroupInput[], change: Partial<GroupOptions> = {}): StoryGroup[] =>
  groupArticles(articles, { ...options, ...change }).value.groups;

const half = texts.cheese.split('\n').slice(0, 3).join('\n');
const sample = [
  draft({ id: 'ferry', title: 'Ferry aground', text: texts.ferry, date: '2026-05-05' }),
  draft({ id: 'shoals', title: 'Ninety saved', text: texts.ferryElsewhere, date: '2026-05-06' }),
  draft({ id: 'cheese', title: 'Gold for a cheese', text: texts.cheese, date: '2026-05' }),
  draft({ id: 'half', title: 'Gold!', text: half }),
  draft({
    id: 'library',
    title: 'Ten thousand novels',
    text: texts.library,
    date: '2026-05-20',
    theme: 'Reading',
  }),
];

/** Every id where it stands: as a member or folded. */
const places = (groups: readonly StoryGroup[]): string[] =>
  groups.flatMap(({ articles, folded }) => [...articles, ...folded.map(({ id }) => id)]);

describe('grouping', () => {
  test('joins tellings, folds copies, keeps the rest alone', () => {
    expect(groupsOf(sample)).toMatchObject([
      { articles: ['cheese'], folded: [{ id: 'half', of: 'cheese', containment: 1 }], shared: [] },
      { articles: ['ferry', 'shoals'], folded: [] },
      { articles: ['library'], theme: 'Reading' },
    ]);
    expect(groupsOf(sample)[1]?.shared).toContain('Quill Point');
  });
  test('reports copies and what is to be checked', () => {
    const { diagnostics } = groupArticles(sample, options);
    expect(diagnostics.filter(({ code }) => code === 'folded')).toMatchObject([{ file: 'half.md' }]);
    expect(diagnostics.filter(({ code }) => code === 'theme-unsure').map(({ file }) => file)).toEqual([
      'cheese.md',
      'ferry.md',
    ]);
  });
  test('obeys the editor', () => {
    const ids = (change: Partial<GroupOptions>) =>
      groupsOf(sample, change).map(({ articles }) => articles.toSorted());
    expect(ids({ merges: [['library', 'half']] })).toContainEqual(['cheese', 'library']);
    expect(ids({ splits: [['ferry', 'shoals']] })).toEqual([['cheese'], ['ferry'], ['library'], ['shoals']]);
    expect(ids({ splits: [['cheese', 'half']] })).toContainEqual(['half']);
    expect(ids({ merges: [['ferry', 'cheese']], splits: [['shoals', 'half']] })).not.toContainEqual([
      'cheese',
      'ferry',
      'shoals',
    ]);
  });
  test('asks for no theme that the editor chose, for a copy either', () => {
    const articles = [draft({ id: 'whole', text: texts.cheese }), draft({ id: 'half', text: half })];
    const asked = (...decided: string[]) =>
      groupArticles(articles, { ...options, decided: new Set(decided) })
        .diagnostics.map(({ code }) => code)
        .filter((code) => code === 'theme-unsure');
    expect(asked()).toHaveLength(1);
    expect(asked('whole')).toEqual([]);
    expect(asked('half')).toEqual([]);
  });
  test('reports where the editor’s lists contradict each other', () => {
    const lists = {
      merges: [
        ['ferry', 'cheese'],
        ['ghost', 'ferry'],
      ],
      splits: [['cheese', 'ferry']],
    };
    const { diagnostics } = groupArticles(sample, { ...options, ...lists });
    const messages = diagnostics
      .filter(({ code }) => code === 'editor-unmatched')
      .map(({ message }) => message);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('stay apart');
  });
});

describe('little input', () => {
  test('no article makes no group', () => {
    expect(groupArticles([], options)).toEqual({
      value: { groups: [], suggestions: [], repeats: new Map() },
      diagnostics: [],
    });
  });
  test('one empty article is one group under Other', () => {
    expect(groupsOf([draft({ id: 'a' })], { themes: [] })).toMatchObject([
      { articles: ['a'], theme: OTHER_THEME },
    ]);
  });
  test('of one id twice, one stays', () => {
    expect(places(groupsOf([draft({ id: 'a', text: 'One.' }), draft({ id: 'a', text: 'Two.' })]))).toEqual([
      'a',
    ]);
  });
});

const lines = [
  ...Object.values(texts).join('\n').split('\n'),
  'The farmer sold a boat.',
  '',
  '码头上的老人修好了旧船。',
];
const drafts = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-zé_-]{1,6}$/u),
    title: fc.constantFrom(...lines, ''),
    text: fc.array(fc.constantFrom(...lines), { maxLength: 8 }).map((chosen) => chosen.join('\n')),
    date: fc.constantFrom('2026-05-05', '2026-05', '2026', 'never', '2026-08-01'),
    language: fc.constantFrom('en', 'fr', 'zh', 'tlh'),
    theme: fc.constantFrom('', 'Sea', 'Boats'),
  }),
  { selector: ({ id }) => id, maxLength: 14 },
);
const lists = fc.array(fc.array(fc.nat(14), { maxLength: 4 }), { maxLength: 3 });

const blurb = `The Quill is printed in Penfold by the guild of ropemakers since 1902.
It is read in nine villages along the estuary and on the islands.`;

describe('what articles of other stories say word for word', () => {
  const nettles = `Nettles make a better soup than spinach when they are young.
The nuns of Orla have cooked it each spring for two hundred years.`;
  const swifts = `Swifts came back to the tower on the third of May.
Ringers leave the louvres open and climb the stair with slippers on.`;
  const chess = `Children of the school in Dunmere learn chess on Thursdays.
The youngest player is six and beats her grandmother.`;
  const bodies = [nettles, swifts, chess];

  test('does not join them, nor do equal titles, and is told by id and index', () => {
    const articles = bodies.map((body, i) =>
      draft({ id: `a${i}`, title: 'Notes from the village hall', text: `${body}\n${blurb}` }),
    );
    const { groups, repeats } = groupArticles(articles, options).value;
    expect(groups.map((group) => group.articles)).toEqual([['a0'], ['a1'], ['a2']]);
    expect([...repeats]).toEqual(['a0', 'a1', 'a2'].map((id) => [id, new Set([2, 3])]));
  });

  test('a copy repeats nothing, not even apart from its original by the editor; nor does its own story', () => {
    const articles = [
      draft({ id: 'a', text: texts.ferry }),
      draft({ id: 'b', text: `${texts.ferry}\n${swifts}` }),
      draft({ id: 'c', text: `${texts.ferryElsewhere}\n${texts.ferry.split('\n')[0]}` }),
      draft({ id: 'd', text: chess }),
    ];
    const told = (splits: string[][]) => groupArticles(articles, { ...options, splits }).value;
    expect(told([]).groups.map((group) => group.articles.length)).toEqual([2, 1]);
    expect(told([]).repeats.size).toBe(0);
    expect([...told([['a', 'b']]).repeats.keys()]).not.toContain('d');
    expect(
      told([
        ['a', 'b'],
        ['c', 'b'],
        ['c', 'a'],
      ]).repeats.get('c'),
    ).toEqual(new Set([4]));
    expect(
      told([
        ['a', 'b'],
        ['c', 'b'],
        ['c', 'a'],
      ]).repeats.get('a'),
    ).toEqual(new Set([0]));
  });
});

test('every article is in exactly one place, whatever the order of the input', () => {
  fc.assert(
    fc.property(drafts, lists, lists, fc.nat(), (chosen, merges, splits, seed) => {
      const articles = chosen.map(draft);
      const name = (list: number[][]) => list.map((row) => row.map((i) => chosen[i]?.id ?? `ghost-${i}`));
      const rules = { ...options, merges: name(merges), splits: name(splits) };
      const result = groupArticles(articles, rules);
      expect(places(result.value.groups).toSorted()).toEqual(chosen.map(({ id }) => id).toSorted());
      expect(groupArticles(shuffled(articles, seed), rules)).toEqual(result);
      const storyOf = (id: string) => result.value.groups.findIndex((group) => places([group]).includes(id));
      for (const row of rules.splits) {
        const there = [...new Set(row)].filter((id) => storyOf(id) !== -1);
        expect(new Set(there.map(storyOf)).size).toBe(there.length);
      }
    }),
    { seed: 19, numRuns: 150 },
  );
});

test('many short articles are grouped, near-equal ones too', () => {
  const word = (n: number) => `word${(n * n * 31 + n * 17) % 3001}`;
  const varied = Array.from({ length: 4000 }, (_, i) => {
    const text = Array.from({ length: 40 }, (__, k) => word(i * 41 + k * 13)).join(' ');
    return draft({ id: `v${i}`, title: word(i), text, date: `2026-${i % 2 === 0 ? '05' : '11'}` });
  });
  const alike = Array.from({ length: 1000 }, (_, i) =>
    draft({ id: `a${i}`, text: `${texts.cheese} It was number ${i}.` }),
  );
  const groups = groupsOf([...varied, ...alike]);
  expect(new Set(places(groups)).size).toBe(5000);
});
