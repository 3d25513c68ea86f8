import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { marsh } from '../articles.ts';
import { complaints, openStage, openWindow, type Stage } from './stage.ts';

let stage: Stage;
const { page: openPage } = openWindow();

beforeAll(async () => {
  stage = await openStage(marsh);
});

describe.each([375, 320])('in a window of %d pixels', (width) => {
  let page: Awaited<ReturnType<typeof openPage>>;

  beforeAll(async () => {
    page = await openPage({ viewport: { width, height: 667 }, javaScriptEnabled: false });
  });
  afterAll(() => page.close());

  const box = async (place: string) => await page.locator(place).first().boundingBox();

  test('the navigation is one line, which opens it by the keyboard and without a script', async () => {
    await page.goto(stage.at('/issues/2026-05/'));
    const menu = page.locator('summary', { hasText: 'Menu' });
    expect(await page.locator('.nav').isVisible()).toBe(false);
    expect((await menu.boundingBox())?.height).toBeLessThan(48);
    await menu.press('Enter');
    expect(await page.locator('.nav').isVisible()).toBe(true);
    // The page scrolls, and no box in it.
    expect(await page.locator('.nav').evaluate((nav) => nav.scrollHeight - nav.clientHeight)).toBe(0);
  });
  test('most of the window is left to what is shown', async () => {
    await page.goto(stage.at(`/issues/2026-05/email-${width}-light/`));
    expect((await box('.stage'))?.y).toBeLessThan(667 / 3);
    const choices = page.locator('summary', { hasText: `Shown: ${width}, Light, As sent` });
    expect(await page.locator('.choices').isVisible()).toBe(false);
    await choices.press('Space');
    expect(await page.locator('.choices').isVisible()).toBe(true);
  });
  test('a view of its width is not cut', async () => {
    await page.goto(stage.at(`/issues/2026-05/email-${width}-light/`));
    expect(await box('iframe')).toMatchObject({ x: 0, width });
    expect(await page.locator('.stage').evaluate((one) => one.scrollWidth)).toBe(width);
  });
  test('an issue opens as wide as the window, in every colour and version, unless the address names a width', async () => {
    for (const view of ['', 'email-fit-dark/', 'email-fit-dark-styles-off/']) {
      await page.goto(stage.at(`/issues/2026-05/${view}`));
      expect([view, await box('iframe')]).toMatchObject([view, { x: 0, width }]);
      expect((await box('.mail-head'))?.width).toBe(width);
    }
    await page.goto(stage.at('/issues/2026-05/email-600-light/'));
    expect((await box('iframe'))?.width).toBe(600);
  });
  test('no page is wider than the window', async () => {
    for (const path of [
      '/',
      '/issues/2026-05/',
      '/issues/2026-05/text/',
      '/issues/2026-05/checks/',
      '/trays/',
    ]) {
      await page.goto(stage.at(path));
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width]);
    }
  });
});

test('where there is room, nothing is folded', async () => {
  const page = await openPage({ viewport: { width: 800, height: 600 }, javaScriptEnabled: false });
  await page.goto(stage.at('/issues/2026-05/'));
  expect(await page.locator('.nav').isVisible()).toBe(true);
  expect(await page.locator('.choices').isVisible()).toBe(true);
  expect(await page.locator('summary', { hasText: 'Menu' }).isVisible()).toBe(false);
  await page.close();
});

test('axe has nothing against it, closed or open', async () => {
  const page = await openPage({ viewport: { width: 375, height: 667 } });
  await page.goto(stage.at('/issues/2026-05/'));
  expect(await complaints(page)).toEqual([]);
  for (const line of await page.locator('.fold summary').all()) await line.click();
  expect(await complaints(page)).toEqual([]);
  await page.close();
});
