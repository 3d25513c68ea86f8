import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ferry, marsh } from '../articles.ts';
import { waitUntil } from '../browser.ts';
import { openStage, openWindow, type Stage, save } from './stage.ts';

/** Templates of the newsletter's own: a partial of a partial of the email. */
const own = {
  'templates/email-footer.hbs': '{{> our-call}}',
  'templates/our-call.hbs': '<p>{{> our-words}}</p>',
  'templates/our-words.hbs': 'Words of ours, first.',
};

const letter = (words: string) => `---\ntitle: A month of boats\n---\n\n${words}\n`;

let stage: Stage;
let page: Page & { said: string[] };
const { page: openPage } = openWindow();

beforeAll(async () => {
  stage = await openStage({ ...marsh, ...own, 'articles/_issues/2026-05.md': letter('Dear readers.') });
  page = await openPage();
});

afterAll(() => page.close());

const frame = () => page.frameLocator('iframe:not([data-leaving])');

/** Opens an address and waits until the stream of the page is open. */
async function visit(path: string): Promise<void> {
  // A page that follows a change at this moment interrupts its visitor, as it may.
  await page.goto(stage.at(path)).catch(() => page.goto(stage.at(path)));
  // Not by a function in words: the page's policy forbids to evaluate any.
  await page.locator('html[data-live="yes"]').waitFor({ state: 'attached' });
}

describe('what is saved shows by itself', () => {
  beforeAll(() => visit('/issues/2026-05/'));

  test('an article', async () => {
    save(stage.folder, 'articles/ferry.md', ferry.replace('61 passengers', '62 passengers'));
    await frame().getByText('62 passengers').first().waitFor();
  });
  test('a new article in a new folder', async () => {
    save(
      stage.folder,
      'articles/later/kiln.md',
      ferry.replaceAll('ferry', 'kiln').replace('-sundays', '-kiln'),
    );
    await page.locator('.nav', { hasText: 'All 4 files' }).waitFor();
    save(
      stage.folder,
      'articles/later/mill.md',
      ferry.replaceAll('ferry', 'mill').replace('-sundays', '-mill'),
    );
    await page.locator('.nav', { hasText: 'All 5 files' }).waitFor();
    rmSync(join(stage.folder, 'articles/later'), { recursive: true });
    await page.locator('.nav', { hasText: 'All 3 files' }).waitFor();
  });
  test("the editor's page", async () => {
    save(stage.folder, 'articles/_issues/2026-05.md', letter('Dear friends of the marsh.'));
    await frame().getByText('Dear friends of the marsh.').waitFor();
  });
  test('the config', async () => {
    const config = marsh['digestif.config.yaml'];
    save(
      stage.folder,
      'digestif.config.yaml',
      config.replace('title: The Reed Post', 'title: The Reed Times'),
    );
    await page.locator('.newsletter', { hasText: 'The Reed Times' }).waitFor();
    expect(await page.title()).toContain('The Reed Times');
  });
  test('a partial of a partial', async () => {
    await frame().getByText('Words of ours, first.').waitFor();
    save(stage.folder, 'templates/our-words.hbs', 'Words of ours, second.');
    await frame().getByText('Words of ours, second.').waitFor();
  });
  test('an editor that writes beside and renames', async () => {
    save(stage.folder, 'articles/.ferry.md.swp', 'half');
    save(stage.folder, 'articles/ferry.md.tmp', ferry.replace('61 passengers', '63 passengers'));
    renameSync(join(stage.folder, 'articles/ferry.md.tmp'), join(stage.folder, 'articles/ferry.md'));
    await frame().getByText('63 passengers').first().waitFor();
  });
});

test('place, focus and what is typed stay when the page changes', async () => {
  await visit('/issues/2026-05/');
  await page.setViewportSize({ width: 1440, height: 500 });
  await waitUntil(page, "document.querySelector('iframe').clientHeight > 900");
  await page.fill('.bar input', 'goat');
  await page.focus('.tabs a:nth-child(3)');
  await page.evaluate('scrollTo(0, 320)');
  save(stage.folder, 'articles/ferry.md', ferry.replace('61 passengers', '64 passengers'));
  await frame().getByText('64 passengers').first().waitFor();
  await waitUntil(page, "document.querySelectorAll('iframe').length === 1");
  expect(await page.evaluate('scrollY')).toBe(320);
  expect(await page.inputValue('.bar input')).toBe('goat');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Web');
  const news = page.getByRole('status').and(page.locator('#news'));
  await news.filter({ hasText: /^Updated: May 2026, email\. (?:Ready|Not ready)/u }).waitFor();
  expect(page.said).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 960 });
});

describe('an error lies above the last good pages until it is mended', () => {
  const faults: [kind: string, path: string, content: string, words: RegExp, place: RegExp][] = [
    [
      'a template',
      'templates/our-words.hbs',
      'One\n{{#if title}}',
      /ends inside a block/u,
      /our-words\.hbs:2/u,
    ],
    [
      'the config',
      'digestif.config.yaml',
      'title: A\nurl: [\n',
      /not valid YAML/u,
      /digestif\.config\.yaml:\d/u,
    ],
    ['a key', 'digestif.config.yaml', `${marsh['digestif.config.yaml']}\ntitel: X\n`, /no key/u, /yaml:\d/u],
    ["the editor's page", 'articles/_issues/2026-05.md', '---\npin: [a\n---\n', /./u, /2026-05\.md:\d/u],
    ['an article', 'articles/oven.md', '---\ntitle: [a\n---\n\nText.\n', /./u, /oven\.md:\d/u],
  ];
  const good: { [path: string]: string } = {
    ...marsh,
    ...own,
    'articles/_issues/2026-05.md': letter('Dear readers.'),
  };

  test.each(faults)('%s', async (_, path, content, words, place) => {
    save(stage.folder, path, good[path] ?? '');
    await visit('/issues/2026-05/');
    await page.locator('.overlay').waitFor({ state: 'detached' });
    save(stage.folder, path, content);
    const overlay = page.locator('.overlay');
    await overlay.waitFor();
    expect(await overlay.textContent()).toMatch(words);
    expect(await overlay.locator('.complaint code').first().textContent()).toMatch(place);
    expect(await overlay.locator('.excerpt .here').count()).toBe(1);
    await frame().getByText('The Reed').first().waitFor();
    save(stage.folder, path, good[path] ?? '');
    await overlay.waitFor({ state: 'detached' });
  });
});

