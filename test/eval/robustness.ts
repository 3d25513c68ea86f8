/**
 * Feeds seeded inputs (mutated, random, pathological) in every format that is read through ingest and segment, and
 * counts what must not happen: throws, sums that do not add up. `npm run -s eval:robustness -- [runs] [seed] [format]`
 * The runs are those of each format; a third of them is of each kind.
 */
import { readArticles } from '../../src/pipeline/reading.ts';
import { checkBytes, checkClasses } from '../../src/proof/conservation.ts';
import { createDice } from './inputs/dice.ts';
import { createInputs, formats, type Kind } from './inputs/inputs.ts';

/** Most units of a pathological input; the growth of work is for `eval:growth` to find. */
const size = 8_000;

export type Found = { runs: number; throws: number; sums: number; diagnostics: number; slowest: number };

/** What became of so many inputs of one kind. */
export async function tryInputs(format: string, kind: Kind, runs: number, seed: number): Promise<Found> {
  const dice = createDice(seed);
  const make = createInputs(format, kind, size);
  const found: Found = { runs, throws: 0, sums: 0, diagnostics: 0, slowest: 0 };
  for (let run = 0; run < runs; run += 1) {
    const bytes = make(dice);
    const start = performance.now();
    try {
      const { value, diagnostics } = await readArticles({ path: `a${format}`, bytes });
      if (diagnostics.some((d) => d.code === 'unreadable-file')) throw new Error(diagnostics[0]?.message);
      const wrong = [value.reading && checkBytes(value.reading), ...value.parts.map(checkClasses)];
      if (wrong.some((problem) => problem !== null)) found.sums += 1;
      found.diagnostics += diagnostics.length;
    } catch {
      found.throws += 1;
    }
    found.slowest = Math.max(found.slowest, performance.now() - start);
  }
  return found;
}

if (import.meta.main) {
  const [runs = 2000, seed = 1] = process.argv.slice(2, 4).map(Number);
  const only = process.argv[4];
  for (const format of formats.filter((f) => only === undefined || f === only)) {
    for (const kind of ['mutated', 'random', 'pathological'] as const) {
      const found = await tryInputs(format, kind, Math.ceil(runs / 3), seed);
      const { throws, sums, diagnostics, slowest } = found;
      process.stdout.write(
        `${format.padEnd(10)} ${kind.padEnd(12)} ${found.runs} runs, ${throws} throws, ${sums} sums wrong, ${diagnostics} diagnostics, slowest ${slowest.toFixed(0)} ms\n`,
      );
    }
  }
}
