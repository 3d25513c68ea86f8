import { expect, test } from 'vitest';
import { storyVectors } from '../../src/group/story-vectors.ts';
import { readWords } from '../../src/group/words.ts';
import { dot, norm } from '../../src/text/vectors.ts';
import { draft, texts } from './articles.ts';

const vectorsOf = (...bodies: string[]) =>
  storyVectors(bodies.map((text, i) => readWords(draft({ id: `a${i}`, text }))));

test('tellings of one event are closer than other articles', () => {
  const { vectors } = vectorsOf(texts.ferry, texts.ferryElsewhere, texts.cheese);
  const [a, b, c] = vectors;
  if (!a || !b || !c) throw new Error('three vectors were asked for');
  expect(dot(a, b)).toBeGreaterThan(5 * dot(a, c));
});

test('only terms that two articles have are kept', () => {
  const { termOf, vectors } = vectorsOf('Quill Point is dark.', 'Quill Point is lit.');
  const kept = [...(vectors[0]?.ids ?? [])].map(termOf);
  expect(kept).toContain('quill point');
  expect(kept).not.toContain('dark');
  expect(norm(vectors[0] ?? { ids: new Int32Array(), weights: new Float64Array() })).toBeLessThan(1);
});

test('a pair does not cross from one sentence into the next', () => {
  const { termOf, vectors } = vectorsOf('At Quill.\nPoint is dark.', 'At Quill.\nPoint is lit.');
  expect([...(vectors[0]?.ids ?? [])].map(termOf)).not.toContain('quill point');
});

test('articles without words have empty vectors', () => {
  expect(vectorsOf('', '').vectors.map(norm)).toEqual([0, 0]);
  expect(vectorsOf().vectors).toEqual([]);
});

test('a word that is common in the news at large says less than a rare one', () => {
  const words = ['Quill snow dark.', 'Quill snow lit.'].map((text, i) =>
    readWords(draft({ id: `a${i}`, text })),
  );
  const weights = (rarity: (stem: string) => number) => {
    const { termOf, vectors } = storyVectors(words, rarity);
    return new Map(Array.from(vectors[0]?.ids ?? [], (id, k) => [termOf(id), vectors[0]?.weights[k] ?? 0]));
  };
  const flat = weights(() => 6);
  expect(flat.get('snow')).toBe(flat.get('quill'));
  const telling = weights((stem) => (stem === 'quill' ? 9 : 3));
  expect((telling.get('quill') ?? 0) / (telling.get('snow') ?? 1)).toBeCloseTo(2, 9);
});
