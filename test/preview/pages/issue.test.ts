import { afterAll, expect, test } from 'vitest';
import { issuePath } from '../../../src/preview/addresses.ts';
import { allViews, nameView, plainKinds } from '../../../src/preview/views.ts';
import { marsh } from '../../articles.ts';
import { complaints, openStage, openWindow } from '../stage.ts';

const { at } = await openStage(marsh);
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

test('on a phone too', async () => {
  await page.setViewportSize({ width: 375, height: 700 });
  await page.goto(at(issuePath('2026-05')));
  expect(await complaints(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
  await page.setViewportSize({ width: 1440, height: 960 });
});

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

test('the checks stand beside, worst first, and their findings lead to a place', async () => {
  await page.goto(at(issuePath('2026-05')));
  await page.locator('.aside .check').first().waitFor();
  expect(await page.locator('.aside h2').textContent()).toMatch(/^(?:Ready|Not ready)/u);
  const results = await page.locator('.aside .check').evaluateAll((rows) => rows.map((row) => row.className));
  const order = ['check fail', 'check look', 'check pass'];
  expect(results).toEqual([...results].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  for (const link of await page.locator('.findings a').all()) {
    const [path = '', id = ''] = ((await link.getAttribute('href')) ?? '').split('#');
    expect(await (await fetch(at(path))).text()).toContain(`id="${id}"`);
  }
});
