import { expect, test } from 'vitest';
import { parseSeal } from '../../src/pipeline/seals.ts';

test('a seal that cannot be read counts as absent', () => {
  const { value, diagnostics } = parseSeal({ file: 'a.seal.json', issue: '2026-05', text: '{' });
  expect([value, diagnostics[0]?.code]).toEqual([null, 'bad-seal']);
});
