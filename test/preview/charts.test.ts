import { expect, test } from 'vitest';
import { smallMultiples } from '../../src/preview/charts.ts';

const periods = ['March 2026', 'April 2026', 'May 2026'];
const markup = String(
  smallMultiples(
    periods,
    [
      { name: 'Water & <Tide>', values: [2, 4, 1] },
      { name: 'Bread', values: [0, 0, 0] },
      { name: 'Roads', values: [0, 2, 2] },
    ],
    'in May',
  ),
);
const charts = markup.split('<figure').slice(1);
const bars = (chart = '') =>
  [...chart.matchAll(/<rect([^>]*)>/gu)].map(([, attributes = '']) => ({
    isNow: attributes.includes('class="now"'),
    height: Number(/height="([\d.]+)"/u.exec(attributes)?.[1]),
    bottom:
      Number(/ y="([\d.]+)"/u.exec(attributes)?.[1]) + Number(/height="([\d.]+)"/u.exec(attributes)?.[1]),
  }));

test('one scale for all: a value has the same height in every chart, and stands on the line', () => {
  const [water, bread, roads] = charts.map(bars);
  expect(water?.[1]?.height).toBe(2 * (water?.[0]?.height ?? 0));
  expect(roads?.map(({ height }) => height)).toEqual([water?.[0]?.height, water?.[0]?.height]);
  expect(bread).toEqual([]);
  for (const { bottom } of [...(water ?? []), ...(roads ?? [])]) expect(bottom).toBe(95);
});

test('only the newest period is green; the highest has its number, the newer of two', () => {
  expect(bars(charts[0]).map(({ isNow }) => isNow)).toEqual([false, false, true]);
  expect(charts.map((chart) => [...chart.matchAll(/<text[^>]*>(\d+)<\/text>/gu)].map(([, n]) => n))).toEqual([
    ['4'],
    [],
    ['2'],
  ]);
  const x = (chart = '') => Number(/<text x="([\d.]+)"/u.exec(chart)?.[1]);
  expect(x(charts[2])).toBeGreaterThan(x(charts[0]));
});

test('a screen reader hears name and sentence, and finds every number in a table', () => {
  expect(charts[0]).toContain('<title id="chart-0-title">Water &amp; &lt;Tide&gt;</title>');
  expect(charts[0]).toContain('1 story in May 2026; most, 4, in April 2026.');
  expect(charts[2]).toContain('2 stories in May 2026, the most so far shown.');
  expect(markup).toContain('<th scope="row">April 2026</th><td>4</td><td>0</td><td>2</td>');
});

test('nothing that a strict policy forbids: no style, no script', () => {
  expect(markup).not.toMatch(/style=|<style|<script| on\w+=/u);
});
