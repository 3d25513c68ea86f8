import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../src/ingest/markdown.ts';
import { foldSpace, joinRanges } from '../../src/text/ranges.ts';
import type { Block } from '../../src/types.ts';
import { partOf } from './parts.ts';

const blocksOf = (text: string): Block[] => readMarkdown(partOf(text)).value.blocks;

/** Blocks as `kind: text`, with what is unaligned behind a bar. */
function shown(text: string): string[] {
  return blocksOf(text).map((block) => {
    const odd = (block.unaligned ?? []).map((u) => text.slice(u.start, u.end));
    return [`${block.kind}: ${joinRanges(text, block.ranges)}`.trim(), ...odd].join(' | ');
  });
}

describe('text has no syntax', () => {
  const cases: [what: string, text: string, blocks: string[]][] = [
    ['emphasis', 'The *ebb **took** the* ~~old~~ buoy.', ['paragraph: The ebb took the old buoy. | old']],
    ['a break between words', 'two metres<br>and flooded', ['paragraph: two metresand flooded | s | a']],
    ['a break beside a space', 'two metres <br>and flooded', ['paragraph: two metres and flooded']],
    [
      'what readers do not see',
      'The <del>ebb</del> took it.',
      ['paragraph: The ebb took it. |   | e | b |  '],
    ],
    ['escapes', '1986\\. 2 \\* 3 \\\\ 4', ['paragraph: 1986. 2 * 3 \\ 4']],
    ['an ampersand', 'Ebb &amp; flood', ['paragraph: Ebb & flood']],
    ['an escaped reference', 'Write \\&amp; here', ['paragraph: Write &amp; here']],
    ['another reference', 'a &lt; b &mdash; c', ['paragraph: a &lt; b &mdash; c | &lt; | &mdash;']],
    [
      'links',
      '[The *pier*](/p "t") and [it][1] and <https://a.example>\n\n[1]: /x',
      ['paragraph: The pier and it and https://a.example', 'html:'],
    ],
    [
      'bare addresses',
      'See www.tide.example/a_b_c, or write to ilse@tide.example.',
      ['paragraph: See www.tide.example/a_b_c, or write to ilse@tide.example.'],
    ],
    [
      'an address only after decoding',
      'Write to ilse&#64;tide.example for more.',
      ['paragraph: Write to ilse&#64;tide.example for more. | &#64;'],
    ],
    ['a picture among words', 'Before ![the pier](p.jpg) after', ['paragraph: Before after']],
    ['a picture alone', '![The pier at *dawn*](p.jpg "t")', ['image:']],
    ['a picture with plain words', '![The pier at dawn](p.jpg)', ['image: The pier at dawn']],
    ['a linked picture', '[![The pier](p.jpg)](/p)', ['image: The pier']],
    ['a picture by reference', '![The pier][p]\n\n[p]: p.jpg', ['image: The pier', 'html:']],
    ['a lazy quotation', '> The ebb\ntook it.\n> Gone.', ['quote: The ebb took it. Gone.']],
    ['nested quotations', '> a\n> > b\n> > c', ['quote: a', 'quote: b c']],
    ['an escaped sign after a quotation mark', '> a\n> \\> b', ['quote: a > b']],
    ['hard breaks', 'The ebb  \ntook\\\nit', ['paragraph: The ebb took it']],
    ['lists', '- a\n  b\n- c\n\n  d\n  1. e', ['item: a b', 'item: c', 'item: d', 'item: e']],
    ['tasks', '- [x] caulk the hull', ['item: caulk the hull']],
    ['footnotes', 'Ebb[^1] and flood\n\n[^1]: As *told*.', ['paragraph: Ebb and flood', 'html:']],
    ['inline code', 'Type `a*b*` and `` ` ``', ['paragraph: Type a*b* and `']],
    ['code over two lines', 'Type `a\nb` now', ['paragraph: Type a b now']],
    ['code over two quoted lines', '> Type `a\n> b` now', ['quote: Type `a > b` now | `a\n> b`']],
    ['headings', '# The ebb #\n\nThe *flood*\n---', ['heading: The ebb', 'heading: The flood']],
    [
      'tables, code, HTML, rules',
      '| a | b |\n|---|---|\n| c | d |\n\n    code\n\n<div>\nx\n</div>\n\n***',
      ['table:', 'code:', 'html:', 'rule:'],
    ],
    ['inline HTML', 'The <b>ebb</b><!-- no --> took it', ['paragraph: The ebb took it']],
    ['tabs', '-\tthe ebb\n\n\ttook\tit', ['item: the ebb', 'item: took it']],
    ['CRLF', 'The *ebb*\r\ntook\r\n\r\nit', ['paragraph: The ebb took', 'paragraph: it']],
    ['front matter', '---\ntitle: x\n---\nThe *ebb*', ['front-matter:', 'paragraph: The ebb']],
    [
      'front matter with CRLF',
      '---\r\ntitle: x\r\n---\r\nThe *ebb*',
      ['front-matter:', 'paragraph: The ebb'],
    ],
    ['front matter that ends the file', '---\ntitle: x\n---', ['front-matter:']],
    ['a character that Markdown forbids', 'a \u0000 b', ['paragraph: a b | a \u0000 b']],
    ['a shortcode alone', '{{< figure src="*a*" >}}\n\nThe *ebb*', ['paragraph:', 'paragraph: The ebb']],
    ['a shortcode around', '{{% note %}}The *ebb*{{% /note %}} took', ['paragraph: The ebb took']],
    ['a shortcode for words', 'Tea is {{< price >}} a cup', ['paragraph: Tea is a cup |   |  ']],
    ['a caption', '[caption id="a"]<b>x</b> pier[/caption]\n\nebb', ['paragraph:', 'paragraph: ebb']],
    ['TOML front matter', '+++\ntitle = "x"\n+++\nThe *ebb*', ['front-matter:', 'paragraph: The ebb']],
    ['nothing', '', []],
  ];
  test.each(cases)('%s', (_, text, blocks) => expect(shown(text)).toEqual(blocks));
});

