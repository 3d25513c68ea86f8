import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

test('a new newsletter builds at once, and its placeholders are flagged', async () => {
  const here = makeNewsletter({});
  expect((await runDigestif(here, 'init', 'letter')).out).toContain('cd letter');
  const { code, err } = await runDigestif(here, 'build', '--folder', join(here, 'letter'));
  expect(code).toBe(0);
  expect(err).toContain('title is still the placeholder');
  expect(readFileSync(join(here, 'letter/out/2026-06/email.txt'), 'utf8')).toContain(
    'nine councillors agreed',
  );
});

test('it touches nothing that is there', async () => {
  const folder = makeNewsletter(marsh);
  const { code, err } = await runDigestif(folder, 'init', '.');
  expect(code).toBe(2);
  expect(err).toContain('already holds');
});

test('a file is no folder for a newsletter', async () => {
  const folder = makeNewsletter({ letter: 'x' });
  const { code, err } = await runDigestif(folder, 'init', 'letter');
  expect(code).toBe(2);
  expect(err).toContain('letter is a file');
});

test('a folder beside which other files lie is taken', async () => {
  const folder = makeNewsletter({ a: 'x' });
  expect((await runDigestif(folder, 'init', '.')).code).toBe(0);
});
