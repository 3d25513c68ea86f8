import { compareText } from '../text/ids.ts';
import type { ThemeDefinition } from '../types.ts';
import type { GroupInput } from './words.ts';

/** A theme by the editor's word: `theme` is its position in the config, null when it is not there. */
export type Pin = { name: string; theme: number | null };

/**
 * The themes that front matter names, by id of the article. A name is matched without regard to case; one that
 * the config does not know stands as it is written. A folded copy speaks for its original when that one is silent.
 */
export function readPins(
  articles: readonly GroupInput[],
  originalOf: ReadonlyMap<string, string>,
  themes: readonly ThemeDefinition[],
): Map<string, Pin> {
  const pins = new Map<string, Pin>();
  const copiesLast = articles.toSorted(
    (a, b) => Number(originalOf.has(a.id)) - Number(originalOf.has(b.id)) || compareText(a.id, b.id),
  );
  for (const article of copiesLast) {
    const name = statedTheme(article);
    const id = originalOf.get(article.id) ?? article.id;
    if (name !== '' && !pins.has(id)) pins.set(id, pinOf(name, themes));
  }
  return pins;
}

/** The name of the first pinned theme among the articles of a story. */
export function findPin(ids: readonly string[], pins: ReadonlyMap<string, Pin>): string | null {
  return ids.flatMap((id) => pins.get(id)?.name ?? [])[0] ?? null;
}

function statedTheme({ metadata }: GroupInput): string {
  const value = metadata['theme']?.value ?? '';
  return (Array.isArray(value) ? (value[0] ?? '') : value).trim();
}

function pinOf(name: string, themes: readonly ThemeDefinition[]): Pin {
  const theme = themes.findIndex((one) => one.name.toLowerCase() === name.toLowerCase());
  return theme === -1 ? { name, theme: null } : { name: themes[theme]?.name ?? name, theme };
}
