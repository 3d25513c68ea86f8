import { expect, test } from 'vitest';
import { issuePath, rawPath, sourcePath } from '../../src/preview/addresses.ts';

test('addresses are paths in which every part is encoded', () => {
  expect(issuePath('2026-05')).toBe('/issues/2026-05/');
  expect(issuePath('2026-05', 'email-375-dark')).toBe('/issues/2026-05/email-375-dark/');
  expect(rawPath('2026-05/email.html')).toBe('/raw/2026-05/email.html');
  expect(sourcePath('a b/c#d?.md')).toBe('/source/a%20b/c%23d%3F.md/');
});
