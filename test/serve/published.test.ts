import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isFolder, isFresh, openShelf } from '../../src/serve/published.ts';
import { makeNewsletter } from '../newsletter.ts';
import { archive } from './stage.ts';

const make = () => makeNewsletter(archive);
const shelfOf = (folder: string, onlySealed = false) => openShelf(join(folder, 'out'), { onlySealed });
const textOf = async (shelf: ReturnType<typeof openShelf>, path: string) => {
  const file = await shelf(path);
  return file && new TextDecoder().decode(file.bytes);
};

test('pages, feed and data of an issue, with their types', async () => {
  const shelf = shelfOf(make());
  const types: [string, string][] = [
    ['', 'text/html; charset=utf-8'],
    ['index.html', 'text/html; charset=utf-8'],
    ['feed.xml', 'application/atom+xml; charset=utf-8'],
    ['2026-05/', 'text/html; charset=utf-8'],
    ['2026-05/index.html', 'text/html; charset=utf-8'],
    ['2026-05/issue.json', 'application/json; charset=utf-8'],
  ];
  for (const [path, type] of types) expect((await shelf(path))?.type, path).toBe(type);
  expect(await textOf(shelf, '2026-05/')).toBe(archive['out/2026-05/index.html']);
});

test('nothing else, by whatever way', async () => {
  const shelf = shelfOf(make());
  const mails = ['email.html', 'email.txt', 'email.eml', 'report.html', 'report.json'].map(
    (n) => `2026-05/${n}`,
  );
  const ways = [
    '.hidden',
    '../digestif.config.yaml',
    '2026-05/../../digestif.config.yaml',
    '/etc/passwd',
    '2026-05',
  ];
  const signs = [
    '..%2fdigestif.config.yaml',
    '2026-05//index.html',
    './index.html',
    'index.html\0',
    'INDEX.HTML',
  ];
  for (const path of [...mails, ...ways, ...signs, '2026-05/index.html/', '2026-07/', '2026-05/..'])
    expect(await shelf(path), path).toBeNull();
});

test('a link out of the folder is refused, one within it and one to the folder are not', async () => {
  const folder = make();
  const out = join(folder, 'out');
  for (const key of ['2026-01', '2026-02', '2026-03']) mkdirSync(join(out, key));
  symlinkSync(join(folder, 'digestif.config.yaml'), join(out, '2026-01/index.html'));
  symlinkSync('../2026-05/index.html', join(out, '2026-02/index.html'));
  symlinkSync('nowhere', join(out, '2026-03/index.html'));
  symlinkSync(folder, join(out, '2026-04'));
  writeFileSync(join(folder, 'index.html'), 'SECRET');
  renameSync(out, join(folder, 'really-out'));
  symlinkSync('really-out', out);
  const shelf = shelfOf(folder);
  expect(await textOf(shelf, '2026-02/')).toBe(archive['out/2026-05/index.html']);
  for (const path of ['2026-01/', '2026-03/', '2026-04/']) expect(await shelf(path), path).toBeNull();
});

test.skipIf(process.platform === 'win32')('neither a folder nor a pipe is a file', async () => {
  const folder = make();
  mkdirSync(join(folder, 'out/2026-01/index.html'), { recursive: true });
  mkdirSync(join(folder, 'out/2026-02'));
  execFileSync('mkfifo', [join(folder, 'out/2026-02/index.html')]);
  const shelf = shelfOf(folder);
  expect([await shelf('2026-01/'), await shelf('2026-02/')]).toEqual([null, null]);
});

test('drafts are not there where only sealed issues are published', async () => {
  const folder = make();
  const shelf = shelfOf(folder, true);
  expect(await shelf('2026-05/')).not.toBeNull();
  for (const path of ['2026-06/', '2026-06/index.html', '2026-06/issue.json'])
    expect(await shelf(path), path).toBeNull();
  expect(await shelf('')).not.toBeNull();
  for (const broken of ['{', '{"sealed":"true"}', 'null']) {
    writeFileSync(join(folder, 'out/2026-05/issue.json'), broken);
    expect(await shelf('2026-05/')).toBeNull();
  }
});

test('no archive is no fault', async () => {
  expect(await openShelf('/nowhere/at/all', { onlySealed: false })('')).toBeNull();
});

test('a tag is of the bytes, the time is of the file', async () => {
  const folder = make();
  const path = join(folder, 'out/feed.xml');
  const shelf = shelfOf(folder);
  utimesSync(path, new Date(5000), new Date(5700));
  const before = await shelf('feed.xml');
  expect(before?.modified).toEqual(new Date(5700));
  writeFileSync(path, readFileSync(path));
  expect((await shelf('feed.xml'))?.tag).toBe(before?.tag);
  writeFileSync(path, '<feed>new</feed>');
  expect((await shelf('feed.xml'))?.tag).not.toBe(before?.tag);
});

test('what a visitor has already is not sent again', () => {
  const file = { bytes: new Uint8Array(), type: '', tag: '"a"', modified: new Date(5700) };
  const fresh = (headers: { [name: string]: string }) => isFresh(file, (name) => headers[name]);
  const past = new Date(4000).toUTCString();
  const same = new Date(5000).toUTCString();
  expect(fresh({})).toBe(false);
  for (const tag of ['"a"', 'W/"a"', '"b", "a"', '*']) expect(fresh({ 'if-none-match': tag })).toBe(true);
  // A tag is exact, a time is not: where both are told, only the tag counts.
  expect(fresh({ 'if-none-match': '"b"', 'if-modified-since': same })).toBe(false);
  expect([fresh({ 'if-modified-since': same }), fresh({ 'if-modified-since': past })]).toEqual([true, false]);
  expect(fresh({ 'if-modified-since': 'yesterday' })).toBe(false);
});

test('issues are folders', () => {
  expect(['2026-05', '2026-W20', '2026-Q2', '2026-05-14'].map(isFolder)).toEqual([true, true, true, true]);
  expect(['', 'subscribe', '2026', '2026-05/', '2026-Q5', '../2026-05'].map(isFolder)).toEqual(
    Array(6).fill(false),
  );
});

test('pictures of an issue, and no other files that look like some', async () => {
  const name = 'ab'.repeat(16);
  const others = ['wall.png', `${name}.svg`, `${name.toUpperCase()}.png`, `${name}0.png`, `${name}.png.html`];
  const folder = makeNewsletter({
    ...archive,
    ...Object.fromEntries(
      [`${name}.png`, `${name}.jpg`, `${name}.gif`, ...others].map((one) => [`out/2026-05/${one}`, one]),
    ),
    [`out/2026-06/${name}.png`]: 'draft',
    [`out/${name}.png`]: 'nowhere',
  });
  const shelf = shelfOf(folder, true);
  const typeOf = async (path: string) => (await shelf(path))?.type;
  expect(await typeOf(`2026-05/${name}.png`)).toBe('image/png');
  expect(await typeOf(`2026-05/${name}.jpg`)).toBe('image/jpeg');
  expect(await typeOf(`2026-05/${name}.gif`)).toBe('image/gif');
  for (const path of [...others.map((one) => `2026-05/${one}`), `2026-06/${name}.png`, `${name}.png`])
    expect(await shelf(path), path).toBeNull();
  expect(await shelfOf(folder)(`2026-06/${name}.png`)).not.toBeNull();
});
