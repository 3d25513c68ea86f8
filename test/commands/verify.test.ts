import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

let folder = '';
beforeEach(async () => {
  folder = makeNewsletter(marsh);
  await runDigestif(folder, 'build');
});

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, path), text.replace(from, to));
}

test('all is verbatim after a build', async () => {
  const { code, out } = await runDigestif(folder, 'verify');
  expect(out).toMatch(/^\d+ highlights in 1 issue checked against their sources: all verbatim\.$/mu);
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
    'index.html does not hold',
  ],
  [
    'one letter in the email',
    () => edit('out/2026-05/email.html', '61 passengers', '61 passangers'),
    'email.html does not hold',
  ],
  [
    'one letter of the text part',
    () => edit('out/2026-05/email.txt', '61 passengers', '61 passangers'),
    'email.txt does not hold',
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
