import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { joinDecisions } from '../../src/commands/build.ts';
import { marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

test('build writes every file of an issue and says what waits', async () => {
  const folder = makeNewsletter(marsh);
  const { code, out, err } = await runDigestif(folder, 'build');
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toContain('2026-05');
  expect(out).toContain('  date:\n    a-walk-around-the-old-sluice-1: YYYY-MM-DD\n');
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(['2026-05', 'feed.xml', 'index.html']);
  expect(readdirSync(join(folder, 'out/2026-05')).sort()).toEqual([
    'email.eml',
    'email.html',
    'email.txt',
    'index.html',
    'issue.json',
    'report.html',
    'report.json',
  ]);
});

test('a second build changes nothing', async () => {
  const folder = makeNewsletter(marsh);
  await runDigestif(folder, 'build');
  const { out } = await runDigestif(folder, 'build', '--json');
  expect(JSON.parse(out).written).toMatchObject({ written: [], removed: [] });
});

test('an issue whose articles are gone leaves out/; other files stay', async () => {
  const folder = makeNewsletter(marsh);
  await runDigestif(folder, 'build');
  writeFileSync(join(folder, 'out/CNAME'), 'reedpost.example');
  for (const name of ['ferry', 'oven']) {
    const path = join(folder, `articles/${name}.md`);
    writeFileSync(path, readFileSync(path, 'utf8').replace('date: 2026-05', 'date: 2026-04'));
  }
  await runDigestif(folder, 'build');
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(['2026-04', 'CNAME', 'feed.xml', 'index.html']);
});

test('bad input is named, the rest is built, the exit code is 1', async () => {
  const folder = makeNewsletter({
    ...marsh,
    'articles/empty.txt': '',
    'articles/picture.png': 'x',
    'articles/broken.md': '---\ntitle: [a\n---\n\nText of an article that has a broken head.\n',
    'articles/bytes.txt': Buffer.from([0x41, 0xff, 0x42]),
    'articles/program.txt': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]),
  });
  const { code, err } = await runDigestif(folder, 'build', '--verbose');
  expect(code).toBe(1);
  for (const complaint of [
    'empty.txt is empty',
    'picture.png is not an article: it is a picture',
    'broken.md:2',
    'bytes.txt:1',
    'program.txt has the name of a text but holds binary data',
  ]) {
    expect(err).toContain(complaint);
  }
  expect(readdirSync(join(folder, 'out'))).toContain('2026-05');
});

const faults: [string, { [path: string]: string }, string[]][] = [
  [
    'an unknown key',
    { 'digestif.config.yaml': `${marsh['digestif.config.yaml']}perod: week\n` },
    ['digestif.config.yaml:11', 'Did you mean "period"?'],
  ],
  [
    'a bad time zone',
    { 'digestif.config.yaml': `${marsh['digestif.config.yaml']}timeZone: Mars/Olympus\n` },
    ['digestif.config.yaml:11', 'timeZone'],
  ],
  [
    'a wrong type',
    { 'digestif.config.yaml': `${marsh['digestif.config.yaml']}highlights: many\n` },
    ['digestif.config.yaml:11', 'highlights'],
  ],
  ['a template that does not parse', { 'templates/page.hbs': '<p>\n{{#if x}}' }, ['templates/page.hbs:2']],
  [
    'a template that asks for what is not there',
    { 'templates/page.hbs': '<p>\n{{nonsense}}' },
    ['templates/page.hbs:2'],
  ],
];
test.each(faults)('%s stops the build and leaves the old out/ whole', async (_, files, complaints) => {
  const folder = makeNewsletter({ ...marsh, ...files, 'out/index.html': 'old' });
  const { code, err } = await runDigestif(folder, 'build');
  expect(code).toBe(2);
  for (const complaint of complaints) expect(err).toContain(complaint);
  expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toBe('old');
  expect(readdirSync(join(folder, 'out'))).toEqual(['index.html']);
});

test('one issue only: the others stay as they are', async () => {
  const folder = makeNewsletter({
    ...marsh,
    'articles/june.md': marsh['articles/oven.md'].replace('2026-05-20', '2026-06-02'),
  });
  const { code } = await runDigestif(folder, 'build', '2026-05');
  expect(code).toBe(0);
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(['2026-05', 'feed.xml', 'index.html']);
  expect((await runDigestif(folder, 'build', '2027-01')).err).toContain('There are: 2026-05');
});

test('a folder without a config is told how to begin', async () => {
  const { code, err } = await runDigestif(makeNewsletter({}), 'build');
  expect(code).toBe(2);
  expect(err).toContain('digestif init');
});

test('without articles/ the old out/ stays whole', async () => {
  const folder = makeNewsletter(marsh);
  await runDigestif(folder, 'build');
  renameSync(join(folder, 'articles'), join(folder, 'elsewhere'));
  const { code, err } = await runDigestif(folder, 'build');
  expect(code).toBe(2);
  expect(err).toContain('(unreadable-file)');
  expect(readdirSync(join(folder, 'out'))).toContain('2026-05');
});

test.each([
  ['out is a file', { out: 'x' }],
  ['a target is a folder', { 'out/feed.xml/x': 'x' }],
])('%s: nothing is written, not even the ids', async (_, files) => {
  const folder = makeNewsletter({ ...marsh, ...files });
  expect((await runDigestif(folder, 'build')).code).toBe(2);
  expect(existsSync(join(folder, 'articles/_ids.yaml'))).toBe(false);
  expect(existsSync(join(folder, 'out/index.html'))).toBe(false);
});

test('one hostile file does not stop the rest', async () => {
  const hostile = `---\ntitle: Depths\ndate: 2026-05-03\n---\n\n${'>'.repeat(2000)} a\n`;
  const folder = makeNewsletter({ ...marsh, 'articles/deep.md': hostile });
  const { code, err } = await runDigestif(folder, 'build');
  expect(code).toBe(0);
  expect(err).toContain('deep.md:6 was read as plain paragraphs');
  expect(readdirSync(join(folder, 'out'))).toContain('2026-05');
});

test('decisions under one key become one block', () => {
  const lines = ['date: { a-1: YYYY-MM-DD }', 'pin: [b-1]', 'date: { c-1: YYYY-MM-DD }'];
  expect(joinDecisions(lines)).toEqual([
    'date:',
    '  a-1: YYYY-MM-DD',
    '  c-1: YYYY-MM-DD',
    'pin:',
    '  - b-1',
  ]);
  expect(joinDecisions([])).toEqual([]);
});
