import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignIds, candidateOf, type Unnamed } from '../../src/analyze/ids.ts';
import type { Article } from '../../src/types.ts';
import { makeArticle } from '../made-articles.ts';

type Sketch = { title: string; body?: string; url?: string; id?: string; file?: string };

function sketch({
  title,
  body = `${title} was the talk of Reed.`,
  url,
  id,
  file = `${title}.md`,
}: Sketch): Unnamed {
  const made = makeArticle({ id: '', title: { text: title, ranges: [] }, file, body: [body] });
  const article: Article = {
    ...made.article,
    ...(url ? { url: { text: url, ranges: [] } } : {}),
    metadata: id === undefined ? {} : { id: { value: id, range: { start: 0, end: 0 } } },
  };
  return { article, part: made.part };
}

/** Assigns ids in one build after another, as a newsletter does, and returns those of the last. */
function build(...builds: Sketch[][]): { ids: string[]; ledger: Map<string, string>; codes: string[] } {
  const ledger = new Map<string, string>();
  let ids: string[] = [];
  let codes: string[] = [];
  for (const sketches of builds) {
    const { value, diagnostics } = assignIds(sketches.map(sketch).map(candidateOf), ledger);
    for (const [form, id] of value.additions) {
      expect(ledger.has(form)).toBe(false);
      ledger.set(form, id);
    }
    ids = value.ids;
    codes = diagnostics.map((d) => d.code);
  }
  return { ids, ledger, codes };
}

const eels: Sketch = {
  title: 'Eels return',
  body: 'Forty eels were counted at Thorn Weir.',
  url: 'https://reed.example/eels',
};
const ferry: Sketch = { title: 'The last ferry', body: 'The ferry Patience made its last crossing.' };

test('a new id is a slug of the title and a number', () => {
  expect(build([eels, ferry]).ids).toEqual(['eels-return-1', 'the-last-ferry-1']);
  expect(build([{ title: '', body: '' }]).ids).toEqual(['article-1']);
});

describe('an article keeps its id', () => {
  const later: [what: string, change: Partial<Sketch>][] = [
    ['with a new title', { title: 'Eels are back' }],
    ['in another file', { file: 'archive/2026/eels.md' }],
    ['with tracking parameters', { url: 'http://REED.example/eels/?utm_source=mail#top' }],
    ['with a new title and no address', { title: 'Eels are back', url: '' }],
    [
      'with a new opening and title',
      { title: 'Eels are back', body: 'Correction: thirty-nine eels were counted.' },
    ],
    [
      'with other spaces and capitals',
      { body: 'FORTY  eels were\ncounted at Thorn Weir.', title: 'EELS', url: '' },
    ],
  ];
  test.each(later)('%s', (_, change) => {
    expect(build([eels, ferry], [ferry, { ...eels, ...change }]).ids).toEqual([
      'the-last-ferry-1',
      'eels-return-1',
    ]);
  });
  test('but a column of the same title at another address is another article', () => {
    const column = { ...eels, url: 'https://reed.example/e/1', body: 'Correction: thirty-nine.' };
    expect(build([eels, ferry], [ferry, column]).ids).toEqual(['the-last-ferry-1', 'eels-return-2']);
  });
  test('through a chain of changes', () => {
    const renamed = { ...eels, title: 'Eels are back' };
    const moved = { ...renamed, url: 'https://reed.example/e/1' };
    const rewritten = { ...moved, title: 'Thorn Weir', body: 'All rewritten.' };
    expect(build([eels], [renamed], [moved], [rewritten]).ids).toEqual(['eels-return-1']);
  });
});

