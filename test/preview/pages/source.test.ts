import { afterAll, describe, expect, test } from 'vitest';
import { sourceAddress, sourceAddresses, sourcePage } from '../../../src/preview/pages/source.ts';
import { storiesOf } from '../../../src/proof/verify.ts';
import { files } from '../marsh.ts';
import { buildState, complaints, openStage, openWindow } from '../stage.ts';

const hostile = `---
title: "</code><script>document.title = 'run'</script>"
source: Reed Courier
date: 2026-05-21
---

The ferry left with <script>document.title = 'run'</script> forty sheep and <style>body { display: none }</style> a
goat named </span></div></main>, said the harbour\u202E master of Low\u200B Reed. {{{constructor}}} <img src="https://evil.example/a.png">

وصلت العبارة إلى الميناء صباح الاثنين وعلى متنها مئة راكب. قال القبطان إن الرحلة كانت هادئة.

灯笼码头的渡船星期一早上到了，船上有一百七十四位乘客，还有一只山羊。
`;

const stage = await openStage({
  ...files,
  'articles/hostile.md': hostile,
  'articles/signs #1?&%.md': `---
title: Signs in a name
date: 2026-05-02
---

The mill at High Fen ground rye for the first time since its wheel was mended with church bell bronze.
`,
  'articles/long.txt': `The long log of the harbour\nBy Ida Pell\n5 May 2026\n\n${'The boat left at eight.\n\n'.repeat(20_000)}`,
});
const state = stage.session.sight().state;
if (!state) throw new Error('nothing was built');
const { page: openPage } = openWindow();
const page = await openPage();

afterAll(() => page.close());

/** The text of the lines as the browser has it, without what stands beside it. */
const shownText = (root: string) =>
  page.locator(root).evaluate((element) => {
    const copy = element.cloneNode(true) as typeof element;
    for (const beside of copy.querySelectorAll('.gutter, .rules')) beside.remove();
    for (const sign of copy.querySelectorAll('.sign'))
      sign.replaceWith(String.fromCodePoint(Number.parseInt(sign.textContent ?? '', 16)));
    return copy.textContent;
  });

/** Where a line ends within a word that was joined, the end is shown and not quoted. */
const squeeze = (words: string) => words.replace(/\s+/gu, '');

