import { expect, test } from 'vitest';
import { numberOf, pages, personOf, textOrNull } from '../../../src/io/state/rows.ts';
import { collect } from './samples.ts';

test('a person is an address whatever its case', () => {
  expect(personOf('Ida@Pond.example')).toBe(personOf('ida@pond.example'));
  expect(personOf('ida@pond.example')).not.toBe(personOf('ida+post@pond.example'));
  expect(personOf('ida@pond.example')).toMatch(/^[0-9a-f]{32}$/u);
});

test('a missing value is null, a missing count 0', () => {
  expect([textOrNull({ a: null }, 'a'), textOrNull({}, 'a'), textOrNull({ a: '' }, 'a')]).toEqual([
    null,
    null,
    '',
  ]);
  expect([numberOf(null, 'n'), numberOf({ n: 3n }, 'n')]).toEqual([0, 3]);
});

test.each([0, 1, 499, 500, 501, 1000])('pages give all of %i rows once, and end', async (count) => {
  const rows = Array.from({ length: count }, (_, i) => i + 1);
  let asked = 0;
  const read = (last: number | null, size: number) => {
    asked += 1;
    return rows.slice(last ?? 0, (last ?? 0) + size);
  };
  expect(await collect(pages(read))).toEqual(rows);
  expect(asked).toBe(Math.floor(count / 500) + 1);
});
