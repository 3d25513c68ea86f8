import { describe, expect, test } from 'vitest';
import { type LinesAround, renderLines } from '../../src/preview/source-html.ts';
import type { NamedSentence } from '../../src/preview/source-index.ts';
import { sourceLines } from '../../src/preview/source-lines.ts';
import { splitLines } from '../../src/text/lines.ts';
import { escapeHtml } from '../../src/text/markup.ts';
import type { ClassedRange, RangeClass } from '../../src/types.ts';

/** Renders pieces of text, each with its class; sentences by their ranges, the chosen ones by their numbers. */
function render(
  pieces: [text: string, name: RangeClass, rule: string][],
  sentences: [start: number, end: number][][] = [],
  chosen: number[] = [],
  around: Partial<LinesAround> = {},
): string {
  let at = 0;
  const classes = pieces.map(([text, name, rule]): ClassedRange => {
    at += text.length;
    return { start: at - text.length, end: at, class: name, rule };
  });
  const text = pieces.map(([piece]) => piece).join('');
  const named = sentences.map(
    (ranges, i): NamedSentence => ({
      id: `s${i}`,
      ranges: ranges.map(([start, end]) => ({ start, end })),
      chosen: chosen.includes(i) ? [{} as NamedSentence['chosen'][number]] : [],
    }),
  );
  const lines = splitLines(text).map((line, i) => ({ ...line, number: i + 1 }));
  return renderLines(sourceLines(text, lines, classes, named), {
    sentences: named,
    prefix: '',
    noteOf: (sentence) => (sentence.chosen.length > 0 ? named.indexOf(sentence) + 1 : null),
    anchors: [],
    remarks: [],
    tell: ({ rule }) => escapeHtml(rule),
    ...around,
  });
}

/** The text without what stands in the margins and without markup. */
const textOf = (markup: string) =>
  markup
    .replace(/<span class="gutter".*? <\/span>/gu, '')
    .replace(/<span class="rules">.*? <\/span>/gu, '')
    .replace(/<[^>]*>/gu, '');

describe('lines as markup', () => {
  test('number, letter and rule stand before the words of a line', () => {
    expect(render([['Share  Print\n', 'boilerplate', 'share-bar']])).toBe(
      '<div class="flow"><span class="gutter" id="l1"><span class="n">1</span> <abbr title="boilerplate">B</abbr> </span><span class="rules"> share-bar </span><span class="is-boilerplate">Share  Print</span>\n</div>',
    );
  });

  test('text is text, whatever it says', () => {
    const markup = render([['</div><script>alert("1")</script> & {{x}}', 'body', 'text']]);
    expect(textOf(markup)).toBe('&lt;/div&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; {{x}}');
    expect(markup).not.toContain('<script');
  });

  test('a sentence is one element over lines; what was left out of a chosen one is a deletion', () => {
    const markup = render(
      [
        ['She came on Mon', 'body', 'text'],
        ['-\n', 'boilerplate', 'hyphen-break'],
        ['day. So.', 'body', 'text'],
      ],
      [
        [
          [0, 15],
          [17, 21],
        ],
      ],
      [0],
    );
    expect(markup).toContain(
      '<mark class="s k1" id="s0"><span class="in">She came on Mon</span><del class="cut is-boilerplate">-</del>\n',
    );
    expect(markup).toContain('<span class="in">day.</span></mark> So.');
    expect(markup.match(/<mark/gu)).toHaveLength(1);
  });

  test('what another sentence was joined without is no deletion for readers', () => {
    const markup = render(
      [
        ['She came ', 'body', 'text'],
        ['*', 'boilerplate', 'markdown-syntax'],
        ['early.', 'body', 'text'],
      ],
      [
        [
          [0, 9],
          [10, 16],
        ],
      ],
    );
    expect(markup).toContain('<span class="s" id="s0">She came');
    expect(markup).toContain('<span class="cut is-boilerplate">*</span>');
    expect(markup).not.toContain('<del');
    // The syntax of a format is not told beside every line of text.
    expect(markup).not.toContain('class="rules"');
  });

  test('sentences that cross are well formed, and each id stands once', () => {
    const markup = render([['One two three.', 'body', 'text']], [[[0, 8]], [[4, 14]]], [0, 1]);
    expect(markup.match(/id="s1"/gu)).toHaveLength(1);
    const open: string[] = [];
    for (const [, end, name = ''] of markup.matchAll(/<(\/?)(\w+)[^>]*>/gu)) {
      if (end === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
    expect(textOf(markup)).toBe('One two three.');
  });

  test('signs that nobody sees are boxes; line ends are line feeds', () => {
    const markup = render([['a\u202Eb\r\nc\rd\0\n', 'body', 'text']]);
    expect(markup).toContain('a<span class="sign" title="U+202E, right-to-left override">202E</span>b\n');
    expect(markup).toContain('c<span class="sign" title="U+000D, carriage return">000D</span>\n');
    expect(markup).toContain('d<span class="sign" title="U+0000, null">0000</span>\n');
    expect(markup).not.toMatch(/[\u202E\r\0]/u);
  });

  test('places and remarks stand at their lines', () => {
    const markup = render([['One\nTwo\nThree', 'body', 'text']], [], [], {
      prefix: 'p2-',
      anchors: [{ at: 4, id: 'p2-a1' }],
      // Two articles that take it from the same words.
      remarks: [9, 9].map((at) => ({ at, markup: 'date: 2026-05-14' })),
    });
    expect(markup).toContain('\n<span class="place" id="p2-a1"></span><span class="gutter" id="p2-l2">');
    expect(markup).toMatch(/id="p2-l3">.*<span class="rules"> date: 2026-05-14 <\/span>Three/u);
  });

  test('many lines are blocks, none of which ends within a sentence', () => {
    const lines = Array.from({ length: 200 }, (_, i) => `Line ${i}\n`).join('');
    expect(render([[lines, 'body', 'text']]).match(/<div class="flow">/gu)).toHaveLength(4);
    const long = render([[lines, 'body', 'text']], [[[100, 1500]]]);
    expect(long.match(/<div class="flow">/gu)).toHaveLength(2);
    expect(textOf(long)).toBe(lines);
  });
});
