import { expect, test } from 'vitest';
import { anew } from '../../src/text/anew.ts';

test('everything is made each time it is asked for', () => {
  let made = 0;
  const make = (): number => {
    made += 1;
    return made;
  };
  expect([anew('a', [], make), anew('a', [], make)]).toEqual([1, 2]);
});
