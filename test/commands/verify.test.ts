import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

/** Built once; each test has a copy to damage. */
let built = '';
beforeAll(async () => {
  built = makeNewsletter(marsh);
  await runDigestif(built, 'build');
});

let folder = '';
beforeEach(() => {
  folder = makeNewsletter({});
  cpSync(built, folder, { recursive: true });
});

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, path), text.replace(from, to));
}

test('all is verbatim after a build', async () => {
  const { code, out } = await runDigestif(folder, 'verify');
  expect(out).toMatch(/^[1-9]\d* highlights in 1 issue checked against their sources: all verbatim\.$/mu);
  expect(code).toBe(0);
});

test.each([
  [
    'a source that was edited',
    () => edit('articles/ferry.md', '61 passengers', '62 passengers'),
    'not the one it was taken from',
  ],
  ['a source that is gone', () => rmSync(join(folder, 'articles/ferry.md')), 'the file is gone'],
  [
    'one letter of a highlight',
    () => edit('out/2026-05/issue.json', '61 passengers', '61 passangers'),
    'differs from the source at unit',
  ],
  [
    'one letter on the page',
    () => edit('out/2026-05/index.html', '61 passengers', '61 passangers'),
    'does not hold highlight',
  ],
  [
    'one letter in the email',
    () => edit('out/2026-05/email.html', '61 passengers', '61 passangers'),
    'does not hold highlight',
  ],
  [
    'one letter of the text part',
    () => edit('out/2026-05/email.txt', '61 passengers', '61 passangers'),
    'does not hold highlight',
  ],
  [
    'a missing file',
    () => rmSync(join(folder, 'out/2026-05/email.txt')),
    'out/2026-05/email.txt cannot be read',
  ],
  [
    'one byte of the message',
    () => edit('out/2026-05/email.eml', 'MIME-Version: 1.0', 'MIME-Version: 1.1'),
    'out/2026-05/email.eml',
  ],
  [
    'one letter of the feed',
    () => edit('out/feed.xml', 'first Sunday in nine', 'first Sunday in five'),
    'out/feed.xml',
  ],
  ['a word of the archive', () => edit('out/index.html', 'The Reed Post', 'The Rush Post'), 'out/index.html'],
  [
    'two words run together',
    () => edit('out/2026-05/index.html', '61 passengers', '61passengers'),
    'index.html',
  ],
  [
    'a page put in its place',
    () => edit('out/2026-05/index.html', '</body>', '<p>More</p></body>'),
    'index.html',
  ],
])('it finds %s', async (_, damage, complaint) => {
  damage();
  const { code, err } = await runDigestif(folder, 'verify', '2026-05');
  expect(err).toContain(complaint);
  expect(code).toBe(1);
});

test('an issue that was not built is said', async () => {
  rmSync(join(folder, 'out'), { recursive: true });
  const { code, err } = await runDigestif(folder, 'verify');
  expect(code).toBe(1);
  expect(err).toContain('digestif build 2026-05');
});

/** Cuts words out of a highlight: out of its text, its ranges and everything that was made of it. */
function cutOut(words: string): void {
  const source = readFileSync(join(folder, 'articles/ferry.md'), 'utf8');
  const start = source.indexOf(words);
  const path = join(folder, 'out/2026-05/issue.json');
  const issue = JSON.parse(readFileSync(path, 'utf8'), (key, value) => {
    if (key === 'text') return value.replace(words, '');
    if (key !== 'ranges') return value;
    return value.flatMap((r: { start: number; end: number }) =>
      r.start < start && start < r.end
        ? [
            { start: r.start, end: start },
            { start: start + words.length, end: r.end },
          ]
        : [r],
    );
  });
  writeFileSync(path, `${JSON.stringify(issue, null, 2)}\n`);
  for (const name of ['index.html', 'email.html']) edit(`out/2026-05/${name}`, words, '');
}

test('words cut out of a highlight everywhere are found', async () => {
  cutOut('61 passengers on ');
  const { code, err } = await runDigestif(folder, 'verify');
  expect(code).toBe(1);
  expect(err).toContain('is not whole sentences of its article');
  expect(err).toMatch(/out\/2026-05\/index\.html.*does not hold highlight/u);
});

