import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlainBrowser } from '../browser.ts';
import { files } from './marsh.ts';
import { comparePictures, keptFolder, previewPictures, takePicture } from './pictures.ts';
import { openStage, type Stage } from './stage.ts';

/** Of all pixels; a line of text that is gone or a colour of small words is a thousandth and more. */
const tolerance = 0.0002;

let stage: Stage;
let browser: Browser;
let blank: Page;

beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage(files), openPlainBrowser()]);
  blank = await browser.newPage();
});

afterAll(() => browser.close());

test.each(previewPictures)('$name is as it was', async (picture) => {
  const path = join(keptFolder, `${picture.name}.png`);
  const now = await takePicture(browser, picture, { address: stage.address, key: '2026-05' });
  const differs = existsSync(path) ? await comparePictures(blank, readFileSync(path), now) : 'none is kept';
  if (typeof differs === 'number' && differs <= tolerance) return;
  const other = join(mkdtempSync(join(tmpdir(), 'digestif-picture-')), `${picture.name}.png`);
  writeFileSync(other, now);
  expect.fail(`${picture.name} differs (${differs}): look at ${other}; \`npm run pictures\` keeps new ones`);
});
