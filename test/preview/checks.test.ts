import { expect, test } from 'vitest';
import { checksOf, knownChecks, textOf } from '../../src/preview/checks.ts';
import { marsh } from '../articles.ts';
import { buildState } from './stage.ts';

test('checks are made once for a build, on the bytes of the email', async () => {
  const state = await buildState(marsh);
  const first = checksOf(state, '2026-05');
  expect(knownChecks(state, '2026-05')).toBe(null);
  expect(checksOf({ ...state, generation: 2 }, '2026-05')).toBe(first);
  const checks = await first;
  expect(knownChecks({ ...state, generation: 2 }, '2026-05')).toBe(checks);
  expect(checks?.gates.map((g) => g.name)).toContain('size');
  const bytes = Buffer.byteLength(textOf(state.rendered, '2026-05/email.html'));
  expect(checks?.weights.reduce((sum, w) => sum + w.bytes, 0)).toBe(bytes);
  expect(await checksOf(state, '2026-04')).toBe(null);
  expect(textOf(state.rendered, 'none')).toBe('');
  expect(textOf(state.rendered, '2026-05/email.eml')).toContain('Subject:');
});
