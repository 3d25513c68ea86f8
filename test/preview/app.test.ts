import { type IncomingHttpHeaders, request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { marsh } from '../articles.ts';
import { complaints, nextBuild, openStage, openWindow, save } from './stage.ts';

/** Enough of them for a second page of a list. */
const empty = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`articles/empty/${i}.md`, '']));

const stage = await openStage({ ...marsh, ...empty });
const { page: openPage } = openWindow();

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; text: string };

/** Asks with headers that `fetch` would not send. */
function ask(path: string, headers: { [name: string]: string } = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(stage.address);
    const asked = request({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    asked.on('error', reject).end();
  });
}

describe('what is refused', () => {
  test.each([
    ['/', { host: 'rebound.example' }, 421],
    ['/raw/2026-05/email.html', { host: 'rebound.example:80' }, 421],
    ['/events', { origin: 'https://evil.example' }, 403],
    [
      '/client.js',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
      403,
    ],
  ])('%s %j', async (path, headers, status) => {
    const answer = await ask(path, headers);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain('Reed');
  });
  test('POST from elsewhere, and any other method', async () => {
    expect((await ask('/issues/2026-05/links/', { origin: 'https://evil.example' }, 'POST')).status).toBe(
      403,
    );
    expect((await ask('/issues/2026-05/links/', {}, 'POST')).status).toBe(403);
    expect((await ask('/', {}, 'DELETE')).status).toBe(405);
  });
  test.each([
    '/raw/../../package.json',
    '/raw/%2e%2e/%2e%2e/package.json',
    '/raw/..%2f..%2fpackage.json',
    '/raw//etc/passwd',
    '/raw/2026-05/',
    '/derived/2026-05/email.html',
    '/derived/..%2f/entry.html',
    '/source/..%2f..%2fpackage.json/',
    '/source/../../package.json/',
  ])('no path leads out of what was built: %s', async (path) => {
    const { status, text } = await ask(path);
    expect([301, 404]).toContain(status);
    expect(text).not.toContain('"dependencies"');
  });
  test('a page of another site gets nothing, frames nothing and hears nothing', async () => {
    const page = await openPage();
    await page.route('https://evil.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="${stage.address}"></iframe><script>
          window.got = Promise.all([
            fetch('${stage.at('/raw/2026-05/issue.json')}').then((r) => r.text(), () => 'nothing'),
            fetch('${stage.at('/issues/2026-05/links/')}', { method: 'POST', mode: 'no-cors' }).then((r) => r.type, () => 'nothing'),
            new Promise((resolve) => { const e = new EventSource('${stage.at('/events')}'); e.onmessage = () => resolve('heard'); e.onerror = () => resolve('nothing'); }),
          ]);</script>`,
      }),
    );
    const refused: number[] = [];
    page.on('response', (response) => {
      if (response.url().startsWith(stage.address)) refused.push(response.status());
    });
    await page.goto('https://evil.example/');
    const got = (await page.evaluate('window.got')) as string[];
    expect(got[0]).toBe('nothing');
    expect(got[2]).toBe('nothing');
    expect(refused.every((status) => status === 403)).toBe(true);
    await page.close();
  });
});

describe('what is served', () => {
  test('every file of out/ byte for byte, with a policy under which nothing runs', async () => {
    for (const [path, content] of stage.session.sight().state?.rendered.files ?? []) {
      const response = await fetch(stage.at(`/raw/${path}`));
      expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(content as Uint8Array))).toBe(true);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(response.headers.get('content-security-policy')).toContain('sandbox');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
  test('pages with a policy, and an address without its last sign', async () => {
    const response = await fetch(stage.at('/issues/2026-05'), { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, '/issues/2026-05/']);
    expect((await fetch(stage.at('/'))).headers.get('content-security-policy')).toContain(
      "script-src 'self'",
    );
    expect((await fetch(stage.at('/nowhere/'))).status).toBe(404);
    expect((await fetch(stage.at('/'), { method: 'HEAD' })).status).toBe(200);
  });
  test('no page holds an inline script or style', async () => {
    for (const path of [
      '/',
      '/issues/2026-05/',
      '/source/ferry.md/',
      '/trays/',
      '/search/?q=ferry',
      '/problems/',
    ]) {
      const text = await (await fetch(stage.at(path))).text();
      expect(text).not.toMatch(
        /<script(?! type="module" src="\/client\.js")|<style|\sstyle="|\son\w+="|javascript:/u,
      );
    }
  });
});

describe('an issue does not wait for its checks', () => {
  test('its frame is there; the checks come by themselves, and an edit keeps them until there are others', async () => {
    const { at, folder, ...own } = await openStage(marsh);
    const text = async (path: string) => await (await fetch(at(path))).text();
    const first = await text('/issues/2026-05/');
    expect(first).toContain('<iframe');
    expect(first).toContain('Being checked');
    expect(first).not.toContain('class="check ');
    const page = await openPage();
    await page.goto(at('/issues/2026-05/'));
    await page.locator('.aside .check').first().waitFor({ state: 'attached' });
    await page.evaluate(`{
      window.fewest = Infinity;
      const count = () => { window.fewest = Math.min(window.fewest, document.querySelectorAll('.aside .check').length); };
      new MutationObserver(count).observe(document.body, { subtree: true, childList: true, attributes: true });
    }`);
    await nextBuild({ at, folder, ...own }, () => save(folder, 'articles/new.md', marsh['articles/oven.md']));
    await page.locator('.aside[aria-busy="true"]').waitFor();
    await page.locator('.aside[aria-busy="true"]').waitFor({ state: 'detached' });
    expect(await page.evaluate('window.fewest > 0 && window.fewest < Infinity')).toBe(true);
    expect(page.said).toEqual([]);
    await page.close();
  });
  test('their own page waits for them', async () => {
    const { at } = await openStage(marsh);
    const text = await (await fetch(at('/issues/2026-05/checks/'))).text();
    expect(text).toContain('class="check ');
    expect(text).not.toContain('Being checked');
  });
});

describe('axe has nothing against', () => {
  const paths = [
    '/',
    '/trays/',
    '/search/?q=ferry',
    '/trays/not-an-article/2/',
    '/problems/',
    '/source/',
    '/source/ferry.md/',
    '/nowhere/',
  ];
  test.each(paths)('%s', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openPage({ colorScheme });
      await page.goto(stage.at(path));
      expect(await complaints(page)).toEqual([]);
      // What is not there is said by the browser too.
      expect(page.said.filter((words) => !words.includes('404'))).toEqual([]);
      await page.close();
    }
  });
  test('the help, and an error above a page', async () => {
    const page = await openPage();
    await page.goto(stage.at('/issues/2026-05/'));
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await complaints(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await nextBuild(stage, () => save(stage.folder, 'articles/walk.md', '---\ntitle: [a\n---\n\nText.\n'));
    await page.locator('.overlay').waitFor();
    expect(await complaints(page)).toEqual([]);
    await nextBuild(stage, () => save(stage.folder, 'articles/walk.md', marsh['articles/walk.md']));
    await page.close();
  });
});

test('the stream tells of every build', async () => {
  const gone = new AbortController();
  const response = await fetch(stage.at('/events'), { signal: gone.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async (): Promise<string> =>
    /data: (\S+)/u.exec((await reader?.read())?.value ?? '')?.[1] ?? '';
  const [run, turn, added] = (await next()).split(/[-.]/u);
  await nextBuild(stage, () => save(stage.folder, 'articles/new.md', marsh['articles/oven.md']));
  expect(await next()).toBe(`${run}-${Number(turn) + 1}.${added}`);
  expect(await (await fetch(stage.at('/'))).text()).toContain(
    `content="${run}-${Number(turn) + 1}.${added}"`,
  );
  gone.abort();
});
