/**
 * Grouping alone on labelled news: `npm run -s eval:group -- <folder of data>` prints the tables of `eval` for themes,
 * stories and near-copies, and how long larger folders take.
 */
import { join } from 'node:path';
import { type GroupInput, groupArticles } from '../../src/group/group.ts';
import { idAt, toInput } from './articles.ts';
import { groupTables } from './bench/group-tables.ts';
import { formatTable } from './bench/table.ts';
import type { LabelledRow } from './grouping.ts';
import { bbcThemes } from './news-themes.ts';
import { readRows } from './rows.ts';

/** Longer folders repeat the set with a word of its own in each article; dates are strewn over a year. */
function makeFolder(inputs: readonly GroupInput[], count: number): GroupInput[] {
  return Array.from({ length: count }, (_, i) => {
    const input = inputs[i % inputs.length] as GroupInput;
    const month = String((i % 12) + 1).padStart(2, '0');
    return {
      ...input,
      id: idAt(i),
      part: idAt(i),
      date: { value: `2026-${month}-${String((i % 28) + 1).padStart(2, '0')}` },
    };
  });
}

function speedTable(folder: string): string {
  const inputs = readRows<LabelledRow>(join(folder, 'themes/agnews.jsonl')).map((row, i) => toInput(row, i));
  const rows = [1000, 5000, 20_000].map((count) => {
    const articles = makeFolder(inputs, count);
    const start = performance.now();
    groupArticles(articles, { themes: bbcThemes, merges: [], splits: [] });
    return [`${count} articles`, ((performance.now() - start) / 1000).toFixed(1)];
  });
  return formatTable(['grouping', 'seconds'], rows);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run -s eval:group -- <folder of data>\n');
  process.exitCode = 2;
} else
  process.stdout.write(
    `${[...groupTables(folder, Number.POSITIVE_INFINITY), speedTable(folder)].join('\n\n')}\n`,
  );
