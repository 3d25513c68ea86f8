import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { marsh } from '../../articles.ts';
import { waitUntil } from '../../browser.ts';
import { nextBuild, openStage, openWindow, save } from '../stage.ts';

const hostile = `---
title: "<script>document.title='run'</script> {{site.title}} <img src=x onerror=alert(1)>"
source: "</iframe><script>alert(2)</script>"
date: 2026-05-21
url: https://courier.example/hostile
---

The ferry left with <script>top.document.title = 'run'</script> forty sheep and <style>body { display: none }</style> a
goat named </ul></main><script>alert(3)</script>, said the harbour master of Low Reed. <img src="https://evil.example/a.png" onerror="alert(4)">

The boat carried {{{constructor.constructor("return process")()}}} and ${'x'.repeat(300_000)} over the river.
`;

const { at, session } = await openStage({ ...marsh, 'articles/hostile.md': hostile });
const { page: openPage } = openWindow();
const page = await openPage();

afterAll(() => page.close());

test('a frame shows the very bytes of email.html', async () => {
  await page.goto(at('/issues/2026-05/'));
  const source = await page.locator('iframe').getAttribute('src');
  const bytes = Buffer.from(await (await fetch(at(source ?? ''))).arrayBuffer());
  const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
  expect(hash(bytes)).toBe(hash(session.sight().state?.rendered.files.get('2026-05/email.html') ?? ''));
});

test('a frame has the width and the colours of its view, whatever the system prefers', async () => {
  // Null: what the machine itself says; an emulated preference would go for frames too.
  const plain = await openPage({ colorScheme: null });
  const colours = async (path: string) => {
    await plain.goto(at(path));
    const dark = "matchMedia('(prefers-color-scheme: dark)').matches";
    return await plain.frames()[1]?.evaluate(`({ width: innerWidth, dark: ${dark} })`);
  };
  expect(await colours('/issues/2026-05/')).toEqual({ width: 600, dark: false });
  expect(await colours('/issues/2026-05/email-375-dark/')).toEqual({ width: 375, dark: true });
  expect(await colours('/issues/2026-05/email-320-light/')).toEqual({ width: 320, dark: false });
  await plain.close();
});

test('nothing of an article runs, in no view, and nothing is asked of the network', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', () => expect.fail('a script ran'));
  for (const view of [
    '',
    'web/',
    'feed/',
    'email-600-light-styles-off/',
    'source/',
    'html/',
    'text/',
    'message/',
  ]) {
    await page.goto(at(`/issues/2026-05/${view}`));
    await page.waitForLoadState('networkidle');
    expect(await page.title()).not.toBe('run');
    expect(await page.locator('body').isVisible()).toBe(true);
  }
  expect(asked.filter((address) => !address.startsWith(at('/')))).toEqual([]);
});

test('a sandboxed frame runs no script even where its bytes hold one', async () => {
  await page.goto(at('/issues/2026-05/'));
  const ran = await page.evaluate(`{
    const inner = document.querySelector('iframe').contentDocument;
    const script = inner.createElement('script');
    script.textContent = 'document.documentElement.dataset.ran = "yes"';
    inner.body.append(script);
    inner.documentElement.dataset.ran ?? 'no';
  }`);
  expect(ran).toBe('no');
});

test('a frame is as high as what it shows', async () => {
  await page.goto(at('/issues/2026-05/'));
  await waitUntil(
    page,
    `{
    const frame = document.querySelector('iframe');
    const high = frame.contentDocument.documentElement.scrollHeight;
    high > 600 && Math.abs(frame.clientHeight - high) < 4;
  }`,
  );
});

test('side by side are frames of several widths', async () => {
  await page.goto(at('/issues/2026-05/beside/'));
  const widths = await page.locator('.beside iframe').evaluateAll((all) => all.map((f) => f.clientWidth));
  expect(widths).toEqual([600, 375, 600, 320, 600, 600]);
});

test('what is made from the email says so', async () => {
  for (const [view, words] of [
    ['email-600-light-images-off', 'addresses of its images are cut out'],
    ['email-600-light-styles-off', 'styles are cut out'],
    ['feed', 'Made from the entry'],
  ])
    expect(await (await fetch(at(`/issues/2026-05/${view}/`))).text()).toContain(words);
});

test('a picture that only readers’ programs fetch is told above the frame', async () => {
  const ferry = marsh['articles/ferry.md'].replace(
    '\n---\n\n',
    '\nimage: https://img.courier.example/ferry.jpg\nimage-alt: A ferry\n---\n\n',
  );
  const shown = await openStage({ ...marsh, 'articles/ferry.md': ferry });
  const id = shown.session.sight().state?.digest.articles.find((a) => a.file.endsWith('ferry.md'))?.id ?? '';
  const words = '1 picture is not fetched here: readers’ programs load it from img.courier.example.';
  const text = async (view: string) => await (await fetch(shown.at(`/issues/2026-05/${view}`))).text();
  expect(await text('')).not.toContain('not fetched');
  await nextBuild(shown, () =>
    save(shown.folder, 'articles/_issues/2026-05.md', `---\npictures: { ${id}: true }\n---\n`),
  );
  for (const view of ['', 'email-375-dark-styles-off/', 'web/', 'feed/', 'beside/'])
    expect([view, await text(view)]).toEqual([view, expect.stringContaining(words)]);
  expect(await text('email-600-light-images-off/')).not.toContain('not fetched');
});
