import { join } from 'node:path';
import {
  datings,
  distinctRows,
  type LabelledRow,
  scoreDuplicates,
  scoreStories,
  scoreThemes,
} from '../grouping.ts';
import { agThemes, bbcThemes } from '../news-themes.ts';
import { readRows } from '../rows.ts';
import { formatTable } from './table.ts';

const show = (value: number): string => value.toFixed(3);

/** Themes, stories and near-copies as tables, from `themes/` and `stories/` of a folder. */
export function groupTables(folder: string, limit: number): string[] {
  const bbc = readRows<LabelledRow>(join(folder, 'themes/bbc.jsonl'));
  return [
    themeTable([
      ['BBC', scoreThemes(bbc, bbcThemes)],
      ['AG News', scoreThemes(readRows<LabelledRow>(join(folder, 'themes/agnews.jsonl')), agThemes)],
    ]),
    storyTable(readRows<LabelledRow>(join(folder, 'stories/basil.jsonl'))),
    duplicateTable(distinctRows(bbc).slice(0, limit)),
  ];
}

function themeTable(sets: readonly (readonly [string, ReturnType<typeof scoreThemes>])[]): string {
  const head = [
    'themes',
    'articles',
    'accuracy',
    'macro F1',
    'as product',
    'in Other',
    'sure',
    'of sure',
    'ms',
  ];
  return formatTable(
    head,
    sets.map(([name, s]) => [
      name,
      String(s.articles),
      ...[s.accuracy, s.macroF1, s.withOther, s.other, s.sure, s.accuracyOfSure].map(show),
      s.milliseconds.toFixed(2),
    ]),
  );
}

function storyTable(rows: readonly LabelledRow[]): string {
  const scores = Object.entries(datings).map(([name, dateOf]) => [name, scoreStories(rows, dateOf)] as const);
  return formatTable(
    ['stories, BASIL', 'stories', 'B-cubed P', 'R', 'F1', 'ms'],
    scores.map(([name, s]) => [
      name,
      String(s.stories),
      ...[s.precision, s.recall, s.f1].map(show),
      s.milliseconds.toFixed(2),
    ]),
  );
}

function duplicateTable(rows: readonly LabelledRow[]): string {
  const head = [`near-copies of ${rows.length}`, 'recall', 'precision', 'ms'];
  return formatTable(
    head,
    [...scoreDuplicates(rows)].map(([name, s]) => [
      name,
      ...[s.recall, s.precision].map(show),
      s.milliseconds.toFixed(2),
    ]),
  );
}
