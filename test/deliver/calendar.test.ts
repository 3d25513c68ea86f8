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

const berlin = clockOf('Europe/Berlin');
const known = {
  now: Date.parse('2026-06-03T10:00:00Z'),
  since: 0,
  issues: [
    { key: '2026-05', revision: 1 },
    { key: '2026-06', revision: 1 },
  ],
  told: new Set<string>(),
};
const sent = (issue: string) => ({ id: `${issue}/1`, issue, finished: '2026-06-02T22:30:00.000Z' });
const wordsOf = (runs: { id: string; issue: string; finished: string | null }[], more: object = {}) =>
  planSteps({ ...known, runs, ...more }, schedule, months, berlin).map(
    ({ act, issue, why, hint }) => `${act} ${issue}: ${why}${hint === null ? '' : ` (${hint})`}`,
  );

test('what was sent by hand is known, also before it is due; the day is that of the newsletter', () => {
  expect(wordsOf([sent('2026-05')])).toEqual([
    'none 2026-05: it was sent on 2026-06-03',
    'wait 2026-06: it is due at 2026-07-03 09:30',
  ]);
  expect(wordsOf([sent('2026-05'), sent('2026-06')])).toEqual([
    'none 2026-05: it was sent on 2026-06-03',
    'none 2026-06: it was sent on 2026-06-03',
  ]);
  expect(wordsOf([{ ...sent('2026-06'), finished: null }])).toEqual([
    'none 2026-05: 2026-06 is newer, and sending it has begun already',
    'wait 2026-06: sending was begun and not finished; it is due at 2026-07-03 09:30 (digestif send 2026-06 --resume)',
  ]);
});

test('what is not approved is said once', () => {
  const issues = [{ key: '2026-05', revision: null }];
  expect(wordsOf([], { issues })[0]).toBe('wait 2026-05: it is not approved yet (digestif approve 2026-05)');
});

test('what was broken off goes on by itself, unless too much went wrong or another revision is approved', () => {
  const open = { ...sent('2026-05'), finished: null };
  const [first] = wordsOf([open]);
  expect(first).toBe('resume 2026-05: sending was begun and not finished');
  const command = '(digestif send 2026-05 --resume)';
  const [ill] = wordsOf([{ ...open, isIll: true } as typeof open]);
  expect(ill).toBe(`ask 2026-05: sending stopped because too much went wrong ${command}`);
  const [other] = wordsOf([{ ...open, id: '2026-05/9' }]);
  expect(other).toBe(`ask 2026-05: sending was begun with an earlier revision ${command}`);
});
