import { compareText } from '../text/ids.ts';
import { sameName } from '../text/nearest.ts';
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
  const names = themes.map((theme) => theme.name);
  const copiesLast = articles.toSorted(
    (a, b) => Number(originalOf.has(a.id)) - Number(originalOf.has(b.id)) || compareText(a.id, b.id),
  );
  for (const article of copiesLast) {
    const name = statedTheme(article, names);
    const id = originalOf.get(article.id) ?? article.id;
    if (name !== '' && !pins.has(id))
      pins.set(id, { name, theme: names.includes(name) ? names.indexOf(name) : null });
  }
  return pins;
}

/** The name of the first pinned theme among the articles of a story. */
export function findPin(ids: readonly string[], pins: ReadonlyMap<string, Pin>): string | null {
  return ids.flatMap((id) => pins.get(id)?.name ?? [])[0] ?? null;
}

/** Of a list the first that the config knows. */
function statedTheme({ metadata }: GroupInput, names: readonly string[]): string {
  const stated = [metadata['theme']?.value ?? ''].flat().map((name) => name.trim());
  return stated.flatMap((name) => sameName(name, names) ?? [])[0] ?? stated[0] ?? '';
}
