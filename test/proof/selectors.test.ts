import { expect, test } from 'vitest';
import { openDoc } from '../../src/proof/markup.ts';
import { readSelectors } from '../../src/proof/selectors.ts';

const doc = openDoc('<main id="m"><p class="a">1</p><p>2</p><ul><li lang="fr">3</li></ul></main>', null);

function meant(list: string): string[] {
  const matchers = readSelectors(list) ?? [];
  return doc.elements.filter((e) => matchers.some((m) => m.matches(e))).map((e) => e.tagName);
}

test.each([
  ['p', ['p', 'p']],
  ['.a + p', ['p']],
  ['main > ul li', ['li']],
  ['[lang|=fr]', ['li']],
  ['p:not(.a)', ['p']],
  ['p:first-child, li', ['p', 'li']],
  [':root', ['html']],
  ['a:hover, p:focus', []],
])('%s means %j', (list, tags) => expect(meant(list)).toEqual(tags));

test.each(['p::before', 'p:sort-of(x)', 'p[', 'p:not('])('%s cannot be seen', (list) => {
  expect(readSelectors(list)).toBeNull();
});

test.each([
  ['*', 0],
  ['p', 1],
  ['ul > li', 2],
  ['.a', 1000],
  ['[lang]', 1000],
  ['p:first-child', 1001],
  [':not(.a, #b)', 1_000_000],
  [':where(#b)', 0],
  ['#m p.a', 1_001_001],
])('%s weighs %i', (list, weight) => expect(readSelectors(list)?.[0]?.weight).toBe(weight));
