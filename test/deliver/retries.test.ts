import { expect, test } from 'vitest';
import { settlementOf, usualWaits } from '../../src/deliver/retries.ts';

const rules = { tries: 4, ...usualWaits };
const reply = 'no such reader';

function after(kind: Parameters<typeof settlementOf>[1]['kind'], attempts = 1, number = 1) {
  return settlementOf({ run: '2026-05/1', number, attempts }, { kind, reply }, rules, 1000);
}

test('what was sent, refused or is unknown is not tried again', () => {
  expect(after('sent')).toEqual({ number: 1, state: 'sent', reply });
  expect(after('unknown')).toEqual({ number: 1, state: 'unknown', reply });
  expect(after('refused')).toEqual({ number: 1, state: 'failed', reply });
});

test.each(['later', 'not-tried'] as const)(
  '%s waits twice as long each time, until the tries are used up',
  (kind) => {
    for (const attempts of [1, 2, 3]) {
      const { state, due = 0 } = after(kind, attempts);
      expect(state).toBe('queued');
      const full = 60_000 * 2 ** (attempts - 1);
      expect(due - 1000).toBeGreaterThanOrEqual(full / 2);
      expect(due - 1000).toBeLessThanOrEqual(full);
    }
    expect(after(kind, 4)).toEqual({ number: 1, state: 'failed', reply });
  },
);

test('waits are spread, at most an hour, and the same each time', () => {
  const dues = Array.from({ length: 200 }, (_, i) => after('later', 3, i).due ?? 0);
  expect(new Set(dues).size).toBeGreaterThan(190);
  expect(Math.max(...dues) - Math.min(...dues)).toBeGreaterThan(60_000);
  expect(dues).toEqual(Array.from({ length: 200 }, (_, i) => after('later', 3, i).due));
  const delivery = { run: 'r', number: 1, attempts: 400 };
  const { due = 0 } = settlementOf(delivery, { kind: 'later', reply }, { ...rules, tries: 999 }, 0);
  expect(due).toBeLessThanOrEqual(3_600_000);
});
