/**
 * Pictures of the main views, taken with the fonts that come with the browser, so that they are the same everywhere:
 * what `npm run pictures` keeps, and what the test compares with.
 */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { waitUntil } from '../browser.ts';

export const keptFolder = join(import.meta.dirname, '../pictures/preview');

const views = ['overview', 'issue', 'checks', 'source', 'trays'] as const;

export type PreviewPicture = { name: string; view: (typeof views)[number]; scheme: 'light' | 'dark' };

export const previewPictures: PreviewPicture[] = views.flatMap((view) =>
  (['light', 'dark'] as const).map((scheme) => ({ name: `${view}-${scheme}`, view, scheme })),
);

/** Half the size in pixels: a rule or a colour that is lost is still seen, and the files stay small. */
const window = { viewport: { width: 1200, height: 800 }, deviceScaleFactor: 0.5 };

/** Takes one picture of the preview at an address, of the issue with this key. */
export async function takePicture(
  browser: Browser,
  { view, scheme }: PreviewPicture,
  { address, key }: { address: string; key: string },
): Promise<Buffer> {
  const page = await browser.newPage({ ...window, colorScheme: scheme });
  await openView(page, view, { address, key });
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await page.close();
  return picture;
}

/** Opens a view as an editor comes to it; the source with the first sentence of the issue lit. */
export async function openView(
  page: Page,
  view: PreviewPicture['view'],
  { address, key }: { address: string; key: string },
): Promise<void> {
  const at = (path: string): string => new URL(path, address).href;
  const paths = {
    overview: '/',
    issue: `/issues/${key}/`,
    checks: `/issues/${key}/checks/`,
    trays: '/trays/',
  };
  // Made beforehand, the checks do not come while a picture is taken.
  await page.goto(at(paths.checks));
  if (view !== 'source') await page.goto(at(paths[view]));
  else {
    await page.goto(at(paths.issue));
    const sentence = (await page.locator('#sentences a').first().getAttribute('href')) ?? '/';
    await page.goto(at(sentence));
  }
  // A frame has its height once it is loaded and measured.
  await waitUntil(
    page,
    "[...document.querySelectorAll('iframe')].every((frame) => frame.style.height !== '')",
  );
}

/**
 * Shares of pixels whose colour is clearly another one, or the sizes where those differ. A browser decodes both; there
 * is no type of its own things here.
 */
export async function comparePictures(page: Page, one: Buffer, other: Buffer): Promise<number | string> {
  const addresses = [one, other].map((picture) => `data:image/png;base64,${picture.toString('base64')}`);
  return await page.evaluate(`(${compare})(${JSON.stringify(addresses)}, ${clearly})`);
}

/** Of 255, in any channel: smoothed edges differ by less. */
const clearly = 12;

const compare = `async (addresses, clearly) => {
  const [a, b] = await Promise.all(addresses.map(async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  }));
  if (a.width !== b.width || a.height !== b.height) return a.width + 'x' + a.height + ' and ' + b.width + 'x' + b.height;
  let differing = 0;
  for (let at = 0; at < a.data.length; at += 4)
    if ([0, 1, 2].some((i) => Math.abs(a.data[at + i] - b.data[at + i]) > clearly)) differing += 1;
  return differing / (a.width * a.height);
}`;