test('headings have a depth, spans have the syntax', () => {
  const text = 'Ebb\n\n### The *flood* ###\n';
  const block = blocksOf(text).at(1);
  expect(block?.depth).toBe(3);
  expect(text.slice(block?.span.start, block?.span.end)).toBe('### The *flood* ###');
});

test('the reading is one article with its metadata and the complaints about them', () => {
  const { value, diagnostics } = readMarkdown(partOf('---\ntitle: [x\n---\nThe ebb took it.'));
  expect(value).toMatchObject({ shape: 'article', metadata: {} });
  expect(diagnostics).toMatchObject([{ code: 'broken-front-matter', line: 2 }]);
  expect(shown('---\ntitle: [x\n---\nThe ebb took it.')).toEqual([
    'front-matter:',
    'paragraph: The ebb took it.',
  ]);
});

const fragments = [
  'ebb',
  'the',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '*',
  '**',
  '_',
  '`',
  '``',
  '> ',
  '- ',
  '1. ',
  '#',
  '# ',
  '\\',
  '\\*',
  '\\&',
  '&amp;',
  '&lt;',
  '&#64;',
  '&#0;',
  '&',
  ';',
  '[',
  ']',
  '](/p)',
  '![',
  '[^1]',
  '[^1]: ',
  '<b>',
  '<div>',
  '</div>',
  '|',
  '|-|-|',
  '~~',
  '---',
  '---\n',
  'title: x',
  'www.tide.example',
  '{{< x >}}',
  '{% y %}',
  '[z a="b"]',
  '[/z]',
  'https://tide.example/a',
  'i@tide.example',
  '    ',
  '\u0000',
  '🌊',
  'é',
  '\u2028',
];
const markdownish = fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((list) => list.join(''));

