/** A small, seeded share of `eval:robustness` and `eval:growth`. */
import { afterAll, describe, expect, test } from 'vitest';
import { measureTwice, most, openMeter } from './eval/growth.ts';
import { filesAround } from './eval/inputs/containers.ts';
import { formats } from './eval/inputs/inputs.ts';
import { generators } from './eval/inputs/pathological.ts';
import { tryInputs } from './eval/robustness.ts';

describe.each(formats)('%s', (format) => {
  test.each(['mutated', 'random', 'pathological'] as const)('survives what is %s', async (kind) => {
    expect(await tryInputs(format, kind, 12, 20260514)).toMatchObject({ throws: 0, sums: 0 });
  });
});

describe('twice the input costs at most three times the work', () => {
  const meter = openMeter('count');
  afterAll(() => meter.close());
  // Of the many generators each format gets its own few, all of them over the formats together.
  const kinds = ['.txt', '.md', '.html', '.eml', '.mbox', '.xml', '.json'];
  test.each(kinds.map((format, k) => [format, k] as const))('%s', async (format, k) => {
    const grown: string[] = [];
    for (const [i, { name }] of generators.entries()) {
      if (i % kinds.length !== k) continue;
      const container = i % filesAround(format, '').length;
      const [one, two] = await measureTwice(meter, { format, container, generator: name, size: 3000 });
      expect(one).toBeGreaterThan(0);
      if (two > most * one) grown.push(`${name}: ${one} -> ${two}`);
    }
    expect(grown).toEqual([]);
  });
});
