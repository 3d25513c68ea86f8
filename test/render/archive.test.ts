import { expect, test } from 'vitest';
import { renderArchive } from '../../src/render/archive.ts';
import { hostileIssue, makeIssue, ourTemplates, sampleIssue, site } from './fixture.ts';
import { addressesIn, complaintsOf } from './html-rules.ts';

const templates = ourTemplates();
const older = ['2025-12', '2026-04', '2026-03'].map((key, index) =>
  makeIssue({ key, label: `Month ${key.slice(0, 4)}`, number: index + 1, title: `Title of ${key}` }),
);

test('the newest issue is told, the others are listed by year, newest first', async () => {
  const html = renderArchive([...older, sampleIssue()], site, templates);
  expect(await complaintsOf(html, 'web')).toEqual([]);
  expect(html).toContain('<a href="2026-05/index.html">The lock that would not close holds up');
  expect(html).toContain('“A gate is a promise to whoever lives downstream,”');
  const order = [
    '<h3>2026</h3>',
    'Title of 2026-04',
    'Title of 2026-03',
    '<h3>2025</h3>',
    'Title of 2025-12',
  ];
  const places = order.map((part) => html.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(addressesIn(html)).toContain('2025-12/index.html');
  expect(html).toContain('<b>Month</b> · No. 3');
});

test('the order of the issues given makes no difference', () => {
  const issues = [...older, sampleIssue()];
  expect(renderArchive([...issues].reverse(), site, templates)).toBe(renderArchive(issues, site, templates));
});

test('no issue, an issue without a lead, a hostile one: still a page', async () => {
  expect(renderArchive([], site, templates)).toContain('No issue has been published yet.');
  for (const issues of [[], [makeIssue()], [hostileIssue()]]) {
    const html = renderArchive(issues, site, templates);
    expect(await complaintsOf(html, 'web')).toEqual([]);
    expect(html).not.toMatch(/<hit|<script>|<img/);
  }
});
