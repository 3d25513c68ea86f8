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

/** Counted work at a size and at twice that. */
export async function countTwice(meter: Meter, made: Made): Promise<[number, number]> {
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

if (import.meta.main) {
  const [wanted = 'all', units = '1000000', part = ''] = process.argv.slice(2);
  const [clock, counter] = [openMeter('time'), openMeter('count')];
  const say = (text: string): void => void process.stdout.write(text);
  // Endings that share a reader and containers are one format here.
  const twins = new Set(['.text', '.markdown', '.htm', '.xhtml', '.rss']);
  for (const format of formats.filter((f) => (wanted === 'all' ? !twins.has(f) : f === wanted))) {
    const rows: Row[] = [];
    for (const container of filesAround(format, '').keys()) {
      for (const { name } of generators.filter((g) => g.name.includes(part))) {
        // Small sizes first: what is slow there is not tried larger.
        for (const divisor of [64, 8, 2]) {
          const made = { format, container, generator: name, size: Number(units) / divisor };
          const seconds = await countTwice(clock, made);
          const work: Row['work'] = seconds[1] < 2 ? await countTwice(counter, made) : [1, 1];
          const row = { made, work, seconds };
          rows.push(row);
          if (isFlagged(row) || seconds[1] > 3) say(formatRow(row));
          if (seconds[1] > 3) break;
        }
      }
    }
    say(`${format}: ${rows.length} rows, ${rows.filter(isFlagged).length} flagged\n`);
  }
  await Promise.all([clock.close(), counter.close()]);
}
