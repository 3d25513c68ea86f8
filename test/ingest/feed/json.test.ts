import { expect, test } from 'vitest';
import { isObject, words } from '../../../src/ingest/feed/json.ts';

test.each([
  [{}, true],
  [[], false],
  [null, false],
  ['ebb', false],
])('%j is an object: %s', (value, is) => expect(isObject(value)).toBe(is));

test.each([
  ['ebb', 'ebb'],
  [7, '7'],
  [null, ''],
  [['ebb'], ''],
])('%j has the words %j', (value, said) => expect(words(value)).toBe(said));
