import { expect, test } from 'vitest';
import { parseTheme } from '../../src/render/theme.ts';
import { readTemplates } from './fixture.ts';

test('a colour has a light and a dark value, a font one; comments and blank lines are skipped', () => {
  const theme = parseTheme(readTemplates()['theme']);
  expect([theme.light.paper, theme.dark.paper]).toEqual(['#ffffff', '#151b18']);
  expect(theme.fonts.text).toMatch(/^'Palatino Linotype',.*,serif$/);
  expect(theme.sizes.lead.phone).toEqual({
    size: '30px',
    line: '36px',
    css: 'font-size: 30px; line-height: 36px',
  });
  expect(theme.numbers['top-page']).toBe(8);
});

/** Contrast of two colours by WCAG 2. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('text can be read on paper and on buttons, light and dark', () => {
  const theme = parseTheme(readTemplates()['theme']);
  for (const colours of [theme.light, theme.dark]) {
    expect(contrast(colours.ink, colours.paper)).toBeGreaterThan(7);
    expect(contrast(colours.soft, colours.paper)).toBeGreaterThan(4.5);
    expect(contrast(colours.link, colours.paper)).toBeGreaterThan(4.5);
    expect(contrast(colours.button, colours.link)).toBeGreaterThan(4.5);
  }
});
