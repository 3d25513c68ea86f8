import { describe, expect, test } from 'vitest';
import { sendingSchema } from '../../src/config/sending.ts';
import { blame, noSilence, noteSilence, settlementOf, usualWaits } from '../../src/deliver/retries.ts';

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

test('what was put off waits twice as long each time, until the tries are used up', () => {
  for (const attempts of [1, 2, 3]) {
    const { state, due = 0 } = after('later', attempts);
    expect(state).toBe('queued');
    const full = 60_000 * 2 ** (attempts - 1);
    expect(due - 1000).toBeGreaterThanOrEqual(full / 2);
    expect(due - 1000).toBeLessThanOrEqual(full);
  }
  expect(after('later', 4)).toEqual({ number: 1, state: 'failed', reply });
});

test('the usual tries outlast an hour of greylisting, whatever chance says', () => {
  const { tries } = sendingSchema.parse({});
  for (let number = 0; number < 50; number += 1) {
    let now = 0;
    for (let attempts = 1; attempts < tries; attempts += 1) {
      now =
        settlementOf({ run: 'r', number, attempts }, { kind: 'later', reply }, { ...rules, tries }, now)
          .due ?? 0;
    }
    expect(now).toBeGreaterThan(3_600_000);
  }
});

test('what was not begun is no try, however often', () => {
  for (const attempts of [1, 4, 400])
    expect(after('not-tried', attempts)).toEqual({
      number: 1,
      state: 'queued',
      reply,
      due: 61_000,
      uncounted: true,
    });
});

test('a silence grows by mails begun after its wait, not by those that went together', () => {
  const first = noteSilence(noSilence, rules, 1000);
  expect(first).toEqual({ count: 1, until: 61_000 });
  expect(noteSilence(first, rules, 60_999)).toBe(first);
  expect(noteSilence(first, rules, 61_000)).toEqual({ count: 2, until: 181_000 });
  expect(noteSilence({ count: 99, until: 0 }, rules, 0).until).toBe(3_600_000);
});

test('waits are spread, at most an hour, and the same each time', () => {
  const dues = Array.from({ length: 200 }, (_, i) => after('later', 3, i).due ?? 0);
  expect(new Set(dues).size).toBeGreaterThan(190);
  expect(Math.max(...dues) - Math.min(...dues)).toBeGreaterThan(60_000);
  expect(dues).toEqual(Array.from({ length: 200 }, (_, i) => after('later', 3, i).due));
  const delivery = { run: 'r', number: 1, attempts: 400 };
  const { due = 0 } = settlementOf(delivery, { kind: 'later', reply }, { ...rules, tries: 999 }, 0);
  expect(due).toBeLessThanOrEqual(3_600_000);
});

describe('a mail at which the server hangs up', () => {
  const broken = { kind: 'not-tried', reply: 'closed', broken: true } as const;
  test('is put off for its own sake once others were begun since', () => {
    const seen = { begun: 5, broken: new Map<number, number>() };
    expect(blame(broken, 1, seen)).toBe(broken);
    expect(blame(broken, 1, seen)).toBe(broken);
    seen.begun = 6;
    expect(blame(broken, 2, seen)).toBe(broken);
    expect(blame(broken, 1, seen)).toEqual({ kind: 'later', reply: 'closed' });
    expect(blame(broken, 2, seen)).toBe(broken);
  });
  test('and nothing else is its fault', () => {
    const seen = { begun: 5, broken: new Map([[1, 0]]) };
    for (const kind of ['sent', 'refused', 'later', 'not-tried', 'unknown'] as const)
      expect(blame({ kind, reply: '' }, 1, seen)).toEqual({ kind, reply: '' });
  });
});
