import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutPages, type PagedPart } from '../../src/preview/source-pages.ts';
import type { Range } from '../../src/types.ts';

const part = (text: string, ...spans: Range[]): PagedPart => ({ text, spans: () => spans });
const show = (parts: PagedPart[], limits = { units: 10, parts: 3 }) =>
  cutPages(parts, limits).map((page) =>
    page.map((s) => `${s.part}:${parts[s.part]?.text.slice(s.start, s.end)}`),
  );

describe('pages of a file', () => {
  test('parts fill a page until one does not fit', () => {
    expect(show([part('aaaa'), part('bbbb'), part('cccc')])).toEqual([['0:aaaa', '1:bbbb'], ['2:cccc']]);
  });
  test('many small parts are too many', () => {
    expect(show([part('a'), part('b'), part('c'), part('d')])).toEqual([['0:a', '1:b', '2:c'], ['3:d']]);
  });
  test('a long part is cut after lines', () => {
    expect(show([part('1234567\n1234567\n12')])).toEqual([['0:1234567\n1234567\n'], ['0:12']]);
  });
  test('never within a sentence', () => {
    expect(show([part('1234567\n123456\n1\n23', { start: 12, end: 16 })])).toEqual([
      ['0:1234567\n123456\n1\n'],
      ['0:23'],
    ]);
  });
  test('one long line stays whole', () => expect(show([part('x'.repeat(30))])).toHaveLength(1));
  test('a file without parts has an empty page', () => expect(show([])).toEqual([[]]));
});

test('whatever the parts: all of them, in order, cut between lines and outside spans', () => {
  const parts = fc.array(
    fc.record({
      text: fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n'), maxLength: 60 }),
      spans: fc.array(fc.tuple(fc.nat(60), fc.nat(9)).map(([start, size]) => ({ start, end: start + size }))),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(parts, (list) => {
      const paged = list.map(({ text, spans }) => part(text, ...spans));
      const slices = cutPages(paged, { units: 10, parts: 3 }).flat();
      for (const [index, { text, spans }] of list.entries()) {
        const own = slices.filter((s) => s.part === index);
        expect(own.map((s) => text.slice(s.start, s.end)).join('')).toBe(text);
        for (const { end } of own.slice(0, -1)) {
          expect(text.charAt(end - 1)).toMatch(/[\r\n]/);
          expect(spans.some((s) => s.start < end && end < s.end)).toBe(false);
        }
      }
      expect(slices.map((s) => s.part)).toEqual(slices.map((s) => s.part).sort((a, b) => a - b));
    }),
    { seed: 20261122 },
  );
});
