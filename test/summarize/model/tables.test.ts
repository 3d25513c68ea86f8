import { expect, test } from 'vitest';
import { rarityOf, SLOTS, slotOf } from '../../../src/summarize/model/tables.ts';

test('a slot is the same everywhere and within the table', () => {
  expect(['', 'harbour', 'rent', 'été', '灯'].map(slotOf)).toMatchInlineSnapshot(`
    [
      8188,
      27445,
      31914,
      23623,
      30602,
    ]
  `);
  for (let i = 0; i < 5000; i += 1) expect(slotOf(`word${i}`)).toBeLessThan(SLOTS);
});

test('words spread over the slots', () => {
  const slots = new Set(Array.from({ length: 5000 }, (_, i) => slotOf(`word${i}`)));
  // By chance about 4,640 of 5,000 have one that no earlier one had.
  expect(slots.size).toBeGreaterThan(4500);
});

test('rarity is read from the slot of a stem', () => {
  const idf = new Uint8Array(SLOTS);
  idf[slotOf('quill')] = 105;
  expect(rarityOf({ idf, prior: idf }, 'quill')).toBeCloseTo(5, 9);
  expect(rarityOf({ idf, prior: idf }, 'snow')).toBe(0);
});
