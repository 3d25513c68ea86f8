import { afterAll, describe, expect, test } from 'vitest';
import { overviewPage } from '../../../src/preview/pages/overview.ts';
import { oven } from '../../articles.ts';
import { files } from '../marsh.ts';
import { buildState, complaints, openStage, openWindow } from '../stage.ts';

const later = (date: string) =>
  oven
    .replace('2026-05-20', date)
    .replaceAll('bakery', `bakery number ${date}`)
    .replace('about four bundles', `${date.slice(-2)} sacks and a half of dried peat from ${date}`);
const stage = await openStage({ ...files, 'articles/march.md': later('2026-03-02') });
const state = stage.session.sight().state;
if (!state) throw new Error('nothing was built');
const { page: openPage } = openWindow();
const page = await openPage();
afterAll(() => page.close());

const bodyOf = (own: typeof state) => String(overviewPage(own).body);

describe('the overview', () => {
  test('says what there is, what is newest and what waits, with links', () => {
    const body = bodyOf(state);
    expect(body).toContain('2 issues with ');
    expect(body).toMatch(
      /The newest, <a href="\/issues\/2026-05\/">May 2026<\/a>, is a draft: \d+ stories from/u,
    );
    expect(body).toContain('<a href="/trays/#undated">1 article without a date</a>');
    expect(body).toContain('<a href="/trays/#not-an-article">2 files without an article</a>');
  });

  test('a calendar: every month of a year, issues as links with count, size and state', async () => {
    await page.goto(stage.at('/'));
    expect(await page.locator('.year').count()).toBe(1);
    expect(await page.locator('.year li').count()).toBe(12);
    expect(
      await page.locator('.year .has a').evaluateAll((links) => links.map((a) => a.getAttribute('href'))),
    ).toEqual(['/issues/2026-03/', '/issues/2026-05/']);
    expect(await page.locator('.year .has').first().innerText()).toMatch(/^Mar\n1 story\n[\d.]+ KB\ndraft$/u);
  });

  test('themes over the months, empty months among them', () => {
    const body = bodyOf(state);
    expect(body).toContain('What the months were about');
    expect(body).toContain('June 2025 to May 2026');
    expect(body).toMatch(/<th scope="row">April 2026<\/th><td>0<\/td><td>0<\/td>/u);
    expect(body).toMatch(/<th scope="row">March 2026<\/th><td>0<\/td><td>1<\/td>/u);
  });
});

test.each(['/', '/trays/', '/source/', '/search/?q=ferry', '/search/'])(
  'browser and axe find nothing wrong with %s, light, dark and on a phone',
  async (path) => {
    for (const [colorScheme, width] of [
      ['light', 1440],
      ['dark', 375],
    ] as const) {
      page.said.length = 0;
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect((await page.goto(stage.at(path)))?.status()).toBe(200);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await complaints(page)).toEqual([]);
      expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
      expect(page.said).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 960 });
  },
);

test('the links of all these pages lead to pages', async () => {
  const links = new Set<string>();
  for (const path of ['/', '/trays/', '/source/', '/search/?q=ferry']) {
    const text = await (await fetch(stage.at(path))).text();
    for (const [, link = ''] of text.matchAll(/href="(\/[^"#]*)/gu)) links.add(link);
  }
  expect(links.size).toBeGreaterThan(10);
  for (const link of links) expect([link, (await fetch(stage.at(link))).status]).toEqual([link, 200]);
});

test.each([
  ['week', '/issues/2026-W20/', 53, 'Week 20'],
  ['quarter', '/issues/2026-Q2/', 4, 'Q2'],
  ['day', '/issues/2026-05-14/', 31, '14'],
])('issues of a %s', async (period, address, cells, name) => {
  const own = await buildState({
    ...files,
    'digestif.config.yaml': `${files['digestif.config.yaml']}period: ${period}\n`,
  });
  const body = bodyOf(own);
  expect(body).toContain(`<a href="${address}">${name}</a>`);
  expect(body.split('class="year"')[1]?.match(/<li[ >]/gu)).toHaveLength(cells);
  expect(body).toContain(`What the ${period}s were about`);
});

test('no issue, no calendar: it says why', async () => {
  const own = await buildState({
    'digestif.config.yaml': files['digestif.config.yaml'],
    'articles/walk.md': files['articles/walk.md'],
  });
  expect(bodyOf(own)).toContain('There is no issue yet: no article gives a date that makes one.');
  expect(bodyOf(own)).not.toContain('class="year"');
});
