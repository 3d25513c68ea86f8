import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { diagnose } from '../errors.ts';
import { findTooComplex, plainParagraphs, type TooComplex } from '../text/markdown-limits.ts';
import { lineOf, mergeTouching, subtractRanges } from '../text/ranges.ts';
import type { Block, BlockKind, Diagnostic, Part, PartReading, Range, Result } from '../types.ts';
import { alignText } from './align.ts';
import { readFrontMatter } from './front-matter.ts';
import { readingOf } from './reader.ts';
import { findShortcodes, type Shortcode } from './shortcodes.ts';

/** Without the transforms, which look for further links in the finished tree and make nodes that have no place. */
const placed = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension);

/** One article in Markdown, with or without front matter. */
export function readMarkdown(part: Part): Result<PartReading> {
  const { metadata, span, diagnostics } = readFrontMatter(part);
  // Front matter becomes spaces, so that offsets stay those of the part.
  const source = ' '.repeat(span.end) + part.text.slice(span.end);
  const body =
    span.end > 0 ? `${source.slice(0, Math.max(0, span.end - 1))}\n${source.slice(span.end)}` : source;
  const codes = findShortcodes(body);
  const hidden = hide(body, codes);
  const { blocks: found, fault } = readBody(hidden, codes.length > 0 ? hidden : part.text);
  const blocks = withoutShortcodes(found, codes);
  const front: Block[] = span.end > 0 ? [{ kind: 'front-matter', span, ranges: [] }] : [];
  const complaints = fault ? [complain(part, fault)] : [];
  return readingOf({ part, shape: 'article', metadata, blocks: [...front, ...blocks] }, [
    ...diagnostics,
    ...complaints,
  ]);
}

/** Blocks of the body; as plain paragraphs where parsing it would cost too much. */
function readBody(body: string, text: string): { blocks: Block[]; fault: TooComplex | null } {
  const fault = findTooComplex(body);
  if (fault) return { blocks: plainBlocks(body), fault };
  try {
    const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [placed] });
    return { blocks: blocksOf(tree, text), fault: null };
  } catch (error) {
    // What nests deeper than the stack in a way that no limit foresees, such as emphasis.
    if (!(error instanceof RangeError)) throw error;
    return { blocks: plainBlocks(body), fault: { offset: 0, reason: 'it is nested too deeply' } };
  }
}

function plainBlocks(body: string): Block[] {
  return plainParagraphs(body).map((span) => ({ kind: 'paragraph', span, ranges: [{ ...span }] }));
}

function complain(part: Part, { offset, reason }: TooComplex): Diagnostic {
  const hint = 'Put blank lines between paragraphs, or split the file.';
  return diagnose('too-complex', `was read as plain paragraphs: as Markdown, ${reason}`, {
    file: part.file,
    line: lineOf(part.text, offset),
    hint,
  });
}

/** A sign without meaning in Markdown stands for each unit of a shortcode, so that lines keep their form and place. */
function hide(text: string, codes: readonly Shortcode[]): string {
  const pieces = codes.map((code, i) => {
    const before = text.slice(codes[i - 1]?.end ?? 0, code.start);
    return before + text.slice(code.start, code.end).replace(/[^\r\n]/gu, (c) => '\uE000'.repeat(c.length));
  });
  return pieces.join('') + text.slice(codes.at(-1)?.end ?? 0);
}

/** Shortcodes become syntax; a unit beside one that stood for words is damaged, so that nothing there is quoted. */
function withoutShortcodes(blocks: readonly Block[], codes: readonly Shortcode[]): Block[] {
  if (codes.length === 0) return [...blocks];
  let first = 0;
  return blocks.map((block) => {
    while ((codes[first]?.end ?? Number.POSITIVE_INFINITY) <= block.span.start) first += 1;
    const after = nextFrom(codes, first, block.span.end);
    const inside = codes.slice(first, after);
    if (inside.length === 0) return block;
    const ranges = subtractRanges(block.ranges, inside);
    const beside = inside
      .filter((code) => code.inline)
      .flatMap((code) => [code.start - 1, code.end])
      .filter((at) => ranges.some((r) => r.start <= at && at < r.end))
      .map((at) => ({ start: at, end: at + 1 }));
    const kept = (block.unaligned ?? []).flatMap((u) => subtractRanges([u], inside));
    const unaligned = [...kept, ...beside];
    const { unaligned: _, ...rest } = block;
    return { ...rest, ranges, ...(unaligned.length > 0 ? { unaligned } : {}) };
  });
}

function nextFrom(codes: readonly Shortcode[], first: number, end: number): number {
  let i = first;
  while ((codes[i]?.start ?? end) < end) i += 1;
  return i;
}

type Container = { kind: BlockKind };

/** Blocks whose text is not prose: only their place counts. */
const opaque: { [type: string]: BlockKind } = {
  code: 'code',
  html: 'html',
  table: 'table',
  thematicBreak: 'rule',
  definition: 'html',
};

function blocksOf(tree: Root, text: string): Block[] {
  return tree.children.flatMap((node) => blocksIn(node, text, { kind: 'paragraph' }));
}

