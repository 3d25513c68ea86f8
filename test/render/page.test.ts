import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderPage } from '../../src/render/page.ts';
import { safeUrl } from '../../src/text/markup.ts';
import { openBrowser } from '../browser.ts';
import { hostileIssue, makeIssue, ourTemplates, sampleIssue, site } from './fixture.ts';
import { addressesIn, complaintsOf } from './html-rules.ts';

const templates = ourTemplates();
const alone = { previous: null, next: null };
const page = renderPage(
  sampleIssue(),
  site,
  { previous: { key: '2026-04', label: 'April 2026' }, next: { key: '2026-06', label: 'June 2026' } },
  templates,
);

test('it is well-formed, empty or full', async () => {
  expect(await complaintsOf(page, 'web')).toEqual([]);
  expect(await complaintsOf(renderPage(makeIssue(), site, alone, templates), 'web')).toEqual([]);
  expect(await complaintsOf(renderPage(hostileIssue(), site, alone, templates), 'web')).toEqual([]);
});

test('every story has an anchor, every highlight with an address its link', () => {
  const stories = sampleIssue().themes.flatMap((theme) => theme.stories);
  expect(page.match(/<article/g)).toHaveLength(stories.length + 1);
  const links = [...stories, sampleIssue().lead]
    .flatMap((story) => story?.highlights ?? [])
    .map(({ href }) => href);
  for (const link of links.filter((href) => href !== null))
    expect(addressesIn(page)).toContain(safeUrl(link));
  expect(page).toContain('<article class="story column" id="story-dredger">');
  expect(page).toContain('aria-label="¶ 4, paragraph in the source"');
});

test('contents lead to themes that are there', () => {
  const ids = new Set(Array.from(page.matchAll(/\sid="([^"]+)"/g), ([, id]) => `#${id}`));
  const fragments = addressesIn(page).filter((address) => address.startsWith('#'));
  expect(fragments).toHaveLength(3);
  for (const fragment of fragments) expect(ids).toContain(fragment);
});

test('the title that an editor gave stands below the period, and no other does', () => {
  expect(page).toContain('<h1>May 2026</h1>\n<p class="title">The lock that would not close</p>');
  const plain = renderPage(makeIssue({ title: 'May 2026' }), site, alone, templates);
  expect(plain).not.toContain('class="title"');
});

test('it links to its neighbours, its feed and its own address', () => {
  expect(page).toContain('<a href="../2026-04/index.html" rel="prev">Previous: April</a>');
  expect(page).toContain('<a href="../2026-06/index.html" rel="next">Next: June</a>');
  const january = makeIssue({ key: '2026-01', label: 'January 2026' });
  const december = { key: '2025-12', label: 'December 2025' };
  const first = renderPage(january, site, { previous: december, next: null }, templates);
  expect(first).toContain('Previous: December 2025</a>');
  expect(page).toContain('<link rel="canonical" href="https://lantern.example/2026-05/">');
  expect(page).toContain('type="application/atom+xml"');
  expect(page).toContain('<meta property="og:url" content="https://lantern.example/2026-05/">');
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('no hostile text acts, nothing is requested, nothing scrolls sideways', async () => {
    const tab = await browser.newPage({ viewport: { width: 320, height: 800 } });
    const requests: string[] = [];
    await tab.route('**', (route) => {
      requests.push(route.request().url());
      return route.abort();
    });
    for (const issue of [hostileIssue(), sampleIssue()]) {
      await tab.setContent(renderPage(issue, site, alone, templates));
      for (const width of [320, 375, 760, 1160]) {
        await tab.setViewportSize({ width, height: 800 });
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
      }
      expect(await tab.evaluate('globalThis.hit')).toBeUndefined();
      expect(await tab.locator('script:not([type="application/ld+json"]), img, hit').count()).toBe(0);
    }
    expect(requests).toEqual([]);
    await tab.close();
  });

  test('even markup that slipped through could not run', async () => {
    const tab = await browser.newPage();
    const slip = '<img src="x" onerror="globalThis.hit=1"><script>globalThis.hit=1</script></main>';
    await tab.setContent(page.replace('</main>', () => slip));
    expect(await tab.locator('img').count()).toBe(1);
    expect(await tab.evaluate('globalThis.hit')).toBeUndefined();
    await tab.close();
  });

  test('the stroke hangs in the margin of a wide page, so that sentence and headline share an edge', async () => {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'dark' });
    await tab.setContent(page);
    const lefts = (await tab.evaluate(
      `['.lead h2', '.lead li', '.theme h2', '.story h3'].map((s) => document.querySelector(s).getBoundingClientRect().left)`,
    )) as number[];
    expect(new Set(lefts).size).toBe(1);
    expect(await tab.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(21, 27, 24)');
    await tab.close();
  });
});
