import { describe, expect, test } from 'vitest';
import { harbour, outlineOf, seen } from './fixture.ts';

const o = outlineOf();
const idOf = (sentence: number, token: string): number =>
  o.words[sentence]?.[harbour[sentence]?.tokens.indexOf(token) ?? -1] ?? -1;

describe('outline', () => {
  test('words of one stem are one', () => expect(idOf(0, 'rents')).toBe(idOf(1, 'rents')));
  test('where a word is: first, last, how often, in how many sentences', () => {
    const rents = idOf(0, 'rents');
    expect([o.first[rents], o.last[rents], o.count[rents], o.spread[rents]]).toEqual([0, 1, 2, 2]);
    const the = idOf(0, 'the');
    expect([o.first[the], o.last[the], o.count[the], o.spread[the]]).toEqual([0, 2, 3, 2]);
  });
  test('stop words and numbers are marked', () => {
    expect([o.stop[idOf(0, 'the')], o.stop[idOf(0, 'rents')]]).toEqual([1, 0]);
    expect([...o.numeric].every((x) => x === 0)).toBe(true);
  });
  test('a capital counts inside a sentence, not at its beginning', () => {
    expect(o.capital[idOf(0, 'reed')]).toBe(2);
    expect(o.capital[idOf(1, 'skippers')]).toBe(undefined);
    expect(o.capital[idOf(1, 'rents')]).toBe(0);
  });
  test('hidden capitals are not counted', () => {
    expect([...outlineOf(harbour, { ...seen, capitals: true }).capital].every((x) => x === 0)).toBe(true);
  });
  test('the length is that of all sentences', () => {
    expect(o.length).toBe(harbour.reduce((sum, s) => sum + s.tokens.length, 0));
  });
  test('nothing has an outline too', () => expect(outlineOf([]).length).toBe(0));
});
