import { expect, test } from 'vitest';
import { judgeSentences, readWords } from '../../../src/summarize/model/reading.ts';
import { loadModel } from '../../../src/summarize/model/weights.ts';
import { harbour, seen } from './fixture.ts';

const model = await loadModel();

test('every word has a chance and every sentence a margin, the same each time', () => {
  const [a, b] = [1, 2].map(() => judgeSentences(readWords(harbour, seen, model), model.sentences));
  expect(a?.chances.length).toBe(a?.outline.slot.length);
  expect(a?.chances.every((p) => p > 0 && p < 1)).toBe(true);
  expect([...(a?.margins ?? [])]).toEqual([...(b?.margins ?? [])]);
  expect(a?.margins).toHaveLength(harbour.length);
});

test('an article whose words nobody knows, and one of a single word, are read', () => {
  const odd = { text: 'Xq.', tokens: ['xq'], paragraph: 0 };
  expect(judgeSentences(readWords([odd], seen, model), model.sentences).margins).toHaveLength(1);
  expect(readWords([{ ...odd, tokens: [] }], seen, model).chances).toHaveLength(0);
});
