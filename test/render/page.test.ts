import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { looks } from '../../src/config.ts';
import { renderArchive } from '../../src/render/archive.ts';
import { renderEmail } from '../../src/render/email.ts';
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

  test.each(looks)('%s: nothing scrolls sideways, at any width, in email, page or archive', async (look) => {
    const own = ourTemplates(look);
    const { value } = await renderEmail(sampleIssue(), site, own, { bytes: 102_400 });
    const pages = [
      value.html,
      renderPage(sampleIssue(), site, alone, own),
      renderArchive([sampleIssue()], site, own),
    ];
    const tab = await browser.newPage();
    for (const html of pages) {
      await tab.setContent(html);
      for (const width of [320, 375, 600, 768, 1160]) {
        await tab.setViewportSize({ width, height: 800 });
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
      }
    }
    await tab.close();
  });

  test('printed, the quote is ink on paper and nothing stands beside the page', async () => {
    const tab = await browser.newPage({ viewport: { width: 718, height: 1000 }, colorScheme: 'dark' });
    await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await tab.setContent(page);
    const quote = `getComputedStyle(document.querySelector('.quote'))`;
    expect(await tab.evaluate(`${quote}.backgroundColor`)).toBe('rgb(255, 255, 255)');
    expect(await tab.evaluate(`${quote}.color`)).toBe('rgb(0, 0, 0)');
    expect(await tab.evaluate(`document.querySelector('.told').getBoundingClientRect().left`)).toBe(0);
    expect(await tab.locator('.bar nav, .contents, .offer').first().isVisible()).toBe(false);
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
