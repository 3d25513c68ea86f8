/** Mails for the gates: the committed sample, and a made-up issue of any size. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, configSchema } from '../../src/config.ts';
import { loadNewsletter } from '../../src/io/newsletter.ts';
import { renderMail } from '../../src/pipeline/rendering.ts';
import { siteOf } from '../../src/pipeline/site.ts';
import type { MailBytes } from '../../src/proof/gates.ts';
import { renderPage } from '../../src/render/page.ts';
import { compileTemplates } from '../../src/render/templates.ts';
import type { Issue, PictureBytes } from '../../src/types.ts';
import { readTemplates, site } from '../render/fixture.ts';

const root = join(import.meta.dirname, '../..');

/** The sample as it lies in out/. */
export function readSample(): MailBytes[] {
  const { config } = loadNewsletter(root);
  const keys = readdirSync(join(root, 'out'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return keys.map(({ name }) => {
    const read = (file: string): Buffer => readFileSync(join(root, 'out', name, file));
    return {
      issue: JSON.parse(read('issue.json').toString()) as Issue,
      site: siteOf(config),
      html: read('email.html').toString(),
      text: read('email.txt').toString(),
      eml: read('email.eml'),
      page: read('index.html').toString(),
      limits: config.limits,
    };
  });
}

export const lantern: Config = configSchema.parse({
  title: site.title,
  url: site.url,
  description: site.description,
  sender: site.sender,
  postalAddress: site.postalAddress,
  licence: site.licence,
  subscribeUrl: site.subscribeUrl,
});

/** An issue rendered by our own templates, in any of our looks. */
export async function renderMailBytes(
  issue: Issue,
  look?: string,
  pictures: PictureBytes = new Map(),
): Promise<MailBytes> {
  const templates = readTemplates(look);
  const { files } = await renderMail(issue, { config: lantern, templates, pictures });
  const page = renderPage(
    issue,
    siteOf(lantern),
    { previous: null, next: null },
    compileTemplates(templates),
  );
  return {
    issue,
    site: siteOf(lantern),
    html: String(files.get('email.html')),
    text: String(files.get('email.txt')),
    eml: files.get('email.eml') ?? '',
    page,
    limits: lantern.limits,
  };
}
