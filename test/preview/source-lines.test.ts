import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceLines } from '../../src/preview/source-lines.ts';
import { splitLines } from '../../src/text/lines.ts';
import type { ClassedRange, Range, RangeClass } from '../../src/types.ts';

const lines = (text: string) => splitLines(text).map((range, i) => ({ ...range, number: i + 1 }));

/** Classes from pieces of text, each with its class and rule. */
function classed(...pieces: [text: string, name: RangeClass, rule: string][]) {
  let at = 0;
  const classes = pieces.map(([text, name, rule]): ClassedRange => {
    const start = at;
    at += text.length;
    return { start, end: at, class: name, rule };
  });
  return { text: pieces.map(([text]) => text).join(''), classes };
}

/** Segments as one string: the class's first letter, the text, what it lies in. */
const show = (out: ReturnType<typeof sourceLines>) =>
  out.map((line) =>
    line.segments.map(
      (s) =>
        `${s.blank ? '_' : s.class.charAt(0)}:${s.text}${s.inside.length > 0 ? `(${s.inside})` : ''}${s.gap ? `!${s.gap}` : ''}`,
    ),
  );

describe('lines of a source', () => {
  const { text, classes } = classed(
    ['A ferry\n', 'title', 'title'],
    ['Share  Print\n', 'boilerplate', 'share-bar'],
    ['She came on Mon', 'body', 'text'],
    ['-\n', 'boilerplate', 'hyphen-break'],
    ['day. She left.\n', 'body', 'text'],
  );
  const sentence = {
    ranges: [
      { start: 21, end: 36 },
      { start: 38, end: 42 },
    ],
  };

  test('colour hugs the words: white space at the ends of a piece stands apart', () => {
    expect(show(sourceLines(text, lines(text), classes, []))).toEqual([
      ['t:A ferry', '_:\n'],
      ['b:Share  Print', '_:\n'],
      ['b:She came on Mon', 'b:-', '_:\n'],
      ['b:day. She left.', '_:\n'],
    ]);
  });

  test('what a sentence was joined without lies in it and is left out', () => {
    expect(show(sourceLines(text, lines(text), classes, [sentence])).slice(2)).toEqual([
      ['b:She came on Mon(0)', 'b:-(0)!left-out', '_:\n(0)!left-out'],
      ['b:day.(0)', 'b: ', 'b:She left.', '_:\n'],
    ]);
  });

  test('a rule is named once, on the line where its words begin', () => {
    const long = classed(
      ['\n', 'body', 'text'],
      ['\nAccept all\nManage\n', 'boilerplate', 'cookie-notice'],
      ['Text', 'body', 'text'],
    );
    const out = sourceLines(long.text, lines(long.text), long.classes, []);
    expect(out.map((line) => line.begun.map((t) => t.rule))).toEqual([
      [],
      [],
      ['cookie-notice'],
      [],
      ['text'],
    ]);
    expect(out.map((line) => line.main)).toEqual([null, null, 'boilerplate', 'boilerplate', 'body']);
  });

  test('a line is what most of its words are', () => {
    const { text, classes } = classed(['*', 'boilerplate', 'markdown-syntax'], ['She left', 'body', 'text']);
    expect(sourceLines(text, lines(text), classes, [])[0]?.main).toBe('body');
  });

  test('words of another article inside a sentence are not struck', () => {
    const lifted = classed(
      ['One ', 'body', 'text'],
      ['A title ', 'title', 'title'],
      ['two.', 'body', 'text'],
    );
    const ranges = [
      { start: 0, end: 4 },
      { start: 12, end: 16 },
    ];
    expect(show(sourceLines(lifted.text, lines(lifted.text), lifted.classes, [{ ranges }]))).toEqual([
      ['b:One(0)', '_: (0)', 't:A title(0)!elsewhere', '_: (0)!elsewhere', 'b:two.(0)'],
    ]);
  });

  test('a sentence that stands in the gap of another is no part of it', () => {
    const { text, classes } = classed(['Begin Other. end.', 'body', 'text']);
    const torn = {
      ranges: [
        { start: 0, end: 6 },
        { start: 13, end: 17 },
      ],
    };
    const other = { ranges: [{ start: 6, end: 12 }] };
    expect(show(sourceLines(text, lines(text), classes, [torn, other]))).toEqual([
      ['b:Begin(0)', 'b: (0)', 'b:Other.(1)', 'b: ', 'b:end.(0)'],
    ]);
  });

  test('sentences quoted as one hold the single ones', () => {
    const { text, classes } = classed(['A b. C d.', 'body', 'text']);
    const marked = [
      { ranges: [{ start: 0, end: 4 }] },
      { ranges: [{ start: 5, end: 9 }] },
      { ranges: [{ start: 0, end: 9 }] },
    ];
    expect(show(sourceLines(text, lines(text), classes, marked))).toEqual([
      ['b:A b.(2,0)', 'b: (2)', 'b:C d.(2,1)'],
    ]);
  });

  test('some lines of a text keep their numbers', () => {
    const out = sourceLines(text, lines(text).slice(2), classes, [sentence]);
    expect(out.map((line) => line.number)).toEqual([3, 4]);
    expect(out.flatMap((line) => line.segments.map((s) => s.text)).join('')).toBe(text.slice(21));
  });

  test('an empty part has no lines', () => expect(sourceLines('', [], [], [])).toEqual([]));
});

const names: RangeClass[] = ['title', 'metadata', 'body', 'boilerplate', 'duplicate', 'unreadable'];
const words = fc.string({
  unit: fc.constantFrom('a', 'Z', ' ', '\n', '\r\n', '\r', '-', '\u202E', 'ש', '漢', '😀', '\0', '\uD800'),
  maxLength: 80,
});
const places = fc.array(fc.nat(90), { maxLength: 8 });

test('any text, classes and sentences: every unit once, in its class and in its sentences', () => {
  fc.assert(
    fc.property(words, places, fc.array(places, { maxLength: 5 }), fc.nat(5), (text, cuts, marks, from) => {
      const classes = rangesFrom([0, ...cuts, text.length], text.length).map(
        (range, i): ClassedRange => ({ ...range, class: names[i % names.length] ?? 'body', rule: `r${i}` }),
      );
      const marked = marks
        .map((at) => ({ ranges: rangesFrom(at, text.length).filter((_, i) => i % 2 === 0) }))
        .filter(({ ranges }) => ranges.length > 0);
      const wanted = lines(text).slice(from);
      const out = sourceLines(text, wanted, classes, marked);
      expect(out.map((line) => line.segments.map((s) => s.text).join(''))).toEqual(
        wanted.map((line) => text.slice(line.start, line.end)),
      );
      for (const segment of out.flatMap((line) => line.segments)) {
        expect(segment.text).toBe(text.slice(segment.start, segment.end));
        const owner = classes.find((c) => c.start <= segment.start && segment.end <= c.end);
        expect(segment.class).toBe(owner?.class);
        for (const [index, { ranges }] of marked.entries()) {
          const holds = ranges.some((r) => r.start <= segment.start && segment.end <= r.end);
          if (holds) expect(segment.inside).toContain(index);
          else if (segment.inside.includes(index)) expect(segment.gap).not.toBe(null);
        }
      }
    }),
    { seed: 20261122, numRuns: 2000 },
  );
});

/** Ranges between the places, which are put in order; none is empty. */
function rangesFrom(places: readonly number[], limit: number): Range[] {
  const sorted = [...new Set(places.map((at) => Math.min(at, limit)))].sort((a, b) => a - b);
  return sorted.slice(1).map((end, i) => ({ start: sorted[i] ?? 0, end }));
}
