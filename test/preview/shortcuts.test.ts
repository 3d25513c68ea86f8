import { expect, test } from 'vitest';
import { viewHead } from '../../src/preview/pages/tabs.ts';
import { helpDialog, shortcuts } from '../../src/preview/shortcuts.ts';
import { firstView } from '../../src/preview/views.ts';

test('every key on a link is in the help, and each key means one thing', async () => {
  const keys = shortcuts.flatMap(([key]) => key.split(' '));
  expect(new Set(keys).size).toBe(keys.length);
  const head = String(await viewHead('2026-05', firstView));
  const onLinks = [...head.matchAll(/aria-keyshortcuts="(.)"/gu)].map((m) => m[1] ?? '');
  expect(new Set(onLinks).size).toBe(onLinks.length);
  for (const key of onLinks) expect(keys).toContain(key);
  const help = String(await helpDialog());
  for (const key of keys) expect(help).toContain(`<kbd>${key}</kbd>`);
});