describe('two articles', () => {
  const other = {
    ...eels,
    body: 'Other eels, another weir.',
    url: 'https://reed.example/eels-2',
    file: 'b.md',
  };
  test('with the same title have two ids, and keep them when files are renamed', () => {
    expect(build([eels, other]).ids).toEqual(['eels-return-1', 'eels-return-2']);
    expect(build([eels, other], [other, eels]).ids).toEqual(['eels-return-2', 'eels-return-1']);
    expect(build([eels], [{ ...other, file: 'a.md' }, eels]).ids).toEqual(['eels-return-2', 'eels-return-1']);
  });
  test('of which one is gone: its id is not given to the next with that title', () => {
    const next = { ...eels, body: 'Eels once more.', url: '', file: 'c.md' };
    expect(build([eels, other], [eels, next]).ids).toEqual(['eels-return-1', 'eels-return-3']);
  });
  test('that are the same to the letter have two ids, and a third never gets one of them', () => {
    const copy = { ...eels, file: 'copy.md' };
    expect(build([eels, copy]).ids).toEqual(['eels-return-1', 'eels-return-2']);
    expect(build([eels, copy], [{ ...other, file: 'a.md' }, eels, copy]).ids).toEqual([
      'eels-return-3',
      'eels-return-1',
      'eels-return-2',
    ]);
  });
});

describe('a stated id', () => {
  test('wins over everything known', () => {
    expect(build([eels], [{ ...eels, id: 'weir' }]).ids).toEqual(['weir']);
    expect(build([{ ...eels, id: ' weir ' }, ferry]).ids).toEqual(['weir', 'the-last-ferry-1']);
  });
  test('stands for the forms of its article from then on', () => {
    expect(build([{ ...eels, id: 'weir' }], [eels]).ids).toEqual(['weir']);
  });
  test('twice is an error, and the second is named by its title', () => {
    const { ids, codes } = build([
      { ...eels, id: 'x' },
      { ...ferry, id: 'x' },
    ]);
    expect(ids).toEqual(['x', 'the-last-ferry-1']);
    expect(codes).toEqual(['duplicate-id']);
  });
  test('is never minted for another', () => {
    expect(build([{ ...ferry, id: 'eels-return-1' }, eels]).ids).toEqual(['eels-return-1', 'eels-return-2']);
  });
  test('an empty one states nothing', () =>
    expect(build([{ ...eels, id: ' ' }]).ids).toEqual(['eels-return-1']));
});

test('whatever happens, ids are apart, minted ones are in the ledger, and stay when files change their order', () => {
  const any: fc.Arbitrary<Sketch> = fc.record({
    title: fc.constantFrom('Eels', 'Ferry', ''),
    body: fc.constantFrom('One.', 'Two.', 'Three.', ''),
    url: fc.constantFrom('', 'https://reed.example/1', 'https://reed.example/2'),
    id: fc.constantFrom('', '', 'eels-1', 'weir'),
    file: fc.constantFrom('a.md', 'b.md', 'c.md'),
  });
  const files = fc.uniqueArray(any, { selector: (s) => s.file ?? '', maxLength: 3 });
  fc.assert(
    fc.property(files, files, (first, second) => {
      const once = build(first);
      const again = build(first, first);
      expect(again.ids).toEqual(once.ids);
      expect(again.ledger).toEqual(once.ledger);
      const { ids, ledger } = build(first, second);
      expect(new Set(ids).size).toBe(ids.length);
      const minted = ids.filter((_, i) => !second[i]?.id);
      for (const id of minted) expect([...ledger.values()]).toContain(id);
    }),
    { seed: 20260514, numRuns: 2000 },
  );
  const distinct = ['Eels', 'Ferry', 'Weir', 'Reef'].map((title) => ({ title, body: `${title} again.` }));
  fc.assert(
    fc.property(fc.shuffledSubarray(distinct, { minLength: 4 }), (order) => {
      const ids = build(distinct, order).ids;
      expect(ids).toEqual(order.map(({ title }) => `${title.toLowerCase()}-1`));
    }),
    { seed: 20260514, numRuns: 50 },
  );
});

describe('nobody takes the id of another', () => {
  test('not by stating it', () => {
    const thief = { title: 'Eels are overrated', id: 'eels-return-1' };
    const { ids, codes } = build([eels], [thief, eels]);
    expect(ids).toEqual(['eels-are-overrated-1', 'eels-return-1']);
    expect(codes).toEqual(['duplicate-id']);
  });
  test('not by standing at its address', () => {
    const guest = { ...eels, title: 'Something else', body: 'Nothing about any fish.', file: 'a.md' };
    expect(build([eels], [guest, eels]).ids).toEqual(['something-else-1', 'eels-return-1']);
  });
});
