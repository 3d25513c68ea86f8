/** A real browser from npm alone, for tests and pictures. Works on a bare Debian, which lacks its libraries. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

const require = createRequire(import.meta.url);
const packageFolder = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');

const flags = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

const program = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br'];

/** Starts a headless Chromium; whoever opens it closes it. */
export async function openBrowser(fonts: string | null = fontsOfMachine()): Promise<Browser> {
  const folder = await unpackOnce('chromium', program);
  return playwright.launch({
    executablePath: join(folder, 'chromium'),
    args: flags,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: fonts ?? '/etc/fonts',
      ...(fonts !== null && { FONTCONFIG_FILE: join(fonts, 'fonts.conf') }),
    },
  });
}

/** The same browser with the fonts that come with it and no others (Open Sans): the same pictures on every machine. */
export async function openPlainBrowser(): Promise<Browser> {
  const folder = join(await unpackOnce('fonts', ['fonts.tar.br']), 'fonts');
  const config = `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`;
  await writeFile(join(folder, 'fonts.conf'), config);
  return await openBrowser(folder);
}

function fontsOfMachine(): string | null {
  return process.env['FONTCONFIG_PATH'] ?? null;
}

/** Unpacks into a private folder and renames it, so that test files that run at once never meet half a browser. */
async function unpackOnce(what: string, packed: readonly string[]): Promise<string> {
  const { version } = require(join(packageFolder, 'package.json')) as { version: string };
  const target = join(tmpdir(), `digestif-${what}-${version}`);
  if (existsSync(target)) return target;
  const fresh = await mkdtemp(join(tmpdir(), 'digestif-unpack-'));
  await inflateInto(fresh, packed);
  await rename(fresh, target).catch(() => rm(fresh, { recursive: true, force: true }));
  return target;
}

type Inflate = { inflate: (file: string) => Promise<string> };

/** The package writes below `os.tmpdir()` and nowhere else, which is what TMPDIR says while it runs. */
async function inflateInto(folder: string, packed: readonly string[]): Promise<void> {
  const inner = join(packageFolder, 'build', 'esm', 'lambdafs.js');
  const { inflate } = (await import(pathToFileURL(inner).href)) as Inflate;
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await mkdir(folder, { recursive: true });
    await Promise.all(packed.map((name) => inflate(join(packageFolder, 'bin', name))));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/**
 * Waits until words of JavaScript hold on a page, at most half a minute. Playwright's own waiting evaluates words by a way
 * that the preview's policy forbids.
 */
export async function waitUntil(page: Page, words: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await page.evaluate(words)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`never came true: ${words}`);
}
