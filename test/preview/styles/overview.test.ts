import { expect, test } from 'vitest';
import { overview } from '../../../src/preview/styles/overview.ts';
import { colours } from '../../../src/preview/styles/tokens.ts';

test('colours come from the tokens', () => {
  const used = [...overview.matchAll(/var\(--([\w-]+)\)/gu)].map(([, name = '']) => name);
  expect(used.filter((name) => !['serif', 'sans', 'mono', ...Object.keys(colours)].includes(name))).toEqual(
    [],
  );
  expect(overview).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/iu);
});
