import { afterAll, expect, test } from 'vitest';
import { issuePath } from '../../../src/preview/addresses.ts';
import { checksOf } from '../../../src/preview/checks.ts';
import { issuePage } from '../../../src/preview/pages/issue.ts';
import type { PreviewState } from '../../../src/preview/state.ts';
import { allViews, findView, nameView, plainKinds } from '../../../src/preview/views.ts';
import type { Diagnostic } from '../../../src/types.ts';
import { marsh } from '../../articles.ts';
import { buildState, complaints, openStage, openWindow } from '../stage.ts';

/** A name as a browser gives it to what it saves, in folders that somebody meant well with. */
const longPath = `articles/${'minutes-of-the-harbour-commission'.repeat(3)}/${'the-mill-at-high-fen-'.repeat(6)}.md`;
const mill = `---
title: The mill at High Fen grinds again
date: 2026-05-02
source: Sallow Post
---

The mill at High Fen ground rye for the first time since its wheel was mended with church bell bronze. Four bakers came
to watch it turn, and eleven sacks were sold before the bell of the ferry rang for noon.
`;

const { at } = await openStage({ ...marsh, [longPath]: mill });
const { page: openPage } = openWindow();
const page = await openPage();

afterAll(() => page.close());

/** One of each kind; the rest differ by the address and the class of a frame. */
const looked = ['', 'email-375-dark-styles-off', 'web', ...plainKinds];

test.each(looked)('"%s" is a page in which browser and axe find nothing wrong', async (name) => {
  await page.emulateMedia({ colorScheme: looked.indexOf(name) % 2 === 0 ? 'light' : 'dark' });
  page.said.length = 0;
  const response = await page.goto(at(issuePath('2026-05', name)));
  expect(response?.status()).toBe(200);
  expect(await page.locator('h1').count()).toBe(1);
  expect(await complaints(page)).toEqual([]);
  expect(page.said).toEqual([]);
});

test.each([320, 375, 1280])(
  'in a window of %i pixels nothing is wrong, and nothing sticks out',
  async (width) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(at(issuePath('2026-05')));
    expect(await complaints(page)).toEqual([]);
    const own = `/source/${longPath.replace('articles/', '')}/`;
    for (const path of [
      ...looked.map((name) => issuePath('2026-05', name)),
      own,
      '/source/',
      '/trays/',
      '/',
    ]) {
      await page.goto(at(path));
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width]);
    }
    await page.setViewportSize({ width: 1440, height: 960 });
  },
);

test('every view has an address, and every link between them leads somewhere', async () => {
  const links = new Set<string>();
  for (const view of allViews) {
    const response = await fetch(at(issuePath('2026-05', nameView(view))));
    expect(response.status).toBe(200);
    for (const [, link = ''] of (await response.text()).matchAll(
      /href="(\/(?:issues|raw|derived)\/[^"#]*)/gu,
    ))
      links.add(link);
  }
  for (const link of links) expect([link, (await fetch(at(link))).status]).toEqual([link, 200]);
});

test('an issue or a view that is not there is said to be missing', async () => {
  for (const path of ['/issues/2026-04/', '/issues/2026-05/email-9-light/', '/issues/%E0%A4%A/'])
    expect((await fetch(at(path))).status).toBe(404);
});

test('side by side, two frames stand whole in a window of 1280', async () => {
  await page.setViewportSize({ width: 1280, height: 840 });
  await page.goto(at(issuePath('2026-05', 'beside')));
  const boxes = await Promise.all((await page.locator('figure').all()).map((figure) => figure.boundingBox()));
  const whole = boxes.filter((box) => box && box.x + box.width <= 1280);
  expect(whole).toHaveLength(2);
  await page.setViewportSize({ width: 1440, height: 960 });
});

test('the checks stand beside, worst first, and their findings lead to a place', async () => {
  await page.goto(at(issuePath('2026-05')));
  await page.locator('.aside .check').first().waitFor({ state: 'attached' });
  expect(await page.locator('.aside h2').textContent()).toMatch(/^(?:Ready|Not ready)/u);
  const results = await page.locator('.aside .check').evaluateAll((rows) => rows.map((row) => row.className));
  const order = ['check fail', 'check look', 'check pass'];
  expect(results).toEqual([...results].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  for (const link of await page.locator('.findings a').all()) {
    const [path = '', id = ''] = ((await link.getAttribute('href')) ?? '').split('#');
    expect(await (await fetch(at(path))).text()).toContain(`id="${id}"`);
  }
});

test('a check that passes is folded away, and opened by its address and by the keyboard', async () => {
  await page.goto(at(issuePath('2026-05', 'checks')));
  const passing = page.locator('#passing');
  const row = page.locator('#check-links');
  expect(await row.isVisible()).toBe(false);
  await passing.locator('summary').first().press('Enter');
  expect(await row.isVisible()).toBe(true);
  expect(await complaints(page)).toEqual([]);
  await page.goto('about:blank');
  await page.goto(`${at(issuePath('2026-05', 'checks'))}#check-links`);
  await row.waitFor({ state: 'visible' });
});

test('errors of the build and a stopped build are said beside the checks', async () => {
  const built = await buildState(marsh);
  await checksOf(built, '2026-05');
  const wrong: Diagnostic = { code: 'config-invalid', severity: 'error', message: 'x' };
  const body = async (change: Partial<PreviewState>, name = '') => {
    const view = findView(name);
    if (!view) throw new Error('no view');
    return String((await issuePage({ ...built, ...change }, '2026-05', view))?.body);
  };
  for (const name of ['', 'checks']) {
    expect(await body({}, name)).not.toContain('href="/problems/"');
    expect(await body({ diagnostics: [wrong] }, name)).toMatch(/Not ready: 1 error[\s\S]*The build met/u);
    expect(await body({ faults: [wrong] }, name)).toMatch(/Not ready: 1 fault[\s\S]*built before/u);
  }
});
