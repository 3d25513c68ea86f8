import { html } from 'hono/html';
import { expect, test } from 'vitest';
import { checkRows, placeOf, verdict } from '../../../src/preview/pages/check-rows.ts';
import type { Finding, Gate } from '../../../src/proof/gates.ts';

const finding = (change: Partial<Finding> = {}): Finding => ({
  message: 'm',
  line: null,
  story: null,
  where: null,
  hint: null,
  ...change,
});
const gate = (name: string, result: Gate['result'], findings: Finding[] = []): Gate => ({
  name,
  title: `Title of ${name}`,
  result,
  figure: '1',
  sentence: `Sentence of ${name}.`,
  findings,
});

test('the verdict says in words what there is to do', () => {
  expect(verdict([gate('a', 'pass')], '')).toBe('Ready');
  expect(verdict([gate('a', 'look'), gate('b', 'look')], '')).toBe('Ready, with two to look at');
  expect(verdict([gate('a', 'fail'), gate('b', 'look')], '')).toBe(
    'Not ready: one check fails, one to look at',
  );
  expect(
    verdict(
      Array.from({ length: 12 }, () => gate('a', 'fail')),
      '',
    ),
  ).toBe('Not ready: 12 checks fail');
  expect(verdict([gate('a', 'pass')], '2 errors')).toBe('Not ready: 2 errors');
  expect(verdict([gate('a', 'fail')], '1 fault')).toBe('Not ready: 1 fault, one check fails');
});

test('an error that belongs to no issue is to be looked at, and keeps none from being ready', () => {
  expect(verdict([gate('a', 'pass')], '', 1)).toBe('Ready, with one to look at');
  expect(verdict([gate('a', 'look'), gate('b', 'fail')], '', 2)).toBe(
    'Not ready: one check fails, three to look at',
  );
});

test.each([
  [['pass', 'pass'], '2 checks pass'],
  [['pass', 'fail', 'pass'], '2 checks pass'],
  [['look', 'pass'], '1 check passes'],
] as const)('of %j what passes is folded, what does not stands open before it', async (results, words) => {
  const gates = results.map((result, i) => gate(`${i}`, result));
  const text = String(await html`${checkRows('k', { gates, weights: [], limit: 9 }, 3)}`);
  const [open = '', folded = '', rest] = text.split(/<details class="passing" id="passing">|<\/details>/u);
  expect(folded).toMatch(new RegExp(`^<summary>.* ${words}</summary>`, 'u'));
  expect(folded.match(/class="check pass"/gu)).toHaveLength(results.filter((r) => r === 'pass').length);
  expect(open.match(/class="check /gu) ?? []).toHaveLength(results.filter((r) => r !== 'pass').length);
  expect(rest?.trim()).toBe('');
});

test('the size stands open, for it is a measure', async () => {
  const gates = [gate('a', 'pass'), gate('size', 'pass')];
  const text = String(await html`${checkRows('k', { gates, weights: [], limit: 9 }, 3)}`);
  expect(text.indexOf('id="check-size"')).toBeLessThan(text.indexOf('<details class="passing"'));
  expect(text).toContain('1 check passes');
});

test('where nothing passes nothing is folded', async () => {
  const rows = checkRows('k', { gates: [gate('a', 'fail')], weights: [], limit: 9 }, 3);
  expect(String(await html`${rows}`)).not.toContain('<details');
});

test('rows stand worst first, each with sign, name, figure and sentence; of many findings some', async () => {
  const many = Array.from({ length: 7 }, (_, i) => finding({ message: `<finding ${i}>`, hint: 'do it' }));
  const gates = [gate('a', 'pass'), gate('b', 'fail', many), gate('c', 'look')];
  const text = String(await html`${checkRows('2026-05', { gates, weights: [], limit: 100 }, 3)}`);
  expect([...text.matchAll(/id="check-(\w)"/gu)].map((m) => m[1])).toEqual(['b', 'c', 'a']);
  expect(text).toContain('Sentence of b.');
  expect(text).toContain('&lt;finding 2&gt;');
  expect(text).not.toContain('finding 3');
  expect(text).toContain('and 4 more');
});

test('the size has a meter and what takes the bytes', async () => {
  const weights = [
    { name: 'Styles', bytes: 1500 },
    { name: 'Stories', bytes: 500 },
  ];
  const text = String(
    await html`${checkRows('k', { gates: [gate('size', 'pass')], weights, limit: 4000 }, 3)}`,
  );
  expect(text).toContain('width="50.00"');
  expect(text).toContain('<td>1,500</td>');
});

test('a finding says where it stands, with signs of any kind', async () => {
  const at = finding({ where: 'in “A <b>ferry</b>”, at “<a href>”', hint: 'do it' });
  const rows = checkRows('k', { gates: [gate('links', 'fail', [at])], weights: [], limit: 9 }, 3);
  expect(String(await html`${rows}`)).toContain(
    '<li>m<br><bdi class="soft">in “A &lt;b&gt;ferry&lt;/b&gt;”, at “&lt;a href&gt;”</bdi><br>',
  );
});

test('a finding leads to its line in what it is about, else to its story', () => {
  const at = (name: string, change: Partial<Finding>) => placeOf('2026-05', { name }, finding(change));
  expect(at('html', { line: 12 })).toBe('/issues/2026-05/html/#L12');
  expect(at('page-html', { line: 3 })).toBe('/issues/2026-05/page-html/#L3');
  expect(at('text-wrap', { line: 4 })).toBe('/issues/2026-05/text/#L4');
  expect(at('links', { story: 'a-ferry' })).toBe('/issues/2026-05/source/#story-a-ferry');
  expect(at('links', { line: 14, story: 'a-ferry' })).toBe('/issues/2026-05/source/#story-a-ferry');
  expect(at('text-twin', { line: 4, story: 'a-ferry' })).toBe('/issues/2026-05/text/#L4');
  expect(at('size', {})).toBe(null);
});
