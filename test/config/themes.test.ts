import { expect, test } from 'vitest';
import { defaultThemes, themeSchema } from '../../src/config/themes.ts';

test('eight themes by default, each with words of its own', () => {
  const seeds = defaultThemes.flatMap((theme) => theme.seeds);
  expect(new Set(defaultThemes.map((theme) => theme.name)).size).toBe(8);
  expect(new Set(seeds).size).toBe(seeds.length);
});

test.each([
  [{ name: 'Boats', seeds: ['boat', 'sea wall'] }, true],
  [{ name: 'Boats', seeds: ['***'] }, false],
  [{ name: 'Boats', seeds: [] }, false],
  [{ name: '', seeds: ['boat'] }, false],
  [{ name: '2026-06', seeds: ['boat'] }, false],
  [{ name: '2026-W06', seeds: ['boat'] }, false],
  [{ name: '2026-Q2', seeds: ['boat'] }, false],
])('%j: %s', (theme, fits) => expect(themeSchema.safeParse(theme).success).toBe(fits));
