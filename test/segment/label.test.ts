import { describe, expect, test } from 'vitest';
import { createContext, lineRules } from '../../src/segment/label.ts';
import { readLines } from '../../src/segment/lines.ts';
import { nameRules, readCases } from './cases.ts';

const cases = readCases('lines');

describe('lines and the rules that decide about them', () => {
  test.each(cases)('$name', ({ input, expected }) => expect(nameRules(input)).toEqual(expected.split('\n')));
  test.each(cases)('the case of $name shows its rule', ({ name, input }) =>
    expect(nameRules(input)).toContain(name),
  );
});

test('every rule has a case, every case a rule', () => {
  const rules = [...new Set(lineRules.map((r) => r.name))].filter((name) => name !== 'line-too-long');
  expect(cases.map((c) => c.name).sort()).toEqual(rules.sort());
});

test('menus make a page', () => {
  const menu = Array.from({ length: 9 }, (_, i) => `* Entry ${i}`).join('\n');
  expect(createContext(readLines(`${menu}\n\nSome text.`)).page).toBe(true);
  expect(createContext(readLines('* One thing\n\nSome text.')).page).toBe(false);
});

test('a text that stands behind > as a whole is no quotation', () => {
  expect(createContext(readLines('FYI\n> All of it was\n> written by another.\n')).quotes).toBe(false);
  expect(createContext(readLines('I quote what the captain said to me:\n> A bell!\n')).quotes).toBe(true);
});
