import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openWatcher, type Watched, type Watcher, watchedFolders } from '../../src/preview/watching.ts';
import { makeNewsletter } from '../newsletter.ts';

let watcher: Watcher | null = null;

afterEach(() => watcher?.close());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Watches, and gives back a function that acts and says how often that was heard. */
function watch(wanted: Watched[]) {
  let heard = 0;
  const mine = openWatcher(() => {
    heard += 1;
  });
  watcher = mine;
  mine.refresh(wanted);
  return async (act: () => void, silent = false): Promise<number> => {
    // What was done to make the folders may still be told.
    await pause(120);
    heard = 0;
    act();
    // A slow machine takes its time; only silence has to be waited for.
    for (let i = 0; i < 200 && heard === 0 && !silent; i += 1) await pause(20);
    await pause(150);
    mine.refresh(wanted);
    return heard;
  };
}

test('changes that follow each other are told once', async () => {
  const folder = makeNewsletter({ 'a/b/one.md': '1' });
  const after = watch([{ folder, deep: true }]);
  expect(
    await after(() => ['1', '2', '3'].forEach((t) => void writeFileSync(join(folder, 'a/b/one.md'), t))),
  ).toBe(1);
});

test('new, renamed and deleted files and folders are told', async () => {
  const folder = makeNewsletter({ 'a/one.md': '1' });
  const after = watch([{ folder, deep: true }]);
  expect(await after(() => mkdirSync(join(folder, 'a/new')))).toBe(1);
  expect(await after(() => writeFileSync(join(folder, 'a/new/two.md'), '2'))).toBe(1);
  expect(await after(() => renameSync(join(folder, 'a/new'), join(folder, 'a/newer')))).toBe(1);
  expect(await after(() => writeFileSync(join(folder, 'a/newer/two.md'), '3'))).toBe(1);
  expect(await after(() => rmSync(join(folder, 'a/newer'), { recursive: true }))).toBe(1);
});

test('a folder that goes away and comes back is watched again', async () => {
  const folder = makeNewsletter({ 'articles/one.md': '1' });
  const articles = join(folder, 'articles');
  const after = watch([{ folder: articles, deep: true }]);
  expect(await after(() => rmSync(articles, { recursive: true }))).toBe(1);
  expect(await after(() => mkdirSync(articles))).toBe(1);
  expect(await after(() => writeFileSync(join(articles, 'two.md'), '2'))).toBe(1);
});

test('a folder that was made again meanwhile is another one', async () => {
  const folder = makeNewsletter({ 'articles/one.md': '1' });
  const articles = join(folder, 'articles');
  const after = watch([{ folder: articles, deep: true }]);
  const replace = () => {
    renameSync(articles, join(folder, 'old'));
    mkdirSync(articles);
  };
  expect(await after(replace)).toBe(1);
  expect(await after(() => writeFileSync(join(articles, 'two.md'), '2'))).toBe(1);
});

test('a folder above that is missing is waited for', async () => {
  const folder = makeNewsletter({ 'x.md': '' });
  const after = watch([{ folder: join(folder, 'deep/down'), only: () => true }]);
  expect(await after(() => writeFileSync(join(folder, 'other'), ''), true)).toBe(0);
  expect(await after(() => mkdirSync(join(folder, 'deep/down'), { recursive: true }))).toBe(1);
  expect(await after(() => writeFileSync(join(folder, 'deep/down/a.hbs'), ''))).toBe(1);
});

test('links are followed, in circles too', async () => {
  const folder = makeNewsletter({ 'real/one.md': '1', 'elsewhere/two.md': '2' });
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'real/link'));
  symlinkSync(join(folder, 'real'), join(folder, 'real/circle'));
  const after = watch([{ folder: join(folder, 'real'), deep: true }]);
  expect(await after(() => writeFileSync(join(folder, 'elsewhere/two.md'), '3'))).toBe(1);
});

test('of a newsletter all that a build reads is heard, and out/ is not', async () => {
  const folder = makeNewsletter({
    'articles/_issues/x.md': '',
    'digestif.config.yaml': '',
    'ours/a.hbs': '',
    'pictures/a.png': '',
    'out/a': '',
  });
  const [templates, ours] = [join(folder, 'mine'), join(folder, 'ours')];
  const after = watch(watchedFolders(folder, { templates, ours, configName: 'digestif.config.yaml' }));
  const write = (path: string, silent = false) =>
    after(() => writeFileSync(join(folder, path), path), silent);
  for (const path of [
    'articles/a.md',
    'articles/_issues/x.md',
    'articles/_ids.yaml',
    'digestif.config.yaml',
    'ours/a.hbs',
    'pictures/a.png',
    'pictures/b.png',
  ])
    expect([path, await write(path)]).toEqual([path, 1]);
  for (const path of ['out/a', 'out/b', 'notes.txt', 'ours/a.txt', 'articles/.hidden', 'articles/a.md~'])
    expect([path, await write(path, true)]).toEqual([path, 0]);
  expect(await after(() => mkdirSync(templates))).toBe(1);
  expect(await write('mine/b.hbs')).toBe(1);
  expect(existsSync(templates)).toBe(true);
});
