import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { marsh, oven } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

const seal = 'articles/_issues/2026-05.seal.json';

test('a sealed issue stays when its articles change and others arrive', async () => {
  const folder = makeNewsletter(marsh);
  expect((await runDigestif(folder, 'approve', '2026-05')).code).toBe(0);
  const before = readFileSync(join(folder, 'out/2026-05/email.html'), 'utf8');
  writeFileSync(
    join(folder, 'articles/late.md'),
    oven
      .replaceAll('bakery', 'bakehouse')
      .replace('A bakery', 'The bakehouse')
      .replace('reed-oven', 'late')
      .replace('Sallow has heated', 'Sallow, says a letter to this paper, has never heated'),
  );
  const { out, code } = await runDigestif(folder, 'build');
  expect(code).toBe(0);
  expect(out).toContain('sealed');
  expect(readFileSync(join(folder, 'out/2026-05/email.html'), 'utf8')).toBe(before);
});

test('a late arrival is listed, not told', async () => {
  const folder = makeNewsletter({ ...marsh, 'articles/oven.md': '' });
  await runDigestif(folder, 'approve', '2026-05');
  writeFileSync(join(folder, 'articles/oven.md'), oven);
  const { out } = await runDigestif(folder, 'build');
  expect(out).toContain('2026-05 is sealed');
  expect(readFileSync(join(folder, 'out/2026-05/email.txt'), 'utf8')).not.toContain('reeds');
});

test('approving twice is refused, reopening is explicit and keeps number and first approval', async () => {
  const folder = makeNewsletter(marsh);
  await runDigestif(folder, 'approve', '2026-05');
  const again = await runDigestif(folder, 'approve', '2026-05');
  expect(again.code).toBe(2);
  expect(again.err).toContain('--reopen');
  await runDigestif(folder, 'approve', '2026-05', '--reopen');
  expect(JSON.parse(readFileSync(join(folder, seal), 'utf8'))).toMatchObject({ open: true });
  await runDigestif(folder, 'approve', '2026-05');
  expect(JSON.parse(readFileSync(join(folder, seal), 'utf8'))).toMatchObject({
    open: false,
    revision: 2,
    approved: '2026-06-01T08:00:00.000Z',
  });
});

test('a change of the config that alters approved bytes is an error', async () => {
  const folder = makeNewsletter(marsh);
  await runDigestif(folder, 'approve', '2026-05');
  const config = join(folder, 'digestif.config.yaml');
  writeFileSync(config, readFileSync(config, 'utf8').replace('title: The Reed Post', 'title: The Rush Post'));
  const { code, err } = await runDigestif(folder, 'build');
  expect(code).toBe(1);
  expect(err).toContain('approved with other bytes');
});

test('only sealed issues are public when the config says so', async () => {
  const folder = makeNewsletter({
    ...marsh,
    'digestif.config.yaml': `${marsh['digestif.config.yaml']}publish: sealed\n`,
  });
  await runDigestif(folder, 'build');
  expect(existsSync(join(folder, 'out/2026-05/index.html'))).toBe(true);
  expect(readFileSync(join(folder, 'out/feed.xml'), 'utf8')).not.toContain('<entry>');
  await runDigestif(folder, 'approve', '2026-05');
  expect(readFileSync(join(folder, 'out/feed.xml'), 'utf8')).toContain('<entry>');
});

test('there must be such an issue', async () => {
  expect((await runDigestif(makeNewsletter(marsh), 'approve', '2026-07')).err).toContain(
    'There are: 2026-05',
  );
  expect((await runDigestif(makeNewsletter(marsh), 'approve', 'May')).code).toBe(2);
});

test('a change to the page or a source of a sealed issue is said to have no effect', async () => {
  const page = 'articles/_issues/2026-05.md';
  const folder = makeNewsletter({ ...marsh, [page]: 'Dear reader.\n' });
  await runDigestif(folder, 'approve', '2026-05');
  expect((await runDigestif(folder, 'build')).err).toBe('');
  writeFileSync(join(folder, page), 'Dear readers.\n');
  writeFileSync(join(folder, 'articles/oven.md'), oven.replace('two crowns', 'three crowns'));
  const { err, code } = await runDigestif(folder, 'build');
  expect(code).toBe(0);
  expect(err).toContain(`${page} 2026-05 is sealed`);
  expect(err).toContain('articles/oven.md 2026-05 is sealed');
  expect(err).toContain('approve 2026-05 --reopen');
});

