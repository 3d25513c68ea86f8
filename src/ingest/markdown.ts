import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { mergeTouching } from '../text/ranges.ts';
import type { Block, BlockKind, Part, PartReading, Range, Result } from '../types.ts';
import { alignText } from './align.ts';
import { readFrontMatter } from './front-matter.ts';
import { readingOf } from './reader.ts';

/** Without the transforms, which look for further links in the finished tree and make nodes that have no place. */
const placed = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension);

/** One article in Markdown, with or without YAML front matter. */
export function readMarkdown(part: Part): Result<PartReading> {
  const { metadata, span, diagnostics } = readFrontMatter(part);
  // Front matter becomes spaces, so that offsets stay those of the part.
  const source = ' '.repeat(span.end) + part.text.slice(span.end);
  const body =
    span.end > 0 ? `${source.slice(0, Math.max(0, span.end - 1))}\n${source.slice(span.end)}` : source;
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [placed] });
  const front: Block[] = span.end > 0 ? [{ kind: 'front-matter', span, ranges: [] }] : [];
  const blocks = [...front, ...blocksOf(tree, part.text)];
  return readingOf({ part, shape: 'article', metadata, blocks }, diagnostics);
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
    case 'list':
    case 'listItem':
    case 'footnoteDefinition':
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
  const unaligned = aligned.flatMap((a) => a.unaligned);
  const ranges = mergeTouching(aligned.flatMap((a) => a.ranges));
  return { kind, span: spanOf(node), ranges, ...(unaligned.length > 0 ? { unaligned } : {}) };
}

function textOf(node: Nodes, text: string): { ranges: Range[]; unaligned: Range[] }[] {
  const { start, end } = spanOf(node);
  if (node.type === 'text') return [alignText(text, start, end, node.value)];
  if (node.type === 'inlineCode') return [alignCode(text, start, end, node.value)];
  if (node.type === 'break') return [alignBreak(text, start, end)];
  return 'children' in node ? node.children.flatMap((child) => textOf(child, text)) : [];
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
