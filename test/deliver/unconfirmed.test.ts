import { expect, test } from 'vitest';
import { forgetUnconfirmed } from '../../src/deliver/unconfirmed.ts';

test('who asked so long ago that no link works any more', async () => {
  const asked: string[] = [];
  const forgetPending = async (until: string) => asked.push(until);
  const now = Date.parse('2026-06-08T12:00:00Z');
  expect(await forgetUnconfirmed({ forgetPending }, { confirmDays: 7, now })).toBe(1);
  expect(asked).toEqual(['2026-06-01T12:00:00.000Z']);
});
