import { stem, tokenize } from '../text/tokens.ts';
import type { ThemeDefinition } from '../types.ts';
import type { ArticleWords, Word } from './words.ts';

/** A seed found in an article: its theme by position, its key, how often. */
export type SeedHit = { theme: number; seed: string; count: number };

/**
 * Themes by the key of a seed: its words stemmed, joined by spaces. `alike` are keys of one word by their first letters,
 * in languages without stems.
 */
export type SeedTable = { themes: Map<string, number[]>; longest: number; alike: Map<string, string[]> };

/** Two forms of one word begin alike: so many letters, and this share of the longer form. */
const LEAST_ALIKE = 5;
const ALIKE_SHARE = 0.75;

/** Scripts of languages that change the ends of words. */
const inflected = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}\p{sc=Georgian}]{5,}$/u;

/** Seeds are stemmed as the articles of a language are, so that their forms meet there. */
export function readSeeds(themes: readonly ThemeDefinition[], language: string): SeedTable {
  const table: SeedTable = { themes: new Map(), longest: 0, alike: new Map() };
  themes.forEach(({ seeds }, theme) => {
    for (const seed of seeds) {
      const words = tokenize(seed, language).map((token) => stem(token.text, language));
      const key = words.join(' ');
      const known = table.themes.get(key) ?? [];
      if (words.length === 0 || known.includes(theme)) continue;
      if (known.length === 0 && language !== 'en' && inflected.test(key)) {
        const start = key.slice(0, LEAST_ALIKE);
        table.alike.set(start, [...(table.alike.get(start) ?? []), key]);
      }
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
      const seed = seedOf(found.map((word) => word.key).join(' '), table);
      for (const theme of table.themes.get(seed) ?? []) {
        const count = (hits.get(`${theme} ${seed}`)?.count ?? 0) + weight;
        hits.set(`${theme} ${seed}`, { theme, seed, count });
      }
    }
  }
}

/** The key itself, or that of a seed which is another form of the word: the longest common beginning wins. */
function seedOf(key: string, { themes, alike }: SeedTable): string {
  if (alike.size === 0 || themes.has(key) || !inflected.test(key)) return key;
  const candidates = alike.get(key.slice(0, LEAST_ALIKE)) ?? [];
  const [best] = candidates
    .map((seed) => ({ seed, shared: sharedBeginning(seed, key) }))
    .filter(({ seed, shared }) => shared >= ALIKE_SHARE * Math.max(seed.length, key.length))
    .sort((a, b) => b.shared - a.shared);
  return best?.seed ?? key;
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
