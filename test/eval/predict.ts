/**
 * Highlights for any JSON Lines file: `npm run -s eval:predict -- --in docs.jsonl --out pred.jsonl`.
 * Rows {id, title?, article} (paragraphs are lines) become {id, sentences}, in their order: three strings as they
 * stand in the article, fewer only when it has fewer sentences.
 */
import { parseArgs } from 'node:util';
import { createPredictor } from './highlights/predict.ts';
import { readRows, textOf, titleOf, writeRows } from './rows.ts';

type Row = { id: string | number; title?: unknown; article?: unknown; text?: unknown };

const { values } = parseArgs({ options: { in: { type: 'string' }, out: { type: 'string' } } });

if (values.in && values.out) {
  const predict = await createPredictor();
  const rows = readRows<Row>(values.in);
  writeRows(
    values.out,
    rows.map((row) => ({ id: row.id, sentences: predict({ title: titleOf(row), article: textOf(row) }) })),
  );
} else {
  process.stderr.write('usage: npm run -s eval:predict -- --in <jsonl> --out <jsonl>\n');
  process.exitCode = 2;
}
