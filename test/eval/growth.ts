/**
 * Does work grow with the size of a file, or faster? Each pathological text in each container of each format, at a
 * size and at twice that size: counted work and processor time. Rows are flagged where twice the input costs more than
 * three times as much. `npm run -s eval:growth [-- <format or all> [units, default 1000000] [part of a name]]`
 */
import { type Asker, openWorker } from '../../src/io/workers.ts';
import { filesAround } from './inputs/containers.ts';
import { formats, type Made } from './inputs/inputs.ts';
import { generators } from './inputs/pathological.ts';

/** How many times more than its half an input may cost. */
export const most = 3;

export type Meter = { measure: (made: Made) => Promise<number>; close: () => Promise<void> };

/** Measures in a thread of its own; what takes longer than 20 s costs infinitely much. */
export function openMeter(kind: 'count' | 'time'): Meter {
  const worker: Asker<Made, number> = openWorker(new URL(`${kind}-worker.ts`, import.meta.url), {
    seconds: 20,
    megabytes: 4096,
  });
  const measure = async (made: Made): Promise<number> => {
    const outcome = await worker.ask(made);
    if ('answer' in outcome) return outcome.answer;
    if (outcome.stopped === 'fault') throw new Error(outcome.reason);
    return Number.POSITIVE_INFINITY;
  };
  return { measure, close: worker.close };
}

/** What is measured at a size and at twice that. */
export async function measureTwice(meter: Meter, made: Made): Promise<[number, number]> {
  return [await meter.measure(made), await meter.measure({ ...made, size: 2 * made.size })];
}

type Row = { made: Made; work: [number, number]; seconds: [number, number] };

const ratio = ([one, two]: [number, number]): number =>
  two === Number.POSITIVE_INFINITY ? two : two / Math.max(one, 1e-9);

function isFlagged({ work, seconds }: Row): boolean {
  return ratio(work) > most || (seconds[1] > 0.2 && ratio(seconds) > most);
}

function formatRow(row: Row): string {
  const { made, work, seconds } = row;
  const flag = isFlagged(row) ? 'GROWS' : 'slow ';
  return `${flag}  ${made.format} ${made.container}  ${made.generator}  ${Math.round(made.size)} -> ${Math.round(2 * made.size)} units: work x${ratio(work).toFixed(2)}, ${seconds.map((s) => s.toFixed(2)).join(' -> ')} s\n`;
}

/** Every text in every container, at sizes that grow; endings that share a reader and containers are one format. */
function* listMade(wanted: string, units: number, part: string): Generator<Made[]> {
  const twins = new Set(['.text', '.markdown', '.htm', '.xhtml', '.rss']);
  for (const format of formats.filter((f) => (wanted === 'all' ? !twins.has(f) : f === wanted)))
    for (const container of filesAround(format, '').keys())
      for (const { name } of generators.filter((g) => g.name.includes(part)))
        yield [64, 8, 2].map((n) => ({ format, container, generator: name, size: units / n }));
}

/** Small sizes first: what is slow there is not tried larger. */
async function timeAll(clock: Meter, sizes: readonly Made[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const made of sizes) {
    const seconds = await measureTwice(clock, made);
    rows.push({ made, work: [1, 1], seconds });
    if (seconds[1] > 3) break;
  }
  return rows;
}

if (import.meta.main) {
  const [wanted = 'all', units = '1000000', part = ''] = process.argv.slice(2);
  const [clock, counter] = [openMeter('time'), openMeter('count')];
  const rows: Row[] = [];
  for (const sizes of listMade(wanted, Number(units), part)) rows.push(...(await timeAll(clock, sizes)));
  await clock.close();
  // Counting slows the whole process down: it comes after all timing.
  for (const row of rows) {
    if (row.seconds[1] < 1) row.work = await measureTwice(counter, row.made);
    if (isFlagged(row) || row.seconds[1] > 3) process.stdout.write(formatRow(row));
  }
  await counter.close();
  process.stdout.write(`${rows.length} rows, ${rows.filter(isFlagged).length} flagged\n`);
}
