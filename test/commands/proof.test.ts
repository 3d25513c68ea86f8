import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gates } from '../../src/proof/gates.ts';
import { marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

/** Good subject and preheader, so that nothing is left to look at. */
const page =
  '---\nsubject: A goat on the ferry\npreheader: A ferry that runs again, an oven full of reeds.\n---\n';

const calm = { ...marsh, 'articles/_issues/2026-05.md': page };

test('all gates of all issues, a line each, and what they cannot see; nothing is written', async () => {
  const folder = makeNewsletter(calm);
  const { code, out } = await runDigestif(folder, 'proof');
  expect(code).toBe(0);
  for (const { title } of gates) expect(out).toMatch(new RegExp(`^ {2}✓ {2}${title} `, 'mu'));
  expect(out).toMatch(/^ {2}✓ {2}Archive: links /mu);
  expect(out).toMatch(/^\d+ gates on 1 issue and the archive: none fails\.$/mu);
  expect(out).toContain('axe');
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

test('a template that breaks a rule is found, with the place in its bytes; exit code 1', async () => {
  const folder = makeNewsletter(calm);
  const ours = readFileSync(new URL('../../templates/email-footer.hbs', import.meta.url), 'utf8');
  mkdirSync(join(folder, 'templates'));
  const pixel = '<img src="https://count.example/p.gif" alt="" width="1" height="1">';
  writeFileSync(join(folder, 'templates/email-footer.hbs'), `${ours}<p style="color:#ccc">Small</p>${pixel}`);
  const { code, out } = await runDigestif(folder, 'proof', '2026-05');
  expect(code).toBe(1);
  expect(out).toMatch(/^ {2}■ {2}Remote requests +1 /mu);
  expect(out).toMatch(
    /^ {6}at “<img src="https:\/\/count\.example\/p\.gif"[^\n]*…”: “https:\/\/count\.example\/p\.gif” would be fetched \(src\)\n {8}Embed it/mu,
  );
  expect(out).toMatch(/^ {2}■ {2}Contrast, light /mu);
  expect(out).toMatch(/and the archive: \d+ fail/u);
});

test('the forms of a newsletter that serves them are put through gates of their own', async () => {
  const folder = makeNewsletter(calm);
  const config = join(folder, 'digestif.config.yaml');
  writeFileSync(config, `${readFileSync(config, 'utf8')}serve: { url: 'https://mail.reedpost.example' }\n`);
  const good = await runDigestif(folder, 'proof');
  expect(good.out).toMatch(/^ {2}✓ {2}Forms: contrast /mu);
  expect(good.out).toMatch(/on 1 issue, the archive and the forms: none fails\.$/mu);
  mkdirSync(join(folder, 'templates'));
  const ours = readFileSync(new URL('../../templates/serve-foot.hbs', import.meta.url), 'utf8');
  writeFileSync(join(folder, 'templates/serve-foot.hbs'), `${ours}<p>Dear %%FIRST_NAME%%</p>`);
  const { code, out } = await runDigestif(folder, 'proof', '--json');
  expect(code).toBe(1);
  const failing = JSON.parse(out).forms.filter(({ result }: { result: string }) => result === 'fail');
  expect(failing.map(({ name }: { name: string }) => name)).toEqual(['forms-left-over']);
});

test('what is only to be looked at is said and fails nothing', async () => {
  const folder = makeNewsletter({
    ...marsh,
    'articles/_issues/2026-05.md': page.replace('A ferry that runs again, an oven full of reeds.', 'Hm.'),
  });
  const { code, out } = await runDigestif(folder, 'proof');
  expect(code).toBe(0);
  expect(out).toMatch(/^ {2}▲ {2}Preheader +3 /mu);
  expect(out).toMatch(/none fails, 1 to look at\.$/mu);
});

test('as JSON, with what takes the bytes', async () => {
  const { code, out } = await runDigestif(makeNewsletter(calm), 'proof', '--json');
  expect(code).toBe(0);
  const { issues, archive } = JSON.parse(out);
  expect(issues).toMatchObject([
    { key: '2026-05', gates: gates.map(({ name }) => ({ name, result: 'pass' })) },
  ]);
  expect(issues[0].weight.length).toBeGreaterThan(4);
  expect(archive.map((gate: { name: string }) => gate.name)).toContain('archive-links');
});

test('many findings of one gate are counted, and listed when asked for', async () => {
  const folder = makeNewsletter(calm);
  mkdirSync(join(folder, 'templates'));
  const links = Array.from({ length: 12 }, (_, i) => `<a href="/${i}">x</a>`).join('');
  writeFileSync(join(folder, 'templates/email-footer.hbs'), `<p>${links}</p>`);
  const short = (await runDigestif(folder, 'proof')).out;
  expect(short).toContain('and 4 more: --verbose lists them');
  expect(short).not.toContain('“/11”');
  expect((await runDigestif(folder, 'proof', '--verbose')).out).toContain('“/11” is not absolute');
});

test('an issue that does not exist is said', async () => {
  const { code, err } = await runDigestif(makeNewsletter(marsh), 'proof', '2020-01');
  expect([code, err]).toEqual([2, expect.stringContaining('there is no issue 2020-01')]);
});

test('a newsletter without issues has an archive to check', async () => {
  const { code, out } = await runDigestif(
    makeNewsletter({ ...marsh, 'articles/ferry.md': '', 'articles/oven.md': '' }),
    'proof',
  );
  expect(code).toBe(0);
  expect(out).toContain('9 gates on 0 issues and the archive: none fails.');
});

test('what the config lacks for sending is said, and fails nothing', async () => {
  const folder = makeNewsletter({});
  await runDigestif(folder, 'init', 'new');
  const { code, out } = await runDigestif(join(folder, 'new'), 'proof');
  expect(code).toBe(0);
  expect(out).toMatch(
    /^Before it is sent, for the config:\n {2}▲ {2}the config has no postalAddress\n {5}The law/mu,
  );
  expect(out).toMatch(/title is still “My Newsletter”/u);
  expect(out).toMatch(/newsletter\.example is a name for examples/u);
  const { unready } = JSON.parse((await runDigestif(join(folder, 'new'), 'proof', '--json')).out);
  expect(unready.map((fault: { code: string }) => fault.code)).toEqual(Array(5).fill('not-ready'));
});

test('a seal that is broken is said where the sum is drawn, though no gate fails', async () => {
  const folder = makeNewsletter(calm);
  await runDigestif(folder, 'approve', '2026-05');
  const config = join(folder, 'digestif.config.yaml');
  writeFileSync(config, readFileSync(config, 'utf8').replace('title: The Reed Post', 'title: The Rush Post'));
  const { code, out } = await runDigestif(folder, 'proof');
  expect(code).toBe(1);
  expect(out).toMatch(/and the archive: none fails, but the seal of 2026-05 is broken\.$/mu);
  expect(JSON.parse((await runDigestif(folder, 'proof', '--json')).out).broken).toEqual(['2026-05']);
});

test('the same finding many times is one line, and all of them when asked for', async () => {
  const folder = makeNewsletter(calm);
  mkdirSync(join(folder, 'templates'));
  const ours = readFileSync(new URL('../../templates/email-footer.hbs', import.meta.url), 'utf8');
  writeFileSync(join(folder, 'templates/email-footer.hbs'), ours + '<p><a href="/x">x</a></p>'.repeat(12));
  const { out } = await runDigestif(folder, 'proof');
  expect(out.match(/“\/x” is not absolute/gu)).toHaveLength(1);
  expect(out).toMatch(/^ {6}at “x”: “\/x” is not absolute \(12 times\)$/mu);
  const all = (await runDigestif(folder, 'proof', '--verbose')).out;
  expect(all.match(/“\/x” is not absolute/gu)).toHaveLength(12);
});
