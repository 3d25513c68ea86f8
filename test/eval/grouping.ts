import { findDuplicates } from '../../src/group/duplicates.ts';
import type { GroupInput } from '../../src/group/group.ts';
import { findRepeats, withoutRepeats } from '../../src/group/repeats.ts';
import { clusterStories } from '../../src/group/stories.ts';
import { storyVectors } from '../../src/group/story-vectors.ts';
import { readThemes } from '../../src/group/theme-reader.ts';
import { chooseTheme, OTHER_THEME } from '../../src/group/themes.ts';
import { readWords } from '../../src/group/words.ts';
import { rarityOf } from '../../src/summarize/model/tables.ts';
import { loadModel } from '../../src/summarize/model/weights.ts';
import { anew } from '../../src/text/anew.ts';
import type { ThemeDefinition } from '../../src/types.ts';
import { type ArticleRow, toInput } from './articles.ts';
import { createDice } from './dice.ts';
import { perturbations } from './perturbations.ts';
import { type BCubed, bCubed, macroF1, share } from './scores.ts';

const { tables } = await loadModel();

export type LabelledRow = ArticleRow & { label: string };

/** Shares from 0 to 1. `withOther`: as the product judges; `sure`: not marked "to check". */
export type ThemeScores = {
  articles: number;
  accuracy: number;
  macroF1: number;
  withOther: number;
  other: number;
  sure: number;
  accuracyOfSure: number;
  milliseconds: number;
};

/** The best of the themes for each article, near-copies folded first. Milliseconds for each article. */
export function scoreThemes(rows: readonly LabelledRow[], themes: readonly ThemeDefinition[]): ThemeScores {
  const inputs = rows.map((row, i) => toInput(row, i));
  const folded = new Set(findDuplicates(inputs, () => false).map(({ id }) => id));
  const kept = inputs.flatMap((article, i) =>
    folded.has(article.id) ? [] : [{ article, label: rows[i]?.label ?? '' }],
  );
  const start = performance.now();
  const reader = readThemes(
    kept.map(({ article }) => ({ article, words: readWords(article), pinned: null })),
    themes,
    anew,
    (stem) => rarityOf(tables, stem),
  );
  const judged = kept.map(({ label }, d) => {
    const { theme, reason } = chooseTheme([d], reader);
    return { label, theme, forced: theme === OTHER_THEME ? reason.runnerUp : theme, unsure: reason.unsure };
  });
  const milliseconds = (performance.now() - start) / kept.length;
  const sure = judged.filter(({ unsure }) => !unsure);
  return {
    articles: kept.length,
    accuracy: share(judged, (one) => one.forced === one.label),
    macroF1: macroF1(
      judged.map(({ label }) => label),
      judged.map(({ forced }) => forced ?? ''),
    ),
    withOther: share(judged, (one) => one.theme === one.label),
    other: share(judged, (one) => one.theme === OTHER_THEME),
    sure: sure.length / judged.length,
    accuracyOfSure: share(sure, (one) => one.theme === one.label),
    milliseconds,
  };
}

/** How the dates of a set are told: not at all, as they are, or as if all had happened in one month. */
export const datings: Readonly<Record<string, (date: string | undefined) => string | undefined>> = {
  'without dates': () => undefined,
  'with dates': (date) => date,
  'in one month': (date) => date && `2026-05${date.slice(7)}`,
};

export type StoryScores = BCubed & { stories: number; milliseconds: number };

export function scoreStories(
  rows: readonly LabelledRow[],
  dateOf: (date: string | undefined) => string | undefined,
): StoryScores {
  const inputs = rows.map((row, i): GroupInput => {
    const value = dateOf(row.date);
    return { ...toInput(row, i), date: value === undefined ? null : { value } };
  });
  const start = performance.now();
  const repeats = findRepeats(inputs, (id) => id);
  const words = inputs.map((input) => withoutRepeats(readWords(input), repeats.get(input.id)));
  const { vectors } = storyVectors(words, (stem) => rarityOf(tables, stem));
  const clusters = clusterStories(inputs, vectors, { together: [], apart: [] });
  const milliseconds = (performance.now() - start) / rows.length;
  const labels = rows.map(({ label }) => label);
  return { ...bCubed(clusters, labels), stories: clusters.length, milliseconds };
}

export type DuplicateScores = { recall: number; precision: number; milliseconds: number };

/** Articles, and of each a damaged copy: recall of the pairs, precision of all folds. Originals are no near-copies. */
export function scoreDuplicates(rows: readonly LabelledRow[]): Map<string, DuplicateScores> {
  const entries = Object.entries(perturbations).map(([name, perturb]) => {
    const dice = createDice(1);
    const copies = rows.map((row) => ({ ...row, text: perturb(row.text, dice) }));
    const inputs = [...rows, ...copies].map((row, i) => toInput(row, i));
    const start = performance.now();
    const folds = findDuplicates(inputs, () => false);
    const milliseconds = (performance.now() - start) / inputs.length;
    const right = folds.filter(({ id, of }) => Math.abs(Number(id) - Number(of)) === rows.length);
    const scores = {
      recall: right.length / rows.length,
      precision: share(folds, (fold) => right.includes(fold)),
      milliseconds,
    };
    return [name, scores] as const;
  });
  return new Map(entries);
}

/** Every fourth of the rows that are no near-copies of another. */
export function distinctRows(rows: readonly LabelledRow[]): LabelledRow[] {
  const folds = findDuplicates(
    rows.map((row, i) => toInput(row, i)),
    () => false,
  );
  const known = new Set(folds.map(({ id }) => Number(id)));
  return rows.filter((_, i) => !known.has(i)).filter((_, i) => i % 4 === 0);
}
