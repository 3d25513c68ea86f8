import { expect, test } from 'vitest';
import { clockOf } from '../../src/deliver/zoned-time.ts';

test.each([
  ['2026-06-01', '07:00', 'UTC', '2026-06-01T07:00:00.000Z'],
  ['2026-06-01', '07:00', 'Europe/Berlin', '2026-06-01T05:00:00.000Z'],
  ['2026-12-01', '07:00', 'Europe/Berlin', '2026-12-01T06:00:00.000Z'],
  ['2026-06-01', '00:00', 'America/Los_Angeles', '2026-06-01T07:00:00.000Z'],
  ['2026-06-01', '23:59', 'Pacific/Kiritimati', '2026-06-01T09:59:00.000Z'],
  ['2026-06-01', '07:00', 'Asia/Kathmandu', '2026-06-01T01:15:00.000Z'],
  // The day on which clocks leap over 02:00 to 03:00, before, within and after.
  ['2026-03-29', '01:30', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
  ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-03-29', '03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  // And on which they show 02:00 to 03:00 twice.
  ['2026-10-25', '01:30', 'Europe/Berlin', '2026-10-24T23:30:00.000Z'],
  ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25', '03:30', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
  // Half an hour, and a leap at midnight.
  ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
  ['2026-09-06', '00:00', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  // A day that was left out.
  ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
])('%s %s in %s is %s', (date, time, zone, instant) => {
  expect(new Date(clockOf(zone).instantOf(date, time)).toISOString()).toBe(instant);
});

test('an instant has the date and time of its place', () => {
  const instant = Date.parse('2026-05-31T22:30:00Z');
  expect([
    clockOf('UTC').dateAt(instant),
    clockOf('Europe/Berlin').dateAt(instant),
    clockOf('America/Denver').dateAt(instant),
  ]).toEqual(['2026-05-31', '2026-06-01', '2026-05-31']);
  expect(clockOf('Europe/Berlin').timeAt(instant)).toBe('2026-06-01 00:30');
  expect(clockOf('UTC').timeAt(Date.parse('0099-01-01T00:00:00Z'))).toMatch(/00:00$/u);
});

test('every quarter of an hour of a year leads back to itself, but for those that come twice', () => {
  const clock = clockOf('Europe/Berlin');
  const wrong: number[] = [];
  for (let at = Date.parse('2026-01-01T00:00:00Z'); at < Date.parse('2027-01-01T00:00:00Z'); at += 900_000) {
    const [date = '', time = ''] = clock.timeAt(at).split(' ');
    if (clock.instantOf(date, time) !== at) wrong.push(at - clock.instantOf(date, time));
  }
  expect(wrong).toEqual([3_600_000, 3_600_000, 3_600_000, 3_600_000]);
});
