import { expect, test } from 'vitest';
import { renderForms } from '../../src/pipeline/forms.ts';
import { noticeNames } from '../../src/render/serve-page.ts';
import { readTemplates, site } from '../render/fixture.ts';

test('every page there is, by its name', () => {
  const pages = renderForms(site, readTemplates());
  expect(pages.map(({ name }) => name)).toEqual(noticeNames);
  for (const { html } of pages) expect(html).toMatch(/^<!doctype html>/u);
  expect(pages.find(({ name }) => name === 'leave')?.html).toContain('<form method="post"');
});