test('every range of any Markdown lies in its block, in order, and its block in the part', () => {
  fc.assert(
    fc.property(markdownish, (text) => {
      let last = 0;
      for (const { span, ranges, unaligned = [] } of blocksOf(text)) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
        last = span.end;
        let at = span.start;
        for (const range of ranges) {
          expect(range.start).toBeGreaterThanOrEqual(at);
          expect(range.end).toBeGreaterThan(range.start);
          at = range.end;
        }
        expect(at).toBeLessThanOrEqual(span.end);
        for (const u of unaligned)
          expect(ranges.some((r) => r.start <= u.start && u.end <= r.end)).toBe(true);
      }
    }),
    { seed: 20260514, numRuns: 3000 },
  );
});

const reference = /^&(?:amp|lt|#64|#0);$/u;
const decoded = new Map([
  ['&lt;', '<'],
  ['&#64;', '@'],
  ['&#0;', '\uFFFD'],
]);

test('the text of any Markdown is what Markdown says it is', () => {
  fc.assert(
    fc.property(markdownish, (text) => {
      fc.pre(!text.startsWith('---') && !text.includes('\u0000') && !/\{[{%]|\[\/?z/u.test(text));
      const blocks = blocksOf(text).filter((b) => ['paragraph', 'heading', 'item', 'quote'].includes(b.kind));
      const tree = fromMarkdown(text, {
        extensions: [gfm()],
        mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
      });
      const expected = textsOf(tree);
      for (const block of blocks) {
        const odd = block.unaligned ?? [];
        if (odd.some((u) => !reference.test(text.slice(u.start, u.end)))) continue;
        expect(expected).toContain(foldSpace(readBlock(text, block)));
      }
    }),
    { seed: 20260514, numRuns: 3000 },
  );
});

function readBlock(text: string, { ranges, unaligned = [] }: Block): string {
  let read = '';
  for (const { start, end } of ranges) {
    for (let at = start; at < end; ) {
      const odd = unaligned.find((u) => u.start === at);
      read += odd ? (decoded.get(text.slice(odd.start, odd.end)) ?? '') : text.charAt(at);
      at = odd?.end ?? at + 1;
    }
  }
  return read;
}

function textsOf(node: Nodes): string[] {
  if (node.type === 'paragraph' || node.type === 'heading') return [foldSpace(wordsOf(node))];
  return 'children' in node ? node.children.flatMap(textsOf) : [];
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

describe('Markdown that would cost minutes is read as plain paragraphs', () => {
  const line = 'A line of an article that goes on and on without a blank line after it.\n';
  const hostile: [what: string, body: string][] = [
    ['a paragraph of ten megabytes', line.repeat(140_000)],
    ['references', '[a][b]'.repeat(20_000)],
    ['underlined headings', '---\nline\n'.repeat(20_000)],
    ['emphasis', '_a_ '.repeat(50_000)],
    [
      'a list of a thousand levels',
      Array.from({ length: 1000 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
    ],
    ['two thousand quotations', `${'>'.repeat(2000)} a`],
  ];
  test.each(hostile)('%s', (_, body) => {
    const text = `---\ntitle: Ebb\n---\n\nThe ebb.\n\n${body}`;
    const { value, diagnostics } = readMarkdown(partOf(text));
    expect(value.metadata['title']?.value).toBe('Ebb');
    expect(value.blocks.slice(0, 2).map((b) => b.kind)).toEqual(['front-matter', 'paragraph']);
    expect(diagnostics).toMatchObject([{ code: 'too-complex', severity: 'warning', file: 'ebb.md' }]);
    expect(diagnostics[0]?.line).toBeGreaterThan(0);
    expect(diagnostics[0]?.hint).toBeDefined();
    // Nothing is lost: every sign of the body is in a paragraph.
    const read = value.blocks.map((b) => joinRanges(text, b.ranges)).join(' ');
    expect(foldSpace(read) === foldSpace(text.slice(text.indexOf('The ebb')))).toBe(true);
  });

  test('the line is that of the paragraph', () => {
    const { diagnostics } = readMarkdown(partOf(`---\ntitle: Ebb\n---\n\nThe ebb.\n\n${'>'.repeat(200)} a`));
    expect(diagnostics).toMatchObject([{ code: 'too-complex', line: 7 }]);
  });
});