test.each([
  ['approve', '2026-05'],
  ['approve', '2026-05', '--reopen'],
])('a seal that cannot be read is not overwritten: %s %s %s', async (...command) => {
  const folder = makeNewsletter({ ...marsh, [seal]: '{ "version": 1' });
  const { code, err } = await runDigestif(folder, ...command);
  expect(code).toBe(2);
  expect(err).toContain('Restore the file from your history, or delete it');
  expect(readFileSync(join(folder, seal), 'utf8')).toBe('{ "version": 1');
});

test('a seal whose issue has another key writes nothing outside, and nothing in the place of another', async () => {
  const folder = makeNewsletter(marsh);
  await runDigestif(folder, 'approve', '2026-05');
  const text = readFileSync(join(folder, seal), 'utf8');
  for (const key of ['../evil', '2026-04']) {
    writeFileSync(join(folder, seal), text.replace('"key": "2026-05"', `"key": "${key}"`));
    const { code, err } = await runDigestif(folder, 'build');
    expect([code, err]).toEqual([1, expect.stringContaining('(bad-seal)')]);
    expect(existsSync(join(folder, 'out', key))).toBe(false);
  }
});

/** Gives a newsletter a footer from which a picture would be fetched. */
function fetchPixel(folder: string): void {
  const ours = readFileSync(new URL('../../templates/email-footer.hbs', import.meta.url), 'utf8');
  mkdirSync(join(folder, 'templates'));
  const pixel = '<img src="https://count.example/p.gif" alt="" width="1" height="1">';
  writeFileSync(join(folder, 'templates/email-footer.hbs'), ours + pixel);
}

test('what proof fails is not sealed, and nothing is written', async () => {
  const folder = makeNewsletter(marsh);
  fetchPixel(folder);
  const { code, err } = await runDigestif(folder, 'approve', '2026-05');
  expect([code, err]).toEqual([2, expect.stringContaining('(not-proved)')]);
  expect(err).toContain('2026-05 is not fit to be sealed: Mail programs; Remote requests');
  expect(err).toContain('digestif proof 2026-05');
  for (const path of [seal, 'out', 'articles/_ids.yaml']) expect(existsSync(join(folder, path))).toBe(false);
  const { diagnostics } = JSON.parse((await runDigestif(folder, 'approve', '2026-05', '--json')).out);
  expect(diagnostics).toMatchObject([{ code: 'not-proved' }]);
});

test('an editor who knows better seals it anyway, and is told what fails', async () => {
  const folder = makeNewsletter(marsh);
  fetchPixel(folder);
  const { code, out } = await runDigestif(folder, 'approve', '2026-05', '--anyway');
  expect(code).toBe(0);
  expect(out).toContain('sealed although this fails: Mail programs; Remote requests');
  expect(existsSync(join(folder, seal))).toBe(true);
});

test('what is only to be looked at does not hinder, and reopening asks nothing', async () => {
  const folder = makeNewsletter({ ...marsh, 'articles/_issues/2026-05.md': '---\npreheader: Hm.\n---\n' });
  expect((await runDigestif(folder, 'proof')).out).toContain('▲  Preheader');
  expect((await runDigestif(folder, 'approve', '2026-05')).code).toBe(0);
  fetchPixel(folder);
  const { err } = await runDigestif(folder, 'approve', '2026-05', '--reopen');
  expect(err).not.toContain('not-proved');
  expect(JSON.parse(readFileSync(join(folder, seal), 'utf8'))).toMatchObject({ open: true });
});

test('what the page of the editor asks in vain is said when the issue is sealed, once', async () => {
  const page =
    '---\npin: [boats]\npictures: { a-bakery-in-sallow-lights-its-oven-with-reeds-1: true }\n---\n';
  const folder = makeNewsletter({ ...marsh, 'articles/_issues/2026-05.md': page });
  const { err } = await runDigestif(folder, 'approve', '2026-05');
  expect(err.match(/no article has the id: boats/gu)).toHaveLength(1);
  expect(err.match(/the article names no picture/gu)).toHaveLength(1);
});

test('an issue whose month is not over is sealed, and it is said', async () => {
  const folder = makeNewsletter({ ...marsh, 'articles/oven.md': oven.replace('2026-05-20', '2026-06-01') });
  expect((await runDigestif(folder, 'approve', '2026-06')).out).toContain('Its time is not over');
  expect((await runDigestif(folder, 'approve', '2026-06', '--reopen')).out).not.toContain('not over');
  expect((await runDigestif(folder, 'approve', '2026-05')).out).not.toContain('not over');
});
