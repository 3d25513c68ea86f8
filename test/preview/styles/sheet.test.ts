import postcss from 'postcss';
import { expect, test } from 'vitest';
import { sheet } from '../../../src/preview/styles/sheet.ts';

const root = postcss.parse(sheet);

test('every property that is used is a token, and no colour is written twice', () => {
  const known = new Set<string>();
  root.walkDecls(/^--/u, ({ prop }) => void known.add(prop));
  root.walkDecls(({ value, prop }) => {
    for (const [, name = ''] of value.matchAll(/var\((--[\w-]+)/gu)) expect(known).toContain(name);
    if (!prop.startsWith('--') && !/^#(?:ffffff|151b18)$/u.test(value))
      expect([prop, value]).not.toEqual([prop, expect.stringMatching(/#[0-9a-f]{3,8}\b/u)]);
  });
});

test('nothing is loaded from anywhere', () => {
  expect(sheet).not.toMatch(/@import|url\(|https?:/u);
});

test('a rule that is empty or says a property twice has no place', () => {
  root.walkRules((rule) => {
    const names = rule.nodes.flatMap((node) => (node.type === 'decl' ? [node.prop] : []));
    expect([rule.selector, names.length > 0]).toEqual([rule.selector, true]);
    expect([rule.selector, names]).toEqual([rule.selector, [...new Set(names)]]);
  });
});
