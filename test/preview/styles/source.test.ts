import { expect, test } from 'vitest';
import { source } from '../../../src/preview/styles/source.ts';
import { colours } from '../../../src/preview/styles/tokens.ts';

test('colours come from the tokens', () => {
  const used = [...source.matchAll(/var\(--([\w-]+)\)/gu)].map(([, name = '']) => name);
  expect(used.filter((name) => !['serif', 'sans', 'mono', ...Object.keys(colours)].includes(name))).toEqual(
    [],
  );
  expect(source).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/iu);
});
