import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadNewsletter } from '../../src/io/newsletter.ts';
import { makeDigest } from '../../src/pipeline/digest.ts';
import { renderDigest } from '../../src/pipeline/rendering.ts';
import { ferry, marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';
import { findXmlFault } from './xml.ts';

async function renderFolder(folder: string) {
  const newsletter = loadNewsletter(folder);
  const { value, diagnostics } = await makeDigest(newsletter);
  const { config, templates } = newsletter;
  return await renderDigest(value, {
    config,
    templates,
    diagnostics,
    only: undefined,
    progress: () => undefined,
  });
}

const hostile = ferry
  .replace(
    'The ferry at Low Reed runs on Sundays again',
    '"<script>alert(1)</script> & {{title}} \\u202e]]>"',
  )
  .replace('source: Reed Courier', 'source: "<img src=x onerror=alert(2)>"')
  .replace('https://courier.example/ferry-sundays', '"javascript:alert(3)"')
  .replace('The river board', 'The <b onclick="alert(4)">river</b> board {{{lead}}} <mj-text>');

test('hostile text acts nowhere', async () => {
  const folder = makeNewsletter({ ...marsh, 'articles/ferry.md': hostile });
  const { files } = await renderFolder(folder);
  for (const name of ['email.html', 'index.html', 'report.html']) {
    const html = String(files.get(`2026-05/${name}`));
    expect(html).not.toMatch(/<script>alert|<img src=x|onclick="alert|href="javascript:/u);
    expect(html).toContain('&lt;script&gt;');
  }
  const feed = String(files.get('feed.xml'));
  expect(findXmlFault(feed)).toBeNull();
  expect(feed).not.toContain('<script>');
});

test('every rendering holds the same stories', async () => {
  const folder = makeNewsletter(marsh);
  const { files } = await renderFolder(folder);
  const { lead, themes } = JSON.parse(String(files.get('2026-05/issue.json')));
  const titles = [lead, ...themes.flatMap((t: { stories: object[] }) => t.stories)].map((s) => s.title);
  expect(titles).toHaveLength(2);
  for (const name of ['2026-05/email.html', '2026-05/index.html', 'feed.xml']) {
    for (const title of titles) expect(String(files.get(name))).toContain(title);
  }
});

test("what goes public holds no reasons and no editor's files", async () => {
  const { files } = await renderFolder(makeNewsletter(marsh));
  const json = String(files.get('2026-05/issue.json'));
  expect(json).not.toContain('score');
  expect(json).not.toContain('opens the article');
  for (const name of ['index.html', 'feed.xml', '2026-05/index.html']) {
    expect(String(files.get(name))).not.toMatch(/report\.html|email\.eml/u);
  }
});

test('a newsletter overrides one template by name', async () => {
  const ours = readFileSync(join(import.meta.dirname, '../../templates/web-foot.hbs'), 'utf8');
  const folder = makeNewsletter({ ...marsh, 'templates/web-foot.hbs': `${ours}<!-- our own foot -->` });
  const { files } = await renderFolder(folder);
  expect(String(files.get('2026-05/index.html'))).toContain('our own foot');
});
