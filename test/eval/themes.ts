/**
 * Themes for any JSON Lines file: `npm run -s eval:themes -- --in docs.jsonl --themes seeds.yaml --out labels.jsonl`.
 * Rows {id, title?, text} become {id, theme, margin}, in their order; `margin` runs from 0 to 1. Near-copies get the
 * theme of their original. `--language` (ISO 639-1, default en) is that of all rows. Every row gets the best of the
 * themes given, as labelled sets have no rest; with `--other` it is judged as in the product: what no theme can claim
 * is "Other", with the nearest theme as `runnerUp`.
 */
import { parseArgs } from 'node:util';
import { findDuplicates } from '../../src/group/duplicates.ts';
import { readThemes } from '../../src/group/theme-reader.ts';
import { chooseTheme, OTHER_THEME } from '../../src/group/themes.ts';
import { readWords } from '../../src/group/words.ts';
import { type ArticleRow, idAt, toInput } from './articles.ts';
import { readRows, writeRows } from './rows.ts';
import { readThemeFile } from './theme-file.ts';

const { values } = parseArgs({
  options: {
    in: { type: 'string' },
    themes: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string', default: 'en' },
    other: { type: 'boolean', default: false },
  },
});

function label(path: string, seeds: string): object[] {
  const rows = readRows<ArticleRow>(path);
  const inputs = rows.map((row, i) => toInput(row, i, values.language));
  const folds = new Map(findDuplicates(inputs, () => false).map(({ id, of }) => [id, of]));
  const originals = inputs.filter(({ id }) => !folds.has(id));
  const places = new Map(originals.map(({ id }, place) => [id, place]));
  const reader = readThemes(
    originals.map((article) => ({ article, words: readWords(article), pinned: null })),
    readThemeFile(seeds),
  );
  return rows.map(({ id }, i) => {
    const own = folds.get(idAt(i)) ?? idAt(i);
    const { theme, reason } = chooseTheme([places.get(own) ?? 0], reader);
    if (theme !== OTHER_THEME) return { id, theme, margin: reason.margin };
    return values.other
      ? { id, theme, margin: reason.margin, runnerUp: reason.runnerUp }
      : { id, theme: reason.runnerUp ?? theme, margin: reason.margin };
  });
}

if (values.in && values.themes && values.out) writeRows(values.out, label(values.in, values.themes));
else {
  process.stderr.write('usage: npm run -s eval:themes -- --in <jsonl> --themes <yaml> --out <jsonl>\n');
  process.exitCode = 2;
}
