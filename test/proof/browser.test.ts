/** What only a browser can say, of the sample and of an issue of 150 stories: axe, width, and the colours it really shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { serialize } from 'parse5';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pairsOf } from '../../src/proof/contrast.ts';
import { openMail } from '../../src/proof/gate.ts';
import { renderArchive } from '../../src/render/archive.ts';
import { renderReport } from '../../src/render/report.ts';
import { openBrowser } from '../browser.ts';
import { ourTemplates, sampleIssue, site } from '../render/fixture.ts';
import { makeBigIssue } from './big-issue.ts';
import { readSample, renderMailBytes } from './mails.ts';

const out = (path: string): string => readFileSync(join(import.meta.dirname, '../../out', path), 'utf8');
const bigIssue = makeBigIssue(150);
const big = await renderMailBytes(bigIssue);
const last = readSample().at(-1) ?? big;
const bigReport = {
  issue: bigIssue,
  email: { bytes: big.html.length, limit: 102_400, left: [{ theme: 'Boats', stories: 2 }] },
  files: [],
  articles: [],
  stories: bigIssue.themes.flatMap((theme) =>
    theme.stories.map(({ id, title }) => ({
      id,
      title,
      theme: theme.name,
      members: [id],
      shared: ['bell'],
      folded: [],
    })),
  ),
  waiting: [],
  diagnostics: [],
};

const documents: { [name: string]: string } = {
  'the email': last.html,
  'the page': last.page,
  'the report': out(`${last.issue.key}/report.html`),
  'the archive': out('index.html'),
  'the email in four languages': (await renderMailBytes(sampleIssue())).html,
  'the email of 150 stories': big.html,
  'the page of 150 stories': big.page,
  'the report of 150 stories': renderReport(bigReport, site, ourTemplates()),
  'the archive with 150 stories': renderArchive([bigIssue], site, ourTemplates()),
};

/** A mail program has landmarks of its own around the mail. */
const notForMail = { region: { enabled: false }, 'landmark-one-main': { enabled: false } };

function rulesFor(name: string): object {
  return name.includes('email') ? notForMail : {};
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function open(html: string, colorScheme: 'light' | 'dark', width: number): Promise<Page> {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height: 800 },
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.setContent(html);
  return page;
}

async function complaintsOfAxe(page: Page, rules: object): Promise<string[]> {
  await page.evaluate(axe.source);
  const run = `axe.run(document, ${JSON.stringify({ rules, resultTypes: ['violations'] })})`;
  const { violations } = (await page.evaluate(run)) as axe.AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

describe.each(Object.keys(documents))('%s', (name) => {
  const html = documents[name] ?? '';
  test.each(['light', 'dark'] as const)('axe finds nothing in %s mode', async (scheme) => {
    const page = await open(html, scheme, 600);
    expect(await complaintsOfAxe(page, rulesFor(name))).toEqual([]);
    await page.context().close();
  });
  test.each([320, 375, 600, 1280])('nothing scrolls sideways at %i pixels', async (width) => {
    const page = await open(html, 'light', width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.context().close();
  });
});

test('axe and the width can fail', async () => {
  const bad = last.html.replace(
    '<h1>',
    '<p style="color:#ccc">pale words</p><img src="data:,"><div style="width:700px">wide</div><h1>',
  );
  const page = await open(bad, 'light', 320);
  const found = (await complaintsOfAxe(page, notForMail)).map((complaint) => complaint.split(':')[0]);
  expect(found).toEqual(expect.arrayContaining(['color-contrast', 'image-alt']));
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeGreaterThan(320);
  await page.context().close();
});

/** Colour and ground of each text, as the browser shows them. */
const measured = `(() => {
  const pairs = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.data.trim()) continue;
    const element = walker.currentNode.parentElement;
    if (['STYLE', 'SCRIPT'].includes(element.tagName)) continue;
    let at = element;
    while (at && getComputedStyle(at).backgroundColor === 'rgba(0, 0, 0, 0)') at = at.parentElement;
    pairs.add(getComputedStyle(element).color + ' on ' + (at ? getComputedStyle(at).backgroundColor : 'nothing'));
  }
  return [...pairs].sort();
})()`;

test.each([
  ['light', 600],
  ['light', 320],
  ['dark', 600],
  ['dark', 320],
] as const)(
  'the colours that the gate computes are those that the browser shows, %s, %i pixels',
  async (scheme, width) => {
    const mails = [openMail(last), openMail(big)];
    for (const doc of mails.flatMap((mail) => [mail.email, mail.webPage])) {
      const page = await open(serialize(doc.root), scheme, width);
      const shown = await page.evaluate(measured);
      const computed = pairsOf(doc, { dark: scheme === 'dark', width });
      expect(computed).toEqual(shown);
      await page.context().close();
    }
  },
);
