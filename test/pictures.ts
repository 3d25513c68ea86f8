/**
 * Takes the pictures of the README from the sample, and those that the preview is compared with: `npm run pictures`.
 * `npm run pictures -- preview` takes those of the preview alone.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadNewsletter } from '../src/io/newsletter.ts';
import { makeDigest } from '../src/pipeline/digest.ts';
import { renderDigest } from '../src/pipeline/rendering.ts';
import { servePreview } from '../src/preview/serve.ts';
import { openBrowser, openPlainBrowser } from './browser.ts';
import { files as marsh } from './preview/marsh.ts';
import { keptFolder, openView, previewPictures, takePicture } from './preview/pictures.ts';
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

const folder = join(root, 'test/pictures');

async function takeOfResults(): Promise<void> {
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
  const browser = await openBrowser();
  for (const { picture, html, width, height, dark } of shots) {
    const tab = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
    await tab.setContent(html);
    await tab.screenshot({ path: join(folder, `${picture}.png`) });
  }
  await browser.close();
}

/** The preview of the sample as an editor sees it, with the fonts of this machine. */
async function takeOfPreview(): Promise<void> {
  const { address, session, close } = await servePreview({ folder: root, port: null });
  await session.settled();
  const browser = await openBrowser();
  for (const view of ['issue', 'source'] as const) {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 840 } });
    await openView(tab, view, { address, key: issue });
    await tab.screenshot({ path: join(folder, `preview-${view}.png`) });
  }
  await browser.close();
  await close();
}

/** What `test/preview/pictures.test.ts` compares with. */
async function takeKept(): Promise<void> {
  const newsletter = mkdtempSync(join(tmpdir(), 'digestif-'));
  for (const [path, content] of Object.entries(marsh)) {
    mkdirSync(dirname(join(newsletter, path)), { recursive: true });
    writeFileSync(join(newsletter, path), content);
  }
  const { address, session, close } = await servePreview({ folder: newsletter, port: null });
  await session.settled();
  const browser = await openPlainBrowser();
  mkdirSync(keptFolder, { recursive: true });
  for (const picture of previewPictures)
    writeFileSync(
      join(keptFolder, `${picture.name}.png`),
      await takePicture(browser, picture, { address, key: '2026-05' }),
    );
  await browser.close();
  await close();
  rmSync(newsletter, { recursive: true, force: true });
}

mkdirSync(folder, { recursive: true });
if (process.argv[2] !== 'preview') await takeOfResults();
await takeOfPreview();
await takeKept();
