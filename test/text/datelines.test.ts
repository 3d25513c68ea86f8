import { expect, test } from 'vitest';
import { datelineLength } from '../../src/text/datelines.ts';

test.each([
  ['GENEVA, May 4 (NNA) - The bell', 'The bell'],
  ['VANHOLM, Sept. 18 (NNA) – Divers', 'Divers'],
  ['Port Lindow (AFP) — The bell', 'The bell'],
  ['(Reuters) — The bell', 'The bell'],
  ['LORN, May 5, 2026 /PRNewswire/ -- The bell', 'The bell'],
  ['UPPER LORN, Nov. 13, 2026 (REED NEWSWIRE) -- The bell', 'The bell'],
  ['LORN, United Marshes — The bell', 'The bell'],
  ['UPPER FENWITH — For once', 'For once'],
  ['新华社云岭5月3日电 海水', '海水'],
])('%s', (t, rest) => expect(t.slice(datelineLength(t))).toBe(rest));
test.each(['The bell rang – at noon', 'BELLS rang in the town', 'A bell'])('not: %s', (t) =>
  expect(datelineLength(t)).toBe(0),
);
