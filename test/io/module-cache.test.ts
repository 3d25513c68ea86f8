import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder } from '../../src/io/module-cache.ts';
import { makeNewsletter } from '../newsletter.ts';

test('it lies in the node_modules that holds the package, or that it holds', () => {
  expect(cacheFolder('/a/node_modules/digestif/')).toBe('/a/node_modules/.cache/digestif');
  expect(cacheFolder('/a/digestif/')).toBe('/a/digestif/node_modules/.cache/digestif');
});

const source = JSON.stringify(new URL('../../src/io/module-cache.ts', import.meta.url));

/** Runs a program that keeps what it compiles, and says whether a thread of its does too. */
function run(folder: string, env: { [name: string]: string } = {}): string {
  const program = `
    import { getCompileCacheDir } from 'node:module';
    import { Worker } from 'node:worker_threads';
    const { keepCompiled, saveCompiled } = await import(${source});
    keepCompiled(${JSON.stringify(folder)});
    await import('yaml');
    saveCompiled();
    const code = "process.getBuiltinModule('node:worker_threads').parentPort.postMessage(process.getBuiltinModule('node:module').getCompileCacheDir() ?? null)";
    new Worker(code, { eval: true }).on('message', (own) => console.log(Boolean(getCompileCacheDir()), own === (getCompileCacheDir() ?? null)));`;
  const { NODE_COMPILE_CACHE: _, ...own } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: import.meta.dirname,
    env: { ...own, ...env },
    encoding: 'utf8',
  });
  return stdout.trim() || stderr;
}

test('modules are kept below the folder, of threads too', () => {
  const folder = join(makeNewsletter({}), 'kept');
  expect(run(folder)).toBe('true true');
  expect(readdirSync(folder, { recursive: true }).length).toBeGreaterThan(20);
});

test('where it cannot be written, or is not wanted, all goes on without', () => {
  expect(run('/dev/null/kept')).toBe('false true');
  expect(run(join(makeNewsletter({}), 'kept'), { NODE_DISABLE_COMPILE_CACHE: '1' })).toBe('false true');
});
