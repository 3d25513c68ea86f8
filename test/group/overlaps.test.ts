import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOverlapFile, type Least, type Overlap } from '../../src/group/overlaps.ts';

const text = (...ids: number[]) => ({ order: Float64Array.from(ids), triples: Float64Array.from(ids) });
const texts = [text(10, 1, 2, 3), text(1, 2, 9), text(2, 3, 7)];
const any = { shared: 1, share: 0 };

const fileOf = (most: number, filed: readonly number[], all = texts, least: Least = any) => {
  const file = createOverlapFile(all, most, least);
  for (const at of filed) file.add(at);
  return file;
};

test('overlaps count what is shared, and what a third text has too', () => {
  expect(fileOf(10, [0, 1]).find(2)).toEqual([
    [0, { shared: 2, spread: 1, shorter: 3 }],
    [1, { shared: 1, spread: 1, shorter: 3 }],
  ]);
  expect(fileOf(10, [0]).find(1)).toEqual([[0, { shared: 2, spread: 1, shorter: 3 }]]);
});

test('too few shared runs, or too small a share of them, are nothing', () => {
  expect(fileOf(10, [0, 1], texts, { shared: 2, share: 0 }).find(2)).toHaveLength(1);
  expect(fileOf(10, [0, 1], texts, { shared: 1, share: 0.5 }).find(2)).toHaveLength(1);
  expect(fileOf(10, [0, 1], texts, { shared: 1, share: 0.7 }).find(2)).toEqual([]);
});

test('only what was filed is found', () => {
  expect(fileOf(10, []).find(1)).toEqual([]);
  expect(fileOf(10, [1]).find(2)).toEqual([[1, { shared: 1, spread: 1, shorter: 3 }]]);
});

test('what too many filed texts hold counts nowhere, also where it was filed before', () => {
  const four = [...texts, text(1, 2, 3)];
  expect(fileOf(2, [0, 1], four).find(3)).toEqual([
    [0, { shared: 3, spread: 3, shorter: 3 }],
    [1, { shared: 2, spread: 2, shorter: 3 }],
  ]);
  expect(fileOf(2, [0, 1, 2], four).find(3)).toEqual([
    [0, { shared: 2, spread: 2, shorter: 2 }],
    [1, { shared: 1, spread: 1, shorter: 2 }],
    [2, { shared: 1, spread: 1, shorter: 2 }],
  ]);
});

test('no texts, no overlaps', () => {
  expect(createOverlapFile([], 5, any).find(0)).toEqual([]);
});

/** All pairs, each run looked at. Of each text only those before it are filed, but for those in `unfiled`. */
function compareAll(
  all: readonly number[][],
  filed: readonly number[],
  at: number,
  most: number,
  least: Least,
) {
  const held = (id: number): number => filed.filter((t) => all[t]?.includes(id)).length;
  const counts = (ids: readonly number[]): number[] => ids.filter((id) => held(id) <= most);
  const own = counts(all[at] ?? []);
  return filed.flatMap((other): [number, Overlap][] => {
    const others = counts(all[other] ?? []);
    const common = own.filter((id) => others.includes(id));
    const spread = common.filter((id) => all.filter((ids) => ids.includes(id)).length > 2).length;
    const [shared, shorter] = [common.length, Math.min(own.length, others.length)];
    const isEnough = shared > 0 && shared >= least.shared && shared / shorter >= least.share;
    return isEnough ? [[other, { shared, spread, shorter }]] : [];
  });
}

test('nothing is overlooked: it is what a look at all pairs finds', () => {
  const runs = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 30 });
  const cases = fc.record({
    all: fc.array(runs, { maxLength: 12 }),
    most: fc.integer({ min: 1, max: 6 }),
    least: fc.record({ shared: fc.integer({ min: 1, max: 8 }), share: fc.constantFrom(0, 0.22, 0.5, 0.9) }),
    isFiled: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  });
  fc.assert(
    fc.property(cases, ({ all, most, least, isFiled }) => {
      const file = createOverlapFile(
        all.map((ids) => text(...ids)),
        most,
        least,
      );
      const filed: number[] = [];
      for (const at of all.keys()) {
        expect(file.find(at)).toEqual(compareAll(all, filed, at, most, least));
        if (!isFiled[at]) continue;
        file.add(at);
        filed.push(at);
      }
    }),
    { seed: 11, numRuns: 400 },
  );
});
