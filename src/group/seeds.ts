import { stem, tokenize } from '../text/tokens.ts';
import type { ThemeDefinition } from '../types.ts';
import type { ArticleWords, Word } from './words.ts';

/** A seed found in an article: its theme by position, its key, how often. */
export type SeedHit = { theme: number; seed: string; count: number };

/** Themes by the key of a seed: its words stemmed, joined by spaces. */
export type SeedTable = { themes: Map<string, number[]>; longest: number };

/** Seeds are stemmed as the articles of a language are, so that their forms meet there. */
export function readSeeds(themes: readonly ThemeDefinition[], language: string): SeedTable {
  const table: SeedTable = { themes: new Map(), longest: 0 };
  themes.forEach(({ seeds }, theme) => {
    for (const seed of seeds) {
      const words = tokenize(seed, language).map((token) => stem(token.text, language));
      const key = words.join(' ');
      const known = table.themes.get(key) ?? [];
      if (words.length === 0 || known.includes(theme)) continue;
      table.themes.set(key, [...known, theme]);
      table.longest = Math.max(table.longest, words.length);
    }
  });
  return table;
}

/** The seeds that occur in an article, in the order of first occurrence; the title counts `titleWeight` times. */
export function findSeeds(words: ArticleWords, table: SeedTable, titleWeight: number): SeedHit[] {
  const hits = new Map<string, SeedHit>();
  addHits(hits, words.title, table, titleWeight);
  for (const sentence of words.sentences) addHits(hits, sentence, table, 1);
  return [...hits.values()];
}

function addHits(hits: Map<string, SeedHit>, run: readonly Word[], table: SeedTable, weight: number): void {
  for (let start = 0; start < run.length; start += 1) {
    for (let size = 1; size <= Math.min(table.longest, run.length - start); size += 1) {
      const found = run.slice(start, start + size);
      const seed = found.map((word) => word.key).join(' ');
      for (const theme of table.themes.get(seed) ?? []) {
        const count = (hits.get(`${theme} ${seed}`)?.count ?? 0) + weight;
        hits.set(`${theme} ${seed}`, { theme, seed, count });
      }
    }
  }
}
