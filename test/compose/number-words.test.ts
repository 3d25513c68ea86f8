import { expect, test } from 'vitest';
import { numberWords } from '../../src/compose/number-words.ts';

test('a language of any region has the words of its language, one we know too little of has none', () => {
  expect(numberWords('en-GB')).toBe(numberWords('en'));
  expect(numberWords('de')?.about).toContain('mehr als');
  expect([numberWords('zh-Hans'), numberWords('ar'), numberWords('')]).toEqual([null, null, null]);
});

test.each(['en', 'de', 'fr', 'es'])(
  'the words of %s are regular expressions that do not match nothing',
  (language) => {
    for (const source of Object.values(numberWords(language) ?? {}))
      expect(new RegExp(`^(?:${source})$`, 'iu').test('')).toBe(false);
  },
);
