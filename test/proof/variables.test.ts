import { expect, test } from 'vitest';
import type { Winners } from '../../src/proof/cascade.ts';
import { substitute, variablesOf } from '../../src/proof/variables.ts';

const own = (values: { [name: string]: string }): Winners =>
  new Map(Object.entries(values).map(([name, value]) => [name, { value, isDark: false }]));

const set = variablesOf(own({ '--a': 'red', '--b': 'var(--a)' }), new Map());

test.each([
  ['red', 'red'],
  ['var( --a )', 'red'],
  ['var(--b)', 'red'],
  ['var(--c, blue)', 'blue'],
  ['var(--c, rgb(1, 2, 3))', 'rgb(1, 2, 3)'],
  ['var(--c, var(--a))', 'red'],
  ['var(--A)', 'var(--A)'],
  ['url(x) var(--a)', 'url(x) red'],
])('%s is %s', (value, meant) => {
  expect(substitute(value, set)).toBe(meant);
});

test('what a variable refers to is settled where it is set', () => {
  const below = variablesOf(own({ '--a': 'blue', color: 'red' }), set);
  expect([substitute('var(--a)', below), substitute('var(--b)', below)]).toEqual(['blue', 'red']);
  expect(variablesOf(undefined, set)).toBe(set);
});

test('circles and explosions end', () => {
  expect(substitute('var(--a)', variablesOf(own({ '--a': 'var(--a)' }), new Map()))).toContain('var(--a)');
  const bombs = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`--x${i}`, `var(--x${i + 1})`.repeat(10)]),
  );
  expect(substitute('var(--x0)', variablesOf(own(bombs), new Map())).length).toBeLessThan(20_000);
});
