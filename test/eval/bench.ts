/**
 * The bench: `npm run -s eval -- --data <folder> [--limit N]` prints, as Markdown, tables of highlights (ours beside
 * Lead-3, npm peers and the greedy oracle), themes, stories and near-copies. The folder holds
 * `highlights/valid-{cnn,dm}.jsonl.gz` (rows {id, article, summary[]}), `themes/{bbc,agnews}.jsonl` and
 * `stories/basil.jsonl` (rows {id, title, text, label, date?}). `--limit` takes the first N articles of each set of
 * highlights and of copies. Peers are installed apart: `npm ci --ignore-scripts --prefix test/eval/peers`.
 *
 * Highlights: three sentences of an article, the same sentences for every system. ROUGE F1 with Porter stems, intervals
 * by bootstrap; faults as `bench/readability.ts` has them; times are of one article: ours with splitting and all
 * analysis, theirs for choosing alone.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { groupTables } from './bench/group-tables.ts';
import { highlightTable } from './bench/highlight-table.ts';
import { fitRows, type HighlightRow, runSystems } from './bench/highlights.ts';
import { readRows } from './rows.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, limit: { type: 'string' } } });

async function run(folder: string, limit: number): Promise<void> {
  for (const name of ['valid-cnn', 'valid-dm']) {
    const rows = fitRows(readRows<HighlightRow>(join(folder, 'highlights', `${name}.jsonl.gz`)));
    const outcomes = await runSystems(rows.slice(0, limit));
    if (!outcomes.peers)
      process.stderr.write('peers are left out: npm ci --ignore-scripts --prefix test/eval/peers\n');
    process.stdout.write(`${highlightTable(name, outcomes)}\n\n`);
  }
  process.stdout.write(`${groupTables(folder, limit).join('\n\n')}\n`);
}

if (values.data) await run(values.data, Number(values.limit ?? Number.POSITIVE_INFINITY));
else {
  process.stderr.write('usage: npm run -s eval -- --data <folder> [--limit N]\n');
  process.exitCode = 2;
}
