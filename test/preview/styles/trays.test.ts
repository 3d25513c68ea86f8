import { expect, test } from 'vitest';
import { colours } from '../../../src/preview/styles/tokens.ts';
import { trays } from '../../../src/preview/styles/trays.ts';

test('colours come from the tokens', () => {
  const used = [...trays.matchAll(/var\(--([\w-]+)\)/gu)].map(([, name = '']) => name);
  expect(used.filter((name) => !['serif', 'sans', 'mono', ...Object.keys(colours)].includes(name))).toEqual(
    [],
  );
  expect(trays).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/iu);
});
