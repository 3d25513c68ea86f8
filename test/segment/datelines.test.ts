import { expect, test } from 'vitest';
import { dateLineStart } from '../../src/segment/datelines.ts';

test.each([
  'GENEVA, May 4 (NNA) - The bell',
  'VANHOLM, Sept. 18 (NNA) – Divers',
  'Port Lindow (AFP) — The bell',
  '(Reuters) — The bell',
  '新华社云岭5月3日电 海水',
])('%s', (t) => expect(dateLineStart(t)).toBe(true));
test.each(['The bell rang – at noon', 'BELLS rang in the town', 'A bell'])('not: %s', (t) =>
  expect(dateLineStart(t)).toBe(false),
);