test('the folder of the articles may go away and come back', async () => {
  await visit('/issues/2026-05/');
  const [here, away] = [join(stage.folder, 'articles'), join(stage.folder, 'away')];
  renameSync(here, away);
  await page.locator('.overlay', { hasText: 'cannot be opened' }).waitFor();
  await frame().getByText('The Reed').first().waitFor();
  mkdirSync(here);
  await page.locator('.overlay').waitFor({ state: 'detached' });
  rmSync(here, { recursive: true });
  await page.locator('.overlay').waitFor();
  renameSync(away, here);
  await page.locator('.overlay').waitFor({ state: 'detached' });
  save(stage.folder, 'articles/ferry.md', ferry.replace('61 passengers', '65 passengers'));
  await page.goto(stage.at('/issues/2026-05/'));
  await frame().getByText('65 passengers').first().waitFor();
});

test('an error of one file can be put aside, and another one comes back', async () => {
  await visit('/issues/2026-05/');
  save(stage.folder, 'articles/oven.md', '---\ntitle: [a\n---\n\nText.\n');
  await page.getByRole('button', { name: 'Put aside' }).click();
  expect(await page.locator('.overlay').isVisible()).toBe(false);
  await page.reload();
  expect(await page.locator('.overlay').isVisible()).toBe(false);
  save(stage.folder, 'articles/oven.md', '---\ndate: 2026-05-20\ntitle: {b\n---\n\nText.\n');
  await page.locator('.overlay').waitFor();
  save(stage.folder, 'articles/oven.md', marsh['articles/oven.md']);
  await page.locator('.overlay').waitFor({ state: 'detached' });
});

test('a panel of errors hides nothing that has the focus, and is the first that the keyboard reaches', async () => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await visit('/source/ferry.md/');
  const broken = () => save(stage.folder, 'articles/oven.md', '---\ntitle: [a\n---\n\nText.\n');
  const panel = page.locator('.overlay');
  const lowest = page.locator('.nav .state a');
  await lowest.focus();
  broken();
  await panel.waitFor();
  // Who works elsewhere goes on there, in sight.
  expect(await page.evaluate("document.activeElement.matches('.state a')")).toBe(true);
  const top = async () => (await panel.boundingBox())?.y ?? 0;
  const bottom = async () => {
    const box = await page.locator(':focus').boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  expect(await bottom()).toBeLessThanOrEqual(await top());
  await page.reload();
  await panel.waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Put aside');
  for (let i = 0; i < 40; i += 1) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate("document.activeElement.matches('.overlay *, body')");
    if (!inside) expect(await bottom()).toBeLessThanOrEqual(await top());
  }
  await page.keyboard.press('Escape');
  expect(await panel.isVisible()).toBe(false);
  await page.locator('#main').focus();
  save(stage.folder, 'articles/oven.md', marsh['articles/oven.md']);
  await page.locator('#news', { hasText: /^Mended: .*ferry\.md\. Built without errors/u }).waitFor();
  await page.setViewportSize({ width: 1440, height: 960 });
});

describe('keys', () => {
  test('each follows the link it stands on', async () => {
    await visit('/issues/2026-05/');
    for (const [key, path] of [
      ['2', '/issues/2026-05/email-375-light/'],
      ['d', '/issues/2026-05/email-375-dark/'],
      ['i', '/issues/2026-05/email-375-dark-images-off/'],
      ['t', '/issues/2026-05/text/'],
      ['e', '/issues/2026-05/'],
    ] as const) {
      await page.keyboard.press(key);
      await page.waitForURL(stage.at(path));
    }
  });
  test('they are listed, and can be switched off', async () => {
    await visit('/issues/2026-05/');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await dialog.waitFor();
    await dialog.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    expect(page.url()).toBe(stage.at('/issues/2026-05/'));
    await page.getByRole('button', { name: 'Keys' }).click();
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('t');
    await page.waitForURL(stage.at('/issues/2026-05/text/'));
  });
});

test('a click on a sentence of the email leads to it in its source', async () => {
  await visit('/issues/2026-05/');
  const sentence = frame().locator('li', { hasText: 'passengers on its first Sunday' }).first();
  await sentence.click({ position: { x: 40, y: 10 } });
  await page.waitForURL(/\/source\/ferry\.md\/#/u);
});

test('a browser that is closed in the middle is nothing', async () => {
  const other = await openPage();
  await other.goto(stage.at('/issues/2026-05/'));
  const going = other.reload().catch(() => null);
  await other.close();
  await going;
  save(stage.folder, 'articles/ferry.md', ferry.replace('61 passengers', '66 passengers'));
  await visit('/issues/2026-05/');
  await frame().getByText('66 passengers').first().waitFor();
});
