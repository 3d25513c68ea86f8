import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** Starts the command as a process and waits for what it prints first. */
async function start(folder: string, ...argv: string[]): Promise<{ child: ChildProcess; out: string }> {
  const child = spawn(process.execPath, [main, '-C', folder, 'preview', '--no-open', ...argv]);
  const out = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.on('exit', () => reject(new Error('it ended')));
  });
  return { child, out };
}

/** Waits for the first build: from then on a signal is answered in order. */
async function built(address: string): Promise<void> {
  while (!(await (await fetch(address)).text()).includes('Built'))
    await new Promise((resolve) => setTimeout(resolve, 50));
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

describe.skipIf(process.platform === 'win32')('the process', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it cleanly, with an open stream too', async (signal) => {
    const { child, out } = await start(makeNewsletter(marsh));
    const address = /http:\/\/127\.0\.0\.1:\d+\//u.exec(out)?.[0] ?? '';
    await fetch(new URL('/events', address));
    await built(address);
    child.kill(signal);
    expect(await ended(child)).toBe(0);
  });
  test('JSON tells the address', async () => {
    const { child, out } = await start(makeNewsletter(marsh), '--json');
    expect(JSON.parse(out).address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u);
    child.kill('SIGKILL');
    await ended(child);
  });
});

describe.skipIf(process.platform === 'win32')(
  'what is wrong with the first build is said in the terminal',
  () => {
    test.each([
      [
        'articles/walk.md',
        '---\ntitle: [a\n---\n\nText.\n',
        /walk\.md:2[\s\S]*Built with 1 error: http\S+\/problems\//u,
      ],
      ['digestif.config.yaml', 'title: [', /config\.yaml:[\s\S]*Not built yet: 1 fault\./u],
    ])('%s', async (path, content, words) => {
      const { child } = await start(makeNewsletter({ ...marsh, [path]: content }));
      let said = '';
      await new Promise<void>((resolve) =>
        child.stderr?.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          if (/^(?:Built|Not built)/mu.test(said)) resolve();
        }),
      );
      expect(said).toMatch(words);
      child.kill('SIGKILL');
      await ended(child);
    });
  },
);

describe.skipIf(process.platform === 'win32')('what is wrong later', () => {
  const broken = '---\ntitle: [a\n---\n\nText.\n';
  test('is said when it comes and when it is another, once; so is that it is mended', async () => {
    const folder = makeNewsletter(marsh);
    const { child, out } = await start(folder);
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const hears = async (words: RegExp): Promise<void> => {
      while (!words.test(said)) await new Promise((resolve) => setTimeout(resolve, 20));
      said = '';
    };
    const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
    await built(/http:\S+/u.exec(out)?.[0] ?? '');
    // What is saved while the first build is still being told may belong to it.
    write('articles/walk.md', broken);
    await hears(/walk\.md:2[\s\S]*Built with 1 error: /u);
    write('articles/walk.md', marsh['articles/walk.md']);
    await hears(/^Mended: built without errors\.\n$/u);
    write('articles/ferry.md', `${marsh['articles/ferry.md']}\nAnd the goat.\n`);
    write('digestif.config.yaml', 'title: [');
    await hears(/config\.yaml:[\s\S]*Not rebuilt: 1 fault\./u);
    write('digestif.config.yaml', `${marsh['digestif.config.yaml']}titel: x\n`);
    await hears(/"titel"[\s\S]*Not rebuilt: 1 fault\./u);
    write('digestif.config.yaml', marsh['digestif.config.yaml']);
    await hears(/Mended/u);
    child.kill('SIGINT');
    expect(await ended(child)).toBe(0);
    expect(said).toBe('');
  });
});

test('a port is a number that a port can be', async () => {
  for (const port of ['0', '65536', '-1', 'http', '4460.5', ''])
    expect((await runDigestif(makeNewsletter({}), 'preview', '--port', port)).code).toBe(2);
});

test('an export is told and has its pages', async () => {
  const folder = makeNewsletter(marsh);
  const { code, out } = await runDigestif(folder, 'preview', '--export', 'shown');
  expect(code).toBe(0);
  expect(out).toMatch(/^\d+ files written to .*shown: open index\.html there\.\n$/u);
  expect(existsSync(join(folder, 'shown/issues/2026-05/index.html'))).toBe(true);
  expect(readFileSync(join(folder, 'shown/raw/2026-05/email.html'), 'utf8')).toContain('The Reed Post');
});
