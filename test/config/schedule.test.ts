import { expect, test } from 'vitest';
import { scheduleSchema } from '../../src/config/schedule.ts';

test('without the block there is no schedule; an empty one is the first of the month at seven', () => {
  expect(scheduleSchema.parse(undefined)).toBeUndefined();
  expect(scheduleSchema.parse({})).toEqual({ day: 1, time: '07:00', within: 7 });
});

const wrong: { [key: string]: unknown }[] = [
  { day: 0 },
  { day: 32 },
  { time: '24:00' },
  { time: '7:00' },
  { time: '07:00:00' },
  { notify: 'ed' },
  { within: 0 },
  { approve: false },
];
test.each(wrong)('%j is refused', (block) => expect(scheduleSchema.safeParse(block).success).toBe(false));
