import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { DigestifError } from '../../src/errors.ts';
import { servePreview } from '../../src/preview/serve.ts';
import { ferry, marsh } from '../articles.ts';
import { freePort } from '../free-port.ts';
import { makeNewsletter } from '../newsletter.ts';
import { nextBuild, openStage, type Stage, save } from './stage.ts';

/** Waits until the email of a preview holds some words. */
const shows = ({ at }: Stage, words: string) =>
  vi.waitFor(
    async () => expect(await (await fetch(at('/raw/2026-05/email.txt'))).text()).toContain(words),
    30_000,
  );

const one = await openStage(marsh);

test('a port that is asked for and taken is told; else the next free one is used', async () => {
  const port = Number(new URL(one.address).port);
  const taken = servePreview({ folder: one.folder, port });
  await expect(taken).rejects.toThrow(DigestifError);
  await expect(taken).rejects.toMatchObject({ diagnostics: [{ code: 'port-taken' }] });
  const two = await openStage(marsh);
  expect(two.address).not.toBe(one.address);
  save(two.folder, 'articles/ferry.md', ferry.replace('61 passengers', '98 passengers'));
  await shows(two, '98 passengers');
  expect(await (await fetch(one.at('/raw/2026-05/email.txt'))).text()).toContain('61 passengers');
});

test('it listens on this machine only', async () => {
  const { address } = one;
  // Whoever else listens on the port at every other address of the machine is not in the way.
  const other = createServer();
  const { port } = new URL(address);
  await new Promise<void>((resolve, reject) =>
    other.once('error', reject).listen(Number(port), '127.0.0.2', resolve),
  );
  await new Promise((resolve) => other.close(resolve));
});

test('nothing is written: neither out/ nor ids', async () => {
  await nextBuild(one, () => save(one.folder, 'articles/ferry.md', ferry.replace('61', '60')));
  await fetch(one.at('/issues/2026-05/'));
  expect(existsSync(join(one.folder, 'out'))).toBe(false);
  expect(existsSync(join(one.folder, 'articles/_ids.yaml'))).toBe(false);
});

test('a newsletter that cannot be built is served with what is wrong, and comes when it is mended', async () => {
  const stage = await openStage({ ...marsh, 'digestif.config.yaml': 'title: [' });
  const text = async () => await (await fetch(stage.at('/issues/2026-05/'))).text();
  expect(await text()).toContain('Nothing is built yet');
  expect(await text()).toContain('class="overlay"');
  await nextBuild(stage, () => save(stage.folder, 'digestif.config.yaml', marsh['digestif.config.yaml']));
  expect(await text()).toContain('<iframe');
});

test('before the first build there is a page that says so', async () => {
  const preview = await servePreview({ folder: makeNewsletter(marsh), port: null });
  expect(await (await fetch(preview.address)).text()).toContain('Reading the articles');
  await preview.close();
});

test('the overview is there before the emails, and an issue says what it waits for', async () => {
  const preview = await servePreview({ folder: makeNewsletter(marsh), port: null });
  const text = async (path: string) => await (await fetch(new URL(path, preview.address))).text();
  await new Promise<void>((resolve) => preview.session.listen(resolve));
  expect(await text('/issues/2026-05/')).toContain('Rendering the emails');
  const overview = await text('/');
  expect(overview).toContain('href="/issues/2026-05/"');
  expect(overview).toContain('not rendered yet');
  await preview.session.settled();
  expect(await text('/issues/2026-05/')).toContain('<iframe');
  await preview.close();
});

test('a template that cannot be rendered leaves the overview, and is told above it', async () => {
  const { at } = await openStage({ ...marsh, 'templates/email-footer.hbs': '{{nothing}}' });
  expect(await (await fetch(at('/issues/2026-05/'))).text()).toContain('Nothing is built yet');
  const overview = await (await fetch(at('/'))).text();
  expect(overview).toContain('class="overlay"');
  expect(overview).toContain('not rendered yet');
});

test('a close ends streams and builds, and the port is free again', async () => {
  const folder = makeNewsletter(marsh);
  // Not the first free one: another test would take it in between.
  const port = await freePort();
  const preview = await servePreview({ folder, port });
  const stream = await fetch(new URL('/events', preview.address));
  preview.session.request();
  await preview.close();
  await expect(stream.text()).rejects.toThrow();
  const again = await servePreview({ folder, port });
  await again.close();
});

test('a file that is saved in pieces is read when it is whole', async () => {
  const stage = await openStage(marsh);
  const text = ferry.replace('61 passengers', '97 passengers');
  // Cut within the front matter it would be an error.
  for (let end = 20; end <= text.length; end += 150) {
    save(stage.folder, 'articles/ferry.md', text.slice(0, end));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  save(stage.folder, 'articles/ferry.md', text);
  await shows(stage, '97 passengers');
  expect(stage.session.sight()).toMatchObject({ errors: [], faults: [] });
});
