import { expect, test } from 'vitest';
import { archivePolicy, formPolicy, headersOf } from '../../src/serve/headers.ts';

test('nothing runs, nothing frames us, nothing tells where a visitor comes from', () => {
  for (const policy of [archivePolicy, formPolicy]) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src|connect-src|unsafe-eval/u);
  }
  expect(headersOf(false)).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
});

test('only forms of ours are sent, and to us; the archive has none', () => {
  expect(formPolicy).toContain("form-action 'self'");
  expect(archivePolicy).toContain("form-action 'none'");
});

test('only an https address is kept to https', () => {
  expect(headersOf(true)['strict-transport-security']).toBe('max-age=31536000');
  expect(headersOf(false)).not.toHaveProperty('strict-transport-security');
});
