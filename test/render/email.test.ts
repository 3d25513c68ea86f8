import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderEmail } from '../../src/render/email.ts';
import { slotBytes } from '../../src/render/slots.ts';
import type { Issue } from '../../src/types.ts';
import { openBrowser } from '../browser.ts';
import {
  attacks,
  bigIssue,
  hostileIssue,
  makeIssue,
  makeStory,
  makeTheme,
  ourTemplates,
  sampleIssue,
  site,
} from './fixture.ts';
import { addressesIn, complaintsOf } from './html-rules.ts';

const templates = ourTemplates();
const limit = 102_400;

async function render(issue: Issue, bytes = limit) {
  return await renderEmail(issue, site, templates, { bytes });
}

/** Links without fragments and without the newsletter's own, each once. */
function sourcesOf(addresses: readonly string[]): string[] {
  const outside = addresses.filter((address) => !address.startsWith(site.url));
  return [...new Set(outside.map((address) => address.replace(/#.*/, '')))].sort();
}

describe('an ordinary issue', () => {
  test('is whole, well-formed and the same each time', async () => {
    const { value: email, diagnostics } = await render(sampleIssue());
    expect(diagnostics).toEqual([]);
    expect(email.plan).toMatchObject({ full: true, marks: true, left: [] });
    expect(await complaintsOf(email.html, 'email')).toEqual([]);
    expect((await render(sampleIssue())).value).toEqual(email);
  });

  test('has one outline, language and direction where they differ, and no table that speaks', async () => {
    const { html } = (await render(sampleIssue())).value;
    expect(html).toMatch(/<html lang="en" dir="ltr"/);
    expect(html).toContain('<div lang="zh-Hans">');
    expect(html).toContain('<div lang="ar" dir="rtl" class="turned">');
    expect(Array.from(html.matchAll(/<(h[123])/g), ([, name]) => name).slice(0, 4)).toEqual([
      'h1',
      'h2',
      'h2',
      'h3',
    ]);
    for (const [table] of html.matchAll(/<table[^>]*>/g)) expect(table).toContain('role="presentation"');
    expect(html).toContain('date not stated');
    expect(html).toMatch(/<!--\[if mso \| IE\]>/);
  });

  test('Thunderbird, which drops @media, gets the colours of the dark below its own class', async () => {
    const { html } = (await render(sampleIssue())).value;
    const media = /@media \(prefers-color-scheme: dark\)\{((?:[^{}]+\{[^{}]*\})+)/.exec(html)?.[1] ?? '';
    const own = /<style media="\(prefers-color-scheme: dark\)">([^<]*)<\/style>/.exec(html)?.[1] ?? '';
    expect(media).toContain('background-color:#151b18!important');
    expect(own.replaceAll('.moz-text-html ', '').trim()).toBe(media.trim());
    for (const [, selectors = ''] of own.matchAll(/([^{}]+)\{/g))
      for (const selector of selectors.split(',')) expect(selector.trim()).toMatch(/^\.moz-text-html /);
    // Where text is coloured the ground is too, or Thunderbird takes the colour away.
    for (const [, rule = ''] of own.matchAll(/\{([^}]*)\}/g))
      if (/(^|;)color:/.test(rule)) expect(rule).toContain('background-color:');
  });

  test('its text says the same: items, highlights, links', async () => {
    const { html, text } = (await render(sampleIssue())).value;
    const plain = text.replace(/\n {2}\| ?/g, ' ').replace(/\s+/g, ' ');
    const flat = html.replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
    for (const theme of sampleIssue().themes) {
      for (const story of theme.stories) {
        for (const part of [story.title, ...story.highlights.map((h) => h.text)]) {
          expect(flat).toContain(part);
          expect(plain).toContain(part);
        }
      }
    }
    const { numbers, quote } = sampleIssue();
    for (const { figure, label } of numbers) {
      expect(flat).toMatch(new RegExp(`>${figure.text}<.*?>${label.text}<`, 'u'));
      expect(plain).toContain(`${figure.text} ${label.text}`);
    }
    for (const copy of [flat, plain]) {
      expect(copy).toContain(`“${quote?.words.text}”`);
      expect(copy).toContain(quote?.by.text);
      expect(copy).toContain('Just reply to this letter.');
    }
    const links = Array.from(text.matchAll(/https?:\/\/[^\s>]+/g), ([link]) => link);
    expect(sourcesOf(links)).toEqual(sourcesOf(addressesIn(html)));
  });

  test('personal places are tokens in one copy and neutral links in the other', async () => {
    const { slots, slotted, html, text } = (await render(sampleIssue())).value;
    for (const copy of [slotted.html, slotted.text]) expect(copy).toContain(slots.unsubscribe);
    for (const copy of [html, text]) {
      expect(copy).not.toContain('slot-');
      expect(copy).toContain('https://lantern.example/unsubscribe');
    }
  });
});

describe('an issue too big for an email', () => {
  test('fits with every slot at its longest, and says what it leaves where', async () => {
    const { value: email, diagnostics } = await render(bigIssue(150));
    const longest = email.slotted.html.replaceAll(email.slots.unsubscribe, 'x'.repeat(slotBytes.unsubscribe));
    expect(Buffer.byteLength(longest)).toBe(email.plan.bytes);
    expect(email.plan.bytes).toBeLessThanOrEqual(limit);
    expect(email.plan.bytes).toBeGreaterThan(limit - 1500);
    const left = email.plan.left.reduce((sum, { stories }) => sum + stories, 0);
    expect(email.html.match(/<h3>/g)).toHaveLength(150 - left);
    expect(email.text.match(/more in this theme/g)).toHaveLength(8);
    expect(email.html).toContain('href="https://lantern.example/2026-05/#theme-of-locks"');
    expect(diagnostics).toMatchObject([{ code: 'email-planned', severity: 'note' }]);
  });

  test('gives up the links to sentences before any story', async () => {
    const { plan } = (await render(bigIssue(100))).value;
    expect(plan).toMatchObject({ full: false, marks: false, left: [] });
  });

  test('holds more than a hundred stories', async () => {
    const { plan } = (await render(bigIssue(110))).value;
    expect(plan.left).toEqual([]);
  });

  test('says so when not even the letter fits', async () => {
    const { value, diagnostics } = await render(
      makeIssue({ letter: 'A long letter. '.repeat(3000) }),
      20_000,
    );
    expect(diagnostics).toMatchObject([{ code: 'email-too-large', severity: 'warning' }]);
    expect(value.plan.bytes).toBeGreaterThan(20_000);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function open(html: string, width: number, colorScheme: 'light' | 'dark') {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const requests: string[] = [];
    await page.route('**', (route) => {
      requests.push(route.request().url());
      return route.abort();
    });
    await page.setContent(html);
    return { page, requests };
  }

  test('nothing is requested, no hostile text acts, nothing scrolls sideways at 320', async () => {
    const { html } = (await render(hostileIssue())).value;
    expect(await complaintsOf(html, 'email')).toEqual([]);
    const { page, requests } = await open(html, 320, 'light');
    expect(await page.evaluate('globalThis.hit')).toBeUndefined();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await page.locator('script, img, hit, [onerror], [onmouseover]').count()).toBe(0);
    const hrefs = (await page.evaluate('Array.from(document.links, (a) => a.protocol)')) as string[];
    expect([...new Set(hrefs)]).toEqual(['https:']);
    expect(await page.locator('h2').first().textContent()).toContain(attacks[0] ?? '');
    expect(requests).toEqual([]);
    await page.close();
  });

  test('dark mode sets ground and text of everything together', async () => {
    const { html } = (await render(sampleIssue())).value;
    const { page } = await open(html, 600, 'dark');
    const pairs = (await page.evaluate(
      `Array.from(document.querySelectorAll('body, h1, h2, h3, p, li, td, a'), (e) => {
        const { color, backgroundColor } = getComputedStyle(e);
        return { color, ground: backgroundColor };
      })`,
    )) as { color: string; ground: string }[];
    // The quote's and the button's own, and paper.
    expect([...new Set(pairs.map(({ ground }) => ground))].sort()).toEqual([
      'rgb(12, 59, 46)',
      'rgb(147, 214, 180)',
      'rgb(21, 27, 24)',
    ]);
    const lightOnly = ['rgb(24, 32, 28)', 'rgb(86, 96, 90)', 'rgb(11, 91, 67)', 'rgb(0, 0, 0)'];
    expect(pairs.filter(({ color }) => lightOnly.includes(color))).toEqual([]);
    await page.close();
  });

  test('the margin stroke stands beside highlights and nowhere else', async () => {
    const { html } = (await render(sampleIssue())).value;
    const { page } = await open(html, 600, 'light');
    const marked = (await page.evaluate(`Array.from(document.querySelectorAll('body *'))
      .filter((e) => { const s = getComputedStyle(e); return s.borderLeftWidth !== '0px' || s.borderRightWidth !== '0px'; })
      .map((e) => [e.localName, getComputedStyle(e).direction, getComputedStyle(e).borderLeftWidth].join(' '))`)) as string[];
    expect([...new Set(marked)].sort()).toEqual(['ul ltr 4px', 'ul rtl 0px']);
    const stories = sampleIssue().themes.flatMap((theme) => theme.stories).length + 1;
    expect(marked).toHaveLength(stories);
    await page.close();
  });

  test('an issue from right to left turns everything round but what runs the other way', async () => {
    const themes = [makeTheme('مطر', [makeStory('a', { language: 'ar', dir: 'rtl' }), makeStory('b')])];
    const { html } = (await render(makeIssue({ language: 'ar', dir: 'rtl', themes }))).value;
    const { page } = await open(html, 600, 'light');
    const lists = (await page.evaluate(`Array.from(document.querySelectorAll('ul'), (e) => {
      const s = getComputedStyle(e);
      return [s.direction, s.borderLeftWidth, s.borderRightWidth, s.textAlign].join(' ');
    })`)) as string[];
    expect(lists).toEqual(['rtl 0px 4px right', 'ltr 4px 0px left']);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('h1')).direction`)).toBe('rtl');
    await page.close();
  });
});
