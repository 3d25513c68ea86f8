import { expect, test } from 'vitest';
import { crc32 } from '../../../src/ingest/zip/crc.ts';

test.each([
  ['', 0],
  ['123456789', 0xcbf43926],
  ['The tide turns at ten.', 0x1c185e27],
])('the sum of %j', (text, sum) => {
  expect(crc32(Buffer.from(text))).toBe(sum);
});
