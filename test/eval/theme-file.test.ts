import { describe, expect, test } from 'vitest';
import { parseThemes } from './theme-file.ts';

const wanted = [
  { name: 'Sea', seeds: ['boat', 'high tide'] },
  { name: 'Land', seeds: ['farmer', '4x4'] },
];

describe('themes of an evaluation', () => {
  test.each([
    ['a list', '- {name: Sea, seeds: [boat, high tide]}\n- {name: Land, seeds: "farmer, 4x4"}'],
    ['a config', 'themes:\n- {name: Sea, seeds: [boat, high tide]}\n- {name: Land, seeds: [farmer, 4x4]}'],
    ['a map', 'Sea: [boat, high tide]\nLand: farmer, 4x4,'],
    ['a map under themes', 'themes:\n  Sea: boat, high tide\n  Land: [farmer, 4x4]'],
    ['JSON', '{"Sea":["boat","high tide"],"Land":["farmer","4x4"]}'],
  ])('%s', (_, text) => expect(parseThemes(text)).toEqual(wanted));
  test('anything else is refused', () => expect(() => parseThemes('- Sea\n- Land')).toThrow());
});
