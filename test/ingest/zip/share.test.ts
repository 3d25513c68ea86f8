import { expect, test } from 'vitest';
import { shareOf } from '../../../src/ingest/zip/share.ts';

const packed = { start: 100, end: 200 };

test('packed bytes are shared out in proportion', () => {
  expect(shareOf({ bytes: new Uint8Array(1000), packed }, { text: 0.4, unreadable: 0 })).toEqual({
    text: 40,
    unreadable: 0,
  });
  expect(shareOf({ bytes: new Uint8Array(1000), packed }, { text: 1, unreadable: 0.001 })).toEqual({
    text: 99,
    unreadable: 1,
  });
});

test('of what could not be unpacked nothing is text', () => {
  expect(shareOf({ bytes: new Uint8Array(), packed }, { text: 1, unreadable: 0 })).toEqual({
    text: 0,
    unreadable: 100,
  });
});