describe('the source of a file', () => {
  test.each(['dump.txt', 'hostile.md', 'wardens.mbox', 'copies/oven again.md'])(
    'all of %s is shown, unit for unit, and nothing is wrong with the page',
    async (file) => {
      page.said.length = 0;
      const path = `/source/${file.split('/').map(encodeURIComponent).join('/')}/`;
      expect((await page.goto(stage.at(path)))?.status()).toBe(200);
      const parts = state.digest.parts.filter(({ part }) => part.file === file);
      for (const [i, { part }] of parts.entries())
        expect(await shownText(`.part >> nth=${i} >> .code`)).toBe(part.text.replaceAll('\r\n', '\n'));
      expect(await page.title()).toContain(file);
      expect(page.said).toEqual([]);
      expect(await complaints(page)).toEqual([]);
    },
  );

  test('every highlight of every issue leads to its very words, lit', async () => {
    const highlights = state.rendered.issues.flatMap(({ issue }) =>
      storiesOf(issue).flatMap((story) => story.highlights),
    );
    expect(highlights.length).toBeGreaterThan(5);
    for (const highlight of highlights.filter(({ file }) => file !== 'long.txt')) {
      await page.goto(stage.at(sourceAddress(state, highlight) ?? ''));
      const lit = page.locator('mark:target');
      const words = await lit.evaluate((element) => {
        const copy = element.cloneNode(true) as typeof element;
        for (const other of copy.querySelectorAll('.gutter, .rules, del, .apart')) other.remove();
        return copy.textContent ?? '';
      });
      expect(squeeze(words)).toBe(squeeze(highlight.text));
      expect(
        await page.evaluate("getComputedStyle(document.querySelector('mark:target')).backgroundColor"),
      ).toBe('rgb(228, 240, 122)');
      expect(await lit.isVisible()).toBe(true);
      expect(await page.locator('.note:visible').count()).toBe(1);
      expect(await page.locator('.note:visible .quote').textContent()).toBe(highlight.text);
    }
  });

  test('a sentence that was joined over a line end: the hyphen is struck', async () => {
    await page.goto(stage.at('/source/dump.txt/'));
    const torn = page.locator('mark', { hasText: 'closed the foot' });
    expect(await torn.locator('del').allTextContents()).toEqual(['-']);
    expect(await page.locator('.note', { hasText: 'footpath' }).textContent()).toContain(
      'Left out of it: “-”.',
    );
  });

  test('letters, rules and sums say what everything became', async () => {
    await page.goto(stage.at('/source/dump.txt/'));
    const line = page.locator('.gutter', { hasText: /^13 / });
    expect(await line.locator('abbr').textContent()).toBe('B');
    const sums = await page.locator('.sums').first().locator('tbody > tr:first-child td').allTextContents();
    const total = await page.locator('.sums').first().locator('tfoot td').textContent();
    const number = (text: string | null) => Number(text?.replaceAll(',', ''));
    expect(sums.map(number).reduce((a, b) => a + b)).toBe(number(total));
    expect(number(total)).toBe(files['articles/dump.txt'].length);
    const bytes = await page.locator('.sums').last().locator('td').allTextContents();
    expect(number(bytes[0] ?? '') + number(bytes[1] ?? '') + number(bytes[2] ?? '')).toBe(
      number(bytes[3] ?? ''),
    );
  });

  test('a copy leads to what it copies, articles to their beginning and their issue', async () => {
    await page.goto(stage.at('/source/oven.md/'));
    expect(await page.locator('.flow .is-duplicate').count()).toBeGreaterThan(3);
    await page.locator('.rules a').first().click();
    await page.waitForURL(stage.at('/source/copies/oven%20again.md/#a1'));
    await page.goto(stage.at('/source/dump.txt/'));
    expect(await page.locator('.found li').allTextContents()).toHaveLength(2);
    expect(
      await page.locator('.found li a').evaluateAll((links) => links.map((a) => a.getAttribute('href'))),
    ).toEqual(['#a1', '/issues/2026-05/', '#a2', '/issues/2026-05/']);
  });

  test('a long file has pages; a place in a later one is lit there', async () => {
    expect(await page.goto(stage.at('/source/long.txt/page-99/')).then((r) => r?.status())).toBe(404);
    await page.goto(stage.at('/source/long.txt/page-2/'));
    expect(await page.locator('.pager').first().textContent()).toContain('Page 2 of 2.');
    const id = await page.locator('.s >> nth=2500').getAttribute('id');
    await page.goto(stage.at(`/source/long.txt/page-2/#${id}`));
    const box = await page.locator(`#${id}`).boundingBox();
    expect(box?.y).toBeGreaterThan(100);
    expect(box?.y).toBeLessThan(900);
  });

  test('on a phone nothing is cut, in the dark nothing is lost', async () => {
    const phone = await openPage({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
    await phone.goto(stage.at('/source/hostile.md/'));
    expect(await complaints(phone)).toEqual([]);
    expect(await phone.locator('.code').evaluate((code) => code.scrollWidth - code.clientWidth)).toBe(0);
    await phone.close();
  });

  test('every page of every file has an address that is served', async () => {
    const addresses = sourceAddresses(state);
    expect(addresses).toContain('/source/long.txt/page-2/');
    for (const address of addresses)
      expect([address, (await fetch(stage.at(address))).status]).toEqual([address, 200]);
  });
});

test('a highlight of a file that has changed since, or is gone, has no place', async () => {
  const [highlight] = state.rendered.issues.flatMap(({ issue }) =>
    storiesOf(issue).flatMap((s) => s.highlights),
  );
  if (!highlight) throw new Error('no highlight');
  expect(sourceAddress(state, { ...highlight, sha256: 'other' })).toBe(null);
  expect(sourceAddress(state, { ...highlight, file: 'gone.md' })).toBe(null);
  expect(sourceAddress(state, { ...highlight, part: 'other' })).toBe(null);
});

test('what is no source has no page', async () => {
  const empty = await buildState({
    'digestif.config.yaml': files['digestif.config.yaml'],
    'articles/a.md': '',
  });
  for (const path of ['', '..', 'dump.txt', 'dump.txt/page-1', '__proto__'])
    expect(sourcePage(empty, path)).toBe(null);
});
