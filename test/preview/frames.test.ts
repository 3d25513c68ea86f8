import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { exportPreview } from '../../src/preview/export.ts';
import {
  deriveBytes,
  derivedPath,
  emailPath,
  frame,
  tellOwn,
  tellUnfetched,
} from '../../src/preview/frames.ts';
import { contentId, pictureName } from '../../src/text/pictures.ts';
import { marsh } from '../articles.ts';
import { makePng } from '../made-pictures.ts';
import { makeNewsletter } from '../newsletter.ts';
import { buildState, nextBuild, openStage, openWindow, save } from './stage.ts';

const one = {
  address: '/raw/a/email.html',
  bytes: '<p>',
  title: '"A" <b>',
  width: 'w600',
  scheme: 'dark',
} as const;

test('a frame runs nothing, and its address changes with its bytes only', async () => {
  const markup = String(await frame(one));
  expect(markup).toContain('sandbox="allow-same-origin"');
  expect(markup).not.toContain('allow-scripts');
  expect(markup).toContain('title="&quot;A&quot; &lt;b&gt;"');
  expect(String(await frame({ ...one }))).toBe(markup);
  expect(String(await frame({ ...one, bytes: '<p> ' }))).not.toBe(markup);
});

test('what is derived has an address of its own', () => {
  expect(emailPath('2026-05', 'as-sent')).toBe('/raw/2026-05/email.html');
  expect(emailPath('2026-05', 'images-off')).toBe(derivedPath('2026-05', 'images-off'));
});

test('an issue that is not published has no entry; one that is not there has nothing', async () => {
  const state = await buildState({
    ...marsh,
    'digestif.config.yaml': `${marsh['digestif.config.yaml']}publish: sealed\n`,
  });
  expect(await deriveBytes(state, '2026-05', 'entry')).toBe(null);
  expect(await deriveBytes(state, '2026-05', 'styles-off')).not.toContain(':root');
  expect(await deriveBytes(state, '2026-04', 'images-off')).toBe(null);
});

test('what is not fetched is counted once, with where it lies', () => {
  const img = (address: string) => `<img src="${address}">`;
  const told = (...all: string[]) => tellUnfetched(all.map(img).join(''));
  expect(told('data:image/png;base64,AA', 'a.png')).toBe('');
  expect(told('https://b.example/1', 'https://b.example/1')).toMatch(
    /^1 picture is .* load it from b\.example\.$/u,
  );
  expect(told('https://b.example/1', 'http://a.example/2')).toMatch(
    /^2 pictures are .* load them from a\.example, b\.example\.$/u,
  );
  expect(told(...[1, 2, 3, 4].map((i) => `https://${i}.example`))).toMatch(/from 4 servers\.$/u);
});

const page = `---
pictures:
  the-ferry-at-low-reed-runs-on-sundays-again-1: { file: boat.png, alt: A boat }
---
`;
const own = { ...marsh, 'articles/_issues/2026-05.md': page, 'pictures/boat.png': makePng(30, 20) };
const name = pictureName(makePng(30, 20), 'png');

test('what frames cannot fetch of the editor’s own has the address of a file there, and nothing else differs', async () => {
  const state = await buildState(own);
  const email = String(state.rendered.files.get('2026-05/email.html'));
  const here = `"../../raw/2026-05/${name}"`;
  const shown = (await deriveBytes(state, '2026-05', 'own-pictures')) ?? '';
  expect(shown.replaceAll(here, `"cid:${contentId(name)}"`)).toBe(email);
  expect(shown).not.toBe(email);
  for (const derived of ['styles-off', 'entry'] as const)
    expect(await deriveBytes(state, '2026-05', derived), derived).toContain(`src=${here}`);
  expect(await deriveBytes(state, '2026-05', 'images-off')).not.toContain(name.slice(0, 32));
  expect(tellOwn(shown)).toBe(
    '1 picture is one of your own: here it has the address of a file, all else is as it is sent.',
  );
  expect(tellOwn(`${here}${here.replace(name, 'other.png')}`)).toMatch(
    /^2 pictures are of your own: here they/u,
  );
  expect(tellOwn(email)).toBe('');
  expect(emailPath('2026-05', 'as-sent', true)).toBe(derivedPath('2026-05', 'own-pictures'));
});

test('without a picture of the editor’s own the frame shows the very bytes', async () => {
  expect(await deriveBytes(await buildState(marsh), '2026-05', 'own-pictures')).toBeNull();
});

const { page: openPage } = openWindow();

/** Pixels that the picture has where it is shown; 0 where it is broken. */
function widthShown(window: Page): Promise<number> {
  const picture = window.frameLocator('iframe').first().getByAltText('A boat');
  return picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
}

test('a real browser shows them: in the email, without styles, on the page and in the feed', async () => {
  const stage = await openStage(own);
  const window = await openPage();
  for (const view of ['', 'email-375-dark/', 'email-600-light-styles-off/', 'web/', 'feed/']) {
    await window.goto(stage.at(`/issues/2026-05/${view}`));
    await expect.poll(() => widthShown(window)).toBe(30);
  }
  expect(await window.getByText('1 picture is one of your own').count()).toBe(1);
  expect(window.said).toEqual([]);
  // A picture that is drawn anew is shown anew.
  await nextBuild(stage, () => save(stage.folder, 'pictures/boat.png', makePng(50, 20)));
  await window.goto(stage.at('/issues/2026-05/'));
  await expect.poll(() => widthShown(window)).toBe(50);
});

test('an export shows them from the disk', async () => {
  const folder = makeNewsletter(own);
  await exportPreview(folder, join(folder, 'shown'));
  const window = await openPage();
  for (const view of ['', 'web/', 'feed/']) {
    await window.goto(pathToFileURL(join(folder, 'shown/issues/2026-05', view, 'index.html')).href);
    await expect.poll(() => widthShown(window)).toBe(30);
  }
});
