/** Takes the pictures of the README from the sample's out/: `npm run pictures`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './browser.ts';

const root = join(import.meta.dirname, '..');
const shots = [
  { page: 'out/2026-10/email.html', picture: 'email', width: 640, height: 960 },
  { page: 'out/2026-10/index.html', picture: 'page', width: 1280, height: 1200 },
];

const folder = join(root, 'test/pictures');
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
for (const { page, picture, width, height } of shots) {
  const tab = await browser.newPage({ viewport: { width, height } });
  await tab.goto(pathToFileURL(join(root, page)).href);
  await tab.screenshot({ path: join(folder, `${picture}.png`) });
}
await browser.close();
