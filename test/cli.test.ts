import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { marsh } from './articles.ts';
import { makeNewsletter } from './newsletter.ts';
import { runDigestif } from './run.ts';

test('help names every command and exits with 0', async () => {
  const { code, out } = await runDigestif('.', '--help');
  expect(code).toBe(0);
  for (const command of ['build', 'approve', 'verify', 'proof', 'explain', 'init'])
    expect(out).toContain(command);
});

test.each([['nonsense'], ['build', 'soon'], ['approve'], ['build', '--fast']])(
  'a wrong line is explained: %s',
  async (...argv) => {
    const { code, err } = await runDigestif(makeNewsletter({}), ...argv);
    expect(code).toBe(2);
    expect(err).toContain('error:');
    expect(err).toContain('--help');
  },
);

test('help loads neither MJML nor any other renderer', () => {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const trace = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { if (/node_modules\\/(?:mjml|handlebars|feed|nodemailer|eld)/.test(url)) console.log('LOADED', url); return next(url, context); } });`;
  const out = execFileSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(trace)}`, main, '--help'],
    { encoding: 'utf8' },
  );
  expect(out).toContain('Usage');
  expect(out).not.toContain('LOADED');
});

test('modules are kept as they were compiled, for every command', () => {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const tell = `import { getCompileCacheDir } from 'node:module';
    process.on('exit', () => console.log('KEPT in', getCompileCacheDir()));`;
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const out = execFileSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, main, '--help'],
    { encoding: 'utf8', env },
  );
  expect(out).toMatch(/KEPT in .*\.cache.digestif/u);
});

test('years later it says nothing of the age of a package', () => {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const later = `const D = Date; globalThis.Date = class extends D {
    constructor(...a) { super(...(a.length > 0 ? a : [D.now() + 1e11])); }
    static now() { return D.now() + 1e11; } };`;
  const argv = ['--import', `data:text/javascript,${encodeURIComponent(later)}`, main, 'build'];
  const { status, stderr } = spawnSync(process.execPath, argv, {
    cwd: makeNewsletter(marsh),
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});

test('a fault is JSON too when JSON is asked for', async () => {
  const fault = await runDigestif(makeNewsletter({}), 'build', '--json');
  expect(fault.code).toBe(2);
  expect(JSON.parse(fault.out).diagnostics).toMatchObject([{ code: 'config-missing' }]);
  const usage = await runDigestif(makeNewsletter({}), '--json', 'build', 'soon');
  expect(usage.code).toBe(2);
  expect(JSON.parse(usage.out).diagnostics).toMatchObject([{ code: 'wrong-usage' }]);
});

test('an empty folder name is refused', async () => {
  const { code, err } = await runDigestif(makeNewsletter(marsh), '-C', '', 'build');
  expect(code).toBe(2);
  expect(err).toContain('It is empty.');
});

describe.skipIf(process.platform === 'win32')('the process edge', () => {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  /** Runs a shell line in which "$@" is Digestif. */
  const shell = (line: string, cwd: string) =>
    spawnSync('bash', ['-o', 'pipefail', '-c', line, 'bash', process.execPath, main], {
      cwd,
      encoding: 'utf8',
    });

  test('a reader that leaves early ends nothing', () => {
    const { status, stderr } = shell('"$@" build --json | head -0', makeNewsletter(marsh));
    expect([status, stderr]).toEqual([0, '']);
  });
  test.runIf(existsSync('/dev/full'))('a full disk is told', () => {
    const { status, stderr } = shell('"$@" build > /dev/full', makeNewsletter(marsh));
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error the output cannot be written: .*ENOSPC.*\n$/u);
  });
  test('a current folder that was deleted is told', () => {
    const gone = (rest: string) => shell(`mkdir gone; cd gone; rmdir ../gone; ${rest}`, makeNewsletter({}));
    const told = { status: 2, stderr: expect.stringContaining('does not exist any more') };
    expect(gone('"$@" build')).toMatchObject(told);
    expect(gone(`"$@" build -C ${makeNewsletter(marsh)}`)).toMatchObject(told);
    expect(gone('"$@" --help').status).toBe(0);
  });
});
