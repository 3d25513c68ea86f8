/** Takes the pictures of the README from the sample: `npm run pictures`. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadNewsletter } from '../src/io/newsletter.ts';
import { makeDigest } from '../src/pipeline/digest.ts';
import { renderDigest } from '../src/pipeline/rendering.ts';
import { openBrowser } from './browser.ts';
import { readTemplates } from './render/fixture.ts';

const root = join(import.meta.dirname, '..');
const issue = '2026-10';

type Shot = { picture: string; html: string; width: number; height: number; dark?: true };

/** The email of the sample in another look. */
async function emailIn(look: string): Promise<string> {
  const newsletter = loadNewsletter(root);
  const { value } = await makeDigest(newsletter);
  const { config } = newsletter;
  const options = {
    config,
    templates: readTemplates(look),
    diagnostics: [],
    only: issue,
    progress: () => {},
  };
  const { files } = await renderDigest(value, options);
  return String(files.get(`${issue}/email.html`));
}

const email = readFileSync(join(root, `out/${issue}/email.html`), 'utf8');
const page = readFileSync(join(root, `out/${issue}/index.html`), 'utf8');
const shots: Shot[] = [
  { picture: 'email', html: email, width: 640, height: 1060 },
  { picture: 'email-dark', html: email, width: 640, height: 1060, dark: true },
  { picture: 'email-phone', html: email, width: 375, height: 812 },
  { picture: 'broadsheet', html: await emailIn('broadsheet'), width: 640, height: 1060 },
  { picture: 'wire', html: await emailIn('wire'), width: 640, height: 1060 },
  { picture: 'page', html: page, width: 1160, height: 1000 },
];

const folder = join(root, 'test/pictures');
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
for (const { picture, html, width, height, dark } of shots) {
  const tab = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
  await tab.setContent(html);
  await tab.screenshot({ path: join(folder, `${picture}.png`) });
}
await browser.close();
