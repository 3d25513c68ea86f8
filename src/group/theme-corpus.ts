import { anew } from '../text/anew.ts';
import { compareText } from '../text/ids.ts';
import { countValues, intern, smoothIdf } from '../text/vectors.ts';
import type { Remember, ThemeDefinition } from '../types.ts';
import { findSeeds, readSeeds, type SeedHit, type SeedTable } from './seeds.ts';
import type { ReadArticle } from './surface-forms.ts';
import type { SeedTerm, TermCounts, ThemeDocument } from './theme-model.ts';
import type { ArticleWords } from './words.ts';

/** What a theme is read from. `pinned` is the theme that the front matter names, by position. */
export type ThemeSource = ReadArticle & { pinned: number | null };

/** `terms` numbers the keys of words. */
export type ThemeCorpus = {
  documents: ThemeDocument[];
  hits: SeedHit[][];
  terms: Map<string, number>;
  seeds: SeedTerm[];
};

/** How often the title is counted. */
const TITLE_WEIGHT = 2;

/** How many articles an editor's word is worth in the training; 20 would drown the rest. */
const PIN_WEIGHT = 5;

/** Articles as counts of words, and of the seeds among them. */
export function readCorpus(
  sources: readonly ThemeSource[],
  themes: readonly ThemeDefinition[],
  remember: Remember = anew,
): ThemeCorpus {
  const tables = readSeedTables(sources, themes, remember);
  const hits = sources.map(({ words, article }) => {
    const table = tables.get(article.language);
    return table ? remember('seed hits', [words, table], () => findSeeds(words, table, TITLE_WEIGHT)) : [];
  });
  const teaching = teachingLanguages(sources, hits);
  const counts = sources.map(({ words }, d) =>
    remember('key counts', [words, hits[d]], () => countKeys(words, hits[d] ?? [])),
  );
  const terms = new Map<string, number>();
  const seeds = internSeeds(
    [...teaching].flatMap((language) => tables.get(language) ?? []),
    terms,
  );
  const taught = sources.map(({ article }, d) => {
    const own = counts[d];
    if (!own || !teaching.has(article.language)) return null;
    const ids = new Int32Array(own.keys.length);
    for (let i = 0; i < ids.length; i += 1) ids[i] = intern(terms, own.keys[i] as string);
    return { ids, weights: own.counts };
  });
  const starts = startShares(hits, themes.length);
  const documents = sources.map(({ article, words, pinned }, d): ThemeDocument => {
    const own = counts[d] ?? countKeys(words, []);
    return {
      terms: taught[d] ?? knownTerms(own, terms),
      length: own.length,
      weight: teaching.has(article.language) ? (pinned === null ? 1 : PIN_WEIGHT) : 0,
      fixed: pinned,
      start: starts[d] ?? new Float64Array(themes.length),
    };
  });
  return { documents, hits, terms, seeds };
}

function readSeedTables(
  sources: readonly ThemeSource[],
  themes: readonly ThemeDefinition[],
  remember: Remember,
): Map<string, SeedTable> {
  const languages = new Set(sources.map(({ article }) => article.language));
  const stated = JSON.stringify(themes);
  const read = (language: string): SeedTable =>
    remember('seeds', [stated, language], () => readSeeds(themes, language));
  return new Map([...languages].map((language) => [language, read(language)]));
}

/**
 * Languages in which the seeds have a hold: the most frequent one, and those where more than half of the articles
 * hold a seed or are pinned. Articles in the others must not teach: one of them that found a theme would draw all
 * the rest after it, since the language itself would look like the theme. They are read only by the words they
 * share with articles that teach: names, numbers, cognates.
 */
function teachingLanguages(sources: readonly ThemeSource[], hits: readonly SeedHit[][]): Set<string> {
  const all = countValues(sources.map(({ article }) => article.language));
  const held = countValues(
    sources
      .filter(({ pinned }, d) => pinned !== null || (hits[d]?.length ?? 0) > 0)
      .map(({ article }) => article.language),
  );
  const [main] = [...all].sort(([a, n], [b, m]) => m - n || compareText(a, b));
  const taught = [...all].filter(([language, n]) => (held.get(language) ?? 0) > n / 2);
  return new Set([...(main ? [main] : []), ...taught].map(([language]) => language));
}

/** How often each key occurs in an article, in the order of first occurrence; `length` is the sum. */
type KeyCounts = { keys: string[]; counts: Float64Array; length: number };

function countKeys({ title, sentences }: ArticleWords, hits: readonly SeedHit[]): KeyCounts {
  const titles = Array.from({ length: TITLE_WEIGHT }, () => title);
  const counts = countValues([...titles, ...sentences].flat().map((word) => word.key));
  for (const { seed, count } of hits) counts.set(seed, count);
  const values = Float64Array.from(counts.values());
  return { keys: [...counts.keys()], counts: values, length: values.reduce((sum, count) => sum + count, 0) };
}

/** The terms among the keys of an article that does not teach. */
function knownTerms({ keys, counts }: KeyCounts, terms: ReadonlyMap<string, number>): TermCounts {
  const ids = Int32Array.from(keys, (key) => terms.get(key) ?? -1);
  return { ids: ids.filter((id) => id >= 0), weights: counts.filter((_, i) => (ids[i] ?? -1) >= 0) };
}

/** Where each article starts: its seeds by TF-IDF, as shares of the themes; all 0 when it holds none. */
function startShares(hits: readonly SeedHit[][], themes: number): Float64Array[] {
  const holders = countValues(hits.flatMap((found) => [...new Set(found.map((hit) => hit.seed))]));
  return hits.map((found) => {
    const scores = new Float64Array(themes);
    for (const { theme, seed, count } of found) {
      const weight = (1 + Math.log(count)) * smoothIdf(hits.length, holders.get(seed) ?? 0);
      scores[theme] = (scores[theme] ?? 0) + weight;
    }
    const total = scores.reduce((sum, score) => sum + score, 0);
    return total === 0 ? scores : scores.map((score) => score / total);
  });
}

/** Seeds as terms, whether an article holds them or not: a theme must not look likelier because its seeds are rare. */
function internSeeds(tables: readonly SeedTable[], terms: Map<string, number>): SeedTerm[] {
  const seeds = new Map<string, SeedTerm>();
  for (const { themes } of tables) {
    for (const [seed, owners] of themes) {
      const term = intern(terms, seed);
      for (const theme of owners) seeds.set(`${term} ${theme}`, { term, theme });
    }
  }
  return [...seeds.values()];
}
