import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ThemeDefinition } from '../../src/types.ts';

const words = z
  .union([z.string().transform((text) => text.split(',')), z.array(z.coerce.string())])
  .transform((list) => list.map((word) => word.trim()).filter((word) => word !== ''));

const list = z.array(z.object({ name: z.coerce.string(), seeds: words }));

const map = z
  .record(z.string(), words)
  .transform((themes) => Object.entries(themes).map(([name, seeds]) => ({ name, seeds })));

const file = z.union([
  z.object({ themes: z.union([list, map]) }).transform(({ themes }) => themes),
  list,
  map,
]);

/**
 * Themes with their seed words from YAML or JSON: a list of {name, seeds} as in the config, alone or under `themes`, or
 * a map of names to seeds; seeds as a list or with commas between. Throws on anything else.
 */
export function parseThemes(text: string): ThemeDefinition[] {
  return file.parse(parse(text));
}

export function readThemeFile(path: string): ThemeDefinition[] {
  return parseThemes(readFileSync(path, 'utf8'));
}
