/**
 * Stories for any JSON Lines file: `npm run -s eval:stories -- --in docs.jsonl --out stories.jsonl`.
 * Rows {id, title, text, date?} become {id, story}, in their order; rows of one story have the same name, which is the
 * id of its first row. Near-copies are in the story of their original. `--language` (ISO 639-1, default en) is that
 * of all rows.
 */
import { parseArgs } from 'node:util';
import { groupArticles } from '../../src/group/group.ts';
import { rarityOf } from '../../src/summarize/model/tables.ts';
import { loadModel } from '../../src/summarize/model/weights.ts';
import { countValues } from '../../src/text/vectors.ts';
import { type ArticleRow, idAt, toInput } from './articles.ts';
import { readRows, writeRows } from './rows.ts';

const { tables } = await loadModel();

const { values } = parseArgs({
  options: {
    in: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string', default: 'en' },
  },
});

function label(path: string): object[] {
  const rows = readRows<ArticleRow>(path);
  const inputs = rows.map((row, i) => toInput(row, i, values.language));
  const { groups } = groupArticles(inputs, {
    themes: [],
    merges: [],
    splits: [],
    rarity: (stem) => rarityOf(tables, stem),
  }).value;
  const stories = new Map<string, number>();
  for (const { articles, folded } of groups) {
    const members = [...articles, ...folded.map(({ id }) => id)];
    const first = Math.min(...members.map(Number));
    for (const member of members) stories.set(member, first);
  }
  // Rows without an id, or with another's, are told apart by their place.
  const uses = countValues(rows.map(({ id }) => String(id)));
  const nameOf = (i: number): string => {
    const id = String(rows[i]?.id ?? '');
    return id === '' || (uses.get(id) ?? 0) > 1 ? `${id}#${i + 1}` : id;
  };
  return rows.map(({ id }, i) => ({ id, story: nameOf(stories.get(idAt(i)) ?? i) }));
}

if (values.in && values.out) writeRows(values.out, label(values.in));
else {
  process.stderr.write('usage: npm run -s eval:stories -- --in <jsonl> --out <jsonl>\n');
  process.exitCode = 2;
}