function blocksIn(node: Nodes, text: string, container: Container): Block[] {
  const kind = opaque[node.type];
  if (kind) return [{ kind, span: spanOf(node), ranges: [] }];
  switch (node.type) {
    case 'heading':
      return [{ ...textBlock(node, text, 'heading'), depth: node.depth }];
    case 'paragraph':
      return [paragraphBlock(node, text, container)];
    case 'blockquote':
      return node.children.flatMap((child) => blocksIn(child, text, { kind: 'quote' }));
    case 'footnoteDefinition':
      return [{ kind: 'html', span: spanOf(node), ranges: [], aside: 'footnote' }];
    case 'list':
    case 'listItem':
      return node.children.flatMap((child) => blocksIn(child, text, { kind: 'item' }));
    default:
      return [];
  }
}

function paragraphBlock(node: Nodes, text: string, container: Container): Block {
  const block = textBlock(node, text, container.kind);
  const onlyImages = 'children' in node && node.children.every((c) => isPicture(c) || isBlank(c));
  return onlyImages ? { ...block, kind: 'image', ranges: altRanges(node, text) } : block;
}

/** A picture, or a link with nothing but pictures in it. */
function isPicture(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true;
  const link = node.type === 'link' || node.type === 'linkReference';
  return link && node.children.length > 0 && node.children.every((c) => isPicture(c) || isBlank(c));
}

function isBlank(node: Nodes): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

function altRanges(node: Nodes, text: string): Range[] {
  if (node.type === 'image' || node.type === 'imageReference') {
    const { start } = spanOf(node);
    const alt = node.alt ?? '';
    return alt !== '' && text.startsWith(alt, start + 2)
      ? [{ start: start + 2, end: start + 2 + alt.length }]
      : [];
  }
  return 'children' in node ? node.children.flatMap((child) => altRanges(child, text)) : [];
}

function textBlock(node: Nodes, text: string, kind: BlockKind): Block {
  const aligned = textOf(node, text);
  const separate = aligned.flatMap((a) => a.ranges);
  const unaligned = [...aligned.flatMap((a) => a.unaligned), ...gluedAt(node, separate, text)];
  const ranges = mergeTouching(separate);
  return { kind, span: spanOf(node), ranges, ...(unaligned.length > 0 ? { unaligned } : {}) };
}

function textOf(node: Nodes, text: string): { ranges: Range[]; unaligned: Range[] }[] {
  const { start, end } = spanOf(node);
  if (node.type === 'text') return [alignText(text, start, end, node.value)];
  if (node.type === 'inlineCode') return [alignCode(text, start, end, node.value)];
  if (node.type === 'break') return [alignBreak(text, start, end)];
  if (node.type === 'delete') return node.children.flatMap((child) => textOf(child, text).map(retract));
  return 'children' in node ? node.children.flatMap((child) => textOf(child, text)) : [];
}

/** Struck words stay in the text but nobody says them any more. */
function retract({ ranges }: { ranges: Range[] }): { ranges: Range[]; unaligned: Range[] } {
  return { ranges, unaligned: ranges };
}

/** Tags that only dress the words between them. */
const dressing =
  /^<\/?(?:a|abbr|b|bdi|bdo|cite|code|data|dfn|em|font|i|kbd|mark|q|samp|small|span|strong|sub|sup|time|u|var|wbr)\b/iu;

/** Places between words that markup keeps apart: a break, a picture, a script. */
function separatorsIn(node: Nodes): { span: Range; hides: boolean }[] {
  if (node.type === 'html' && !dressing.test(node.value) && !node.value.startsWith('<!--')) {
    return [
      {
        span: spanOf(node),
        hides: /^<\/?(?:script|style|template|noscript|del|s|strike)\b/iu.test(node.value),
      },
    ];
  }
  if (node.type === 'image' || node.type === 'imageReference') return [{ span: spanOf(node), hides: false }];
  return 'children' in node ? node.children.flatMap(separatorsIn) : [];
}

/** Units beside a separator where words would run together, or stand beside something that readers do not see. */
function gluedAt(node: Nodes, ranges: readonly Range[], text: string): Range[] {
  return separatorsIn(node).flatMap(({ span, hides }) => {
    const before = ranges.find((r) => r.end === span.start);
    const after = ranges.find((r) => r.start === span.end);
    const last = before ? [{ start: before.end - 1, end: before.end }] : [];
    const first = after ? [{ start: after.start, end: after.start + 1 }] : [];
    const sides = [...last, ...first];
    const glued = sides.length === 2 && sides.every((r) => /\S/u.test(text.slice(r.start, r.end)));
    return hides || glued ? sides : [];
  });
}

function alignCode(
  text: string,
  start: number,
  end: number,
  value: string,
): { ranges: Range[]; unaligned: Range[] } {
  const at = text.slice(start, end).indexOf(value);
  if (at === -1) return { ranges: [{ start, end }], unaligned: [{ start, end }] };
  return { ranges: [{ start: start + at, end: start + at + value.length }], unaligned: [] };
}

/** A hard line break: its line feed, so that the words around it stay apart. */
function alignBreak(text: string, start: number, end: number): { ranges: Range[]; unaligned: Range[] } {
  const at = text.slice(start, end).search(/[\r\n]/u);
  return { ranges: at === -1 ? [] : [{ start: start + at, end }], unaligned: [] };
}

function spanOf(node: Nodes): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
