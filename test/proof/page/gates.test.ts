import { expect, test } from 'vitest';
import { checkArchive, pageGates } from '../../../src/proof/page/gates.ts';
import { renderArchive } from '../../../src/render/archive.ts';
import { compileTemplates } from '../../../src/render/templates.ts';
import { makeIssue, readTemplates, sampleIssue, site } from '../../render/fixture.ts';

const issues = [makeIssue({ key: '2026-04', label: 'April 2026' }), sampleIssue()];
const html = renderArchive(issues, site, compileTemplates(readTemplates()));
const paths = new Set(['index.html', 'feed.xml', '2026-04/index.html', '2026-05/index.html']);

async function failing(bytes: string, there = paths): Promise<string[]> {
  const gates = await checkArchive({ site, html: bytes, issues, paths: there });
  return gates.filter(({ result }) => result === 'fail').map(({ name }) => name);
}

test('the archive passes', async () => {
  expect(await failing(html)).toEqual([]);
  expect(await failing(renderArchive([], site, compileTemplates(readTemplates())))).toEqual([]);
});

test.each<[string, string | RegExp, string]>([
  ['archive-html', '</main>', '</main></main>'],
  ['archive-acts', '<main>', '<main><script>alert(1)</script>'],
  ['archive-left-over', '<main>', '<main><p>Dear {{name}}</p>'],
  ['archive-legible', '</head>', '<style>h2 { display: none }</style></head>'],
  ['archive-contrast', '</head>', '<style>h1 { color: #ccc }</style></head>'],
  [
    'archive-contrast',
    '</head>',
    '<style>@media (prefers-color-scheme: dark) { h1 { color: #333 } }</style></head>',
  ],
  ['archive-language', 'lang="en"', 'lang="fr"'],
  ['archive-links', '"feed.xml"', '"feeds.xml"'],
  ['archive-remote', '<main>', '<main><img src="https://t.example/p.gif" alt="x">'],
  [
    'archive-facts',
    'rel="canonical" href="https://lantern.example/"',
    'rel="canonical" href="https://lantern.example/x"',
  ],
])('%s fails', async (name, from, to) => {
  expect(html.replace(from, to)).not.toBe(html);
  expect(await failing(html.replace(from, to))).toContain(name);
});

test('what an article says is no left-over, what the editor says is told', async () => {
  const told = makeIssue({ label: 'May {{month}}' });
  const told2 = { ...told, lead: told.lead && { ...told.lead, title: 'Why {{ is written twice }}' } };
  const bytes = renderArchive([told2], site, compileTemplates(readTemplates()));
  const gates = await checkArchive({ site, html: bytes, issues: [told2], paths: null });
  expect(gates.find(({ name }) => name === 'archive-left-over')).toMatchObject({ result: 'look' });
});

test('a page that is not in out/ is missed', async () => {
  expect(await failing(html, new Set(['index.html', 'feed.xml', '2026-05/index.html']))).toEqual([
    'archive-links',
  ]);
});

test('gates have names of their own', () => {
  expect(new Set(pageGates.map(({ name }) => name)).size).toBe(pageGates.length);
});
