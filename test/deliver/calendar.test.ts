import { expect, test } from 'vitest';
import { duePeriods, dueTime, type Periods, periodAfter, planSteps } from '../../src/deliver/calendar.ts';
import { clockOf } from '../../src/deliver/zoned-time.ts';

// Months alone; the other periods are tried where the calendar meets them, in pipeline/scheduling.
const months: Periods = { name: 'month', keyOf: (day) => day.slice(0, 7), startOf: (key) => `${key}-01` };
const schedule = { day: 3, time: '09:30', within: 5 };

test('an issue is due on its day in the period that follows', () => {
  expect(periodAfter('2026-12', months)).toBe('2027-01');
  expect(new Date(dueTime('2026-12', schedule, months, clockOf('UTC'))).toISOString()).toBe(
    '2027-01-03T09:30:00.000Z',
  );
});

test('the last that is due, and the next', () => {
  const at = (now: string) => duePeriods(Date.parse(now), schedule, months, clockOf('UTC'));
  expect(at('2026-06-03T09:29:59Z')).toEqual({ last: '2026-04', next: '2026-05' });
  expect(at('2026-06-03T09:30:00Z')).toEqual({ last: '2026-05', next: '2026-06' });
});

test('the steps come with their reasons and commands', () => {
  const known = {
    now: Date.parse('2026-06-03T10:00:00Z'),
    since: 0,
    issues: [
      { key: '2026-04', revision: 1 },
      { key: '2026-05', revision: 2 },
    ],
    runs: [],
    told: new Set(['2026-04']),
  };
  expect(planSteps(known, schedule, months, clockOf('Europe/Berlin'))).toEqual([
    {
      act: 'ask',
      issue: '2026-04',
      why: 'it is approved and was never sent, and 2026-05 is due by now',
      hint: 'digestif send 2026-04',
    },
    { act: 'send', issue: '2026-05', why: 'it is approved, and was due at 2026-06-03 09:30', hint: null },
    { act: 'wait', issue: '2026-06', why: 'it is due at 2026-07-03 09:30', hint: null },
  ]);
});
