import { expect, test } from 'vitest';
import { viewHead } from '../../../src/preview/pages/tabs.ts';
import { allViews } from '../../../src/preview/views.ts';

test('every view marks where it is, and a choice keeps the others', async () => {
  for (const view of allViews) {
    const text = String(await viewHead('2026-05', view));
    const [tabs = ''] = text.split('class="choices"');
    expect([view, tabs.split('aria-current').length - 1]).toEqual([view, 1]);
    for (const choice of text.split('class="choice"').slice(1))
      expect([view, choice.split('aria-current').length - 1]).toEqual([view, 1]);
  }
  const dark = await viewHead('2026-05', {
    kind: 'email',
    width: 375,
    scheme: 'dark',
    version: 'styles-off',
  });
  for (const name of ['email-600-dark-styles-off', 'email-375-light-styles-off', 'email-375-dark-images-off'])
    expect(String(dark)).toContain(`/issues/2026-05/${name}/`);
});
