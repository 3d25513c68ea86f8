import { anew } from '../text/anew.ts';
import type { Remember, ThemeDefinition } from '../types.ts';
import type { Rarity } from './story-vectors.ts';
import { readCorpus, type ThemeCorpus, type ThemeSource } from './theme-corpus.ts';
import { sumCounts, type ThemeTotals } from './theme-evidence.ts';
import { learnThemes, type ThemeModel } from './theme-model.ts';

/** What was learned from all articles together; positions are those of the sources, `keys[t]` is term t. */
export type ThemeReader = {
  themes: readonly ThemeDefinition[];
  sources: readonly ThemeSource[];
  remember: Remember;
  rarity: Rarity | null;
  corpus: ThemeCorpus;
  keys: string[];
  model: ThemeModel;
  totals: ThemeTotals;
};

/** Learns the themes from all articles at once, the archive's and the new ones (a frozen model transfers badly). */
export function readThemes(
  sources: readonly ThemeSource[],
  themes: readonly ThemeDefinition[],
  remember: Remember = anew,
  rarity: Rarity | null = null,
): ThemeReader {
  const corpus = readCorpus(sources, themes, remember);
  const keys = [...corpus.terms.keys()];
  const model = learnThemes(corpus.documents, corpus.seeds, themes.length, keys.length);
  return { themes, sources, remember, rarity, corpus, keys, model, totals: sumCounts(model, keys.length) };
}
