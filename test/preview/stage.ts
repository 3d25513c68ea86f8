/** Previews of newsletters in temporary folders, and a browser to look at them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { openBuilder } from '../../src/preview/building.ts';
import { type Preview, type PreviewOptions, servePreview } from '../../src/preview/serve.ts';
import type { PreviewState } from '../../src/preview/state.ts';
import { openBrowser } from '../browser.ts';
import { makeNewsletter } from '../newsletter.ts';

export type Files = { [path: string]: string | Uint8Array };

const running: Preview[] = [];

afterAll(async () => {
  await Promise.all(running.map((preview) => preview.close()));
});

export type Stage = Preview & { folder: string; at: (path: string) => string };

/** A newsletter and its preview, built once. It ends with the tests of the file. */
export async function openStage(files: Files, options: Partial<PreviewOptions> = {}): Promise<Stage> {
  const folder = makeNewsletter(files);
  const preview = await servePreview({ folder, port: null, ...options });
  running.push(preview);
  await preview.session.settled();
  return { ...preview, folder, at: (path) => new URL(path, preview.address).href };
}

/** Writes a file of a newsletter as an editor does: over what is there. */
export function save(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Resolves with the next build after `act`. */
export async function nextBuild({ session }: Stage, act: () => void): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    const deaf = session.listen(() => {
      deaf();
      resolve();
    });
  });
  act();
  await heard;
  await session.settled();
}

/** The state of a newsletter without a server. */
export async function buildState(files: Files): Promise<PreviewState> {
  const builder = openBuilder(makeNewsletter(files));
  const built = await builder.build().finally(builder.close);
  if ('faults' in built) throw new Error(built.faults.map((f) => f.message).join('\n'));
  return { ...built.state, generation: 1, faults: [] };
}

/** One browser for the tests of a file. What a page says to the console is kept: a policy that is broken is said there. */
export function openWindow(): {
  page: (options?: BrowserContextOptions) => Promise<Page & { said: string[] }>;
} {
  let browser: Promise<Browser> | null = null;
  afterAll(async () => {
    await (await browser)?.close();
  });
  return {
    page: async (options = {}) => {
      browser ??= openBrowser();
      const page = await (await browser).newPage({ viewport: { width: 1440, height: 960 }, ...options });
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      return Object.assign(page, { said });
    },
  };
}

/** What axe has against a page, a line each. Frames are not entered: what they show has gates of its own. */
export async function complaints(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(
      { exclude: ['iframe'] },
      { iframes: false, preload: false },
    ),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