test('a source that changed since the build is said first, then that out/ is old', async () => {
  edit('articles/ferry.md', '61 passengers', '62 passengers');
  const { err } = await runDigestif(folder, 'verify', '--json').then(({ out }) => ({ err: JSON.parse(out) }));
  const codes = err.diagnostics.map((d: { code: string }) => d.code);
  expect(codes[0]).toBe('source-changed');
  expect(codes.at(-1)).toBe('rendering-differs');
  expect(err.diagnostics.at(-1).hint).toContain('Build again');
});

test.each(['', '{', '{}', 'null', '{"lead":null}', '[]'])('an issue.json of %j is said', async (content) => {
  writeFileSync(join(folder, 'out/2026-05/issue.json'), content);
  const { code, err } = await runDigestif(folder, 'verify');
  expect(code).toBe(1);
  expect(err).toContain('out/2026-05/issue.json is no issue');
});

test('a lead taken away and a highlight of a file outside are said', async () => {
  const path = join(folder, 'out/2026-05/issue.json');
  const issue = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...issue, lead: null }));
  expect((await runDigestif(folder, 'verify')).err).toContain(
    'out/2026-05/issue.json:1 is not what a build gives',
  );
  for (const file of ['../digestif.config.yaml', '', '..']) {
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"file":\s*"[^"]*"/gu, `"file": "${file}"`));
    const { code, err } = await runDigestif(folder, 'verify');
    expect([code, err]).toEqual([1, expect.stringContaining('the file is gone')]);
  }
});

test('stories that the plan left to the page raise no alarm, whatever their titles', async () => {
  const config = readFileSync(join(folder, 'digestif.config.yaml'), 'utf8');
  writeFileSync(join(folder, 'digestif.config.yaml'), `${config}limits:\n  emailBytes: 20000\n`);
  for (const [i, town] of [...'ABCDEFGH'].entries()) {
    const day = String(i + 1).padStart(2, '0');
    const head = `title: ${['May', 'Feed', 'email', 'Post'][i % 4]}\ndate: 2026-05-${day}\ntheme: Water`;
    // Words of its own in every one, or they would be one story.
    const own = (words: string): string =>
      words.replace(/\w{4,}/gu, (word) => `${word}${town.toLowerCase().repeat(2)}`);
    const body = own(
      'Harbour keepers counted many boats in the morning under a yellow moon over quiet water.',
    );
    writeFileSync(join(folder, `articles/town-${town}.md`), `---\n${head}\n---\n\n${body}\n`);
  }
  mkdirSync(join(folder, 'articles/_issues'));
  writeFileSync(join(folder, 'articles/_issues/2026-05.md'), 'Dear reader, all is well. '.repeat(500));
  await runDigestif(folder, 'build');
  const report = JSON.parse(readFileSync(join(folder, 'out/2026-05/report.json'), 'utf8'));
  expect(report.email.left).not.toEqual([]);
  expect((await runDigestif(folder, 'verify')).out).toContain('all verbatim');
});

const seal = 'articles/_issues/2026-05.seal.json';

test('a sealed issue verifies; words cut out of its seal are found', async () => {
  await runDigestif(folder, 'approve', '2026-05');
  expect((await runDigestif(folder, 'verify')).code).toBe(0);
  edit(seal, '"articles"', '"articles" ');
  expect((await runDigestif(folder, 'verify')).code).toBe(0);
  const forged = readFileSync(join(folder, seal), 'utf8').replace(
    /"start": (\d+)/u,
    (_, n) => `"start": ${Number(n) + 4}`,
  );
  writeFileSync(join(folder, seal), forged.replace('"text": "The ', '"text": "'));
  await runDigestif(folder, 'build');
  expect((await runDigestif(folder, 'verify')).err).toContain('is not whole sentences');
});

test('a seal that cannot be read fails', async () => {
  await runDigestif(folder, 'approve', '2026-05');
  writeFileSync(join(folder, seal), '{');
  await runDigestif(folder, 'build');
  const { code, err } = await runDigestif(folder, 'verify');
  expect(code).toBe(1);
  expect(err).toContain('(bad-seal)');
});
