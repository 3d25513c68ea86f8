import { expect, test } from 'vitest';
import { looks } from '../../src/config.ts';
import { renderArchive } from '../../src/render/archive.ts';
import { renderEmail } from '../../src/render/email.ts';
import { renderPage } from '../../src/render/page.ts';
import { parseTheme } from '../../src/render/theme.ts';
import { ourTemplates, readTemplates, sampleIssue, site } from './fixture.ts';
import { complaintsOf } from './html-rules.ts';

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

test.each(looks)('%s: text can be read on its ground, light and dark', (look) => {
  const theme = parseTheme(readTemplates(look)['theme']);
  for (const colours of [theme.light, theme.dark]) {
    expect(contrast(colours.ink, colours.paper)).toBeGreaterThan(7);
    expect(contrast(colours.soft, colours.paper)).toBeGreaterThan(4.5);
    expect(contrast(colours.link, colours.paper)).toBeGreaterThan(4.5);
    expect(contrast(colours.button, colours.link)).toBeGreaterThan(4.5);
    expect(contrast(colours['quote-text'], colours.quote)).toBeGreaterThan(7);
    expect(contrast(colours['quote-soft'], colours.quote)).toBeGreaterThan(4.5);
    // Strokes of an issue carry meaning, the one in the margin none.
    expect(contrast(colours.bar, colours.paper)).toBeGreaterThan(3);
  }
});

test.each(looks)('%s: email, page and archive are well-formed', async (look) => {
  const templates = ourTemplates(look);
  const { value } = await renderEmail(sampleIssue(), site, templates, { bytes: 102_400 });
  const alone = { previous: null, next: null };
  expect(await complaintsOf(value.html, 'email')).toEqual([]);
  expect(await complaintsOf(renderPage(sampleIssue(), site, alone, templates), 'web')).toEqual([]);
  expect(await complaintsOf(renderArchive([sampleIssue()], site, templates), 'web')).toEqual([]);
  expect(value.html).toContain(templates.theme.light.link);
});

test('the looks differ in more than their colours', () => {
  const themes = looks.map((look) => parseTheme(readTemplates(look)['theme']));
  for (const key of ['paper', 'link'] as const) expect(new Set(themes.map((t) => t.dark[key])).size).toBe(3);
  expect(new Set(themes.map((t) => t.fonts.headings)).size).toBe(3);
  expect(new Set(themes.map((t) => t.sizes.masthead.email.css)).size).toBe(3);
});
