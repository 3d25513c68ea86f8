/** A real browser from npm alone, for tests and pictures. Works on a bare Debian, which lacks its libraries. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium as playwright } from 'playwright-core';

const require = createRequire(import.meta.url);
const packageFolder = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');

const flags = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/** Starts a headless Chromium; whoever opens it closes it. */
export async function openBrowser(): Promise<Browser> {
  const folder = await unpackOnce();
  return playwright.launch({
    executablePath: join(folder, 'chromium'),
    args: flags,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: process.env['FONTCONFIG_PATH'] ?? '/etc/fonts',
    },
  });
}

/** Unpacks into a private folder and renames it, so that test files that run at once never meet half a browser. */
async function unpackOnce(): Promise<string> {
  const { version } = require(join(packageFolder, 'package.json')) as { version: string };
  const target = join(tmpdir(), `digestif-chromium-${version}`);
  if (existsSync(target)) return target;
  const fresh = await mkdtemp(join(tmpdir(), 'digestif-unpack-'));
  await inflateInto(fresh);
  await rename(fresh, target).catch(() => rm(fresh, { recursive: true, force: true }));
  return target;
}

type Inflate = { inflate: (file: string) => Promise<string> };

/** The package writes below `os.tmpdir()` and nowhere else, which is what TMPDIR says while it runs. */
async function inflateInto(folder: string): Promise<void> {
  const inner = join(packageFolder, 'build', 'esm', 'lambdafs.js');
  const { inflate } = (await import(pathToFileURL(inner).href)) as Inflate;
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await mkdir(folder, { recursive: true });
    const packed = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(packed.map((name) => inflate(join(packageFolder, 'bin', name))));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
