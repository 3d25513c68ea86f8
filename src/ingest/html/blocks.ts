import { mergeTouching, trimRange } from '../../text/ranges.ts';
import type { Block, BlockKind, Range } from '../../types.ts';
import { type DomNode, domChildren } from './document.ts';
import { blockElements } from './tree.ts';

/** What the elements around a run of text make of it. */
type Context = { kind: BlockKind; depth?: number; link?: boolean };

/** A block, and how many of its characters are link text. */
export type Draft = Block & { linked: number };

/** The blocks below an element, in the order of the text; what carries no place gives none. */
export function blocksOf(root: DomNode, text: string): Draft[] {
  const blocks: Draft[] = [];
  collect(root, text, { kind: 'paragraph' }, blocks);
  return inOrder(blocks);
}

function collect(node: DomNode, text: string, context: Context, blocks: Draft[]): void {
  let run: Range[] = [];
  let linked = 0;
  let breaks = 0;
  const flush = (): void => {
    const block = blockFrom(run, text, context);
    if (block) blocks.push({ ...block, linked });
    run = [];
    linked = 0;
  };
  const visit = (child: DomNode, inLink: boolean): void => {
    if (child.nodeType === 3 || child.localName === 'br') {
      if (child.localName === 'br') breaks += 1;
      else if (child.textContent.trim() !== '') {
        // Two line breaks in a row are how a text without paragraphs parts them.
        if (breaks > 1 && context.kind === 'paragraph' && node.localName !== 'p') flush();
        breaks = 0;
      }
      if (!child.place) return;
      run.push(child.place);
      if (inLink || context.link) linked += child.textContent.trim().length;
    } else if (child.nodeType === 1 && breaksLine(child)) {
      flush();
      collect(child, text, { ...contextFor(child, context), link: inLink || context.link === true }, blocks);
    } else if (context.kind === 'heading' && isHandle(child)) return;
    else for (const below of domChildren(child)) visit(below, inLink || child.localName === 'a');
  };
  for (const child of domChildren(node)) visit(child, false);
  flush();
}

/** The sign beside a heading that links to it or opens an editor. */
function isHandle(node: DomNode): boolean {
  if (node.nodeType !== 1) return false;
  const names = node.getAttribute('class') ?? '';
  if (/(?:^|[\s_-])(?:editsection|headerlink|permalink)(?:$|[\s_-])/iu.test(names)) return true;
  return node.localName === 'a' && !/[\p{L}\p{N}]/u.test(node.textContent);
}

/** A block element, or an inline one that holds one. */
function breaksLine(node: DomNode): boolean {
  return blockElements.has(node.localName ?? '');
}

function contextFor(node: DomNode, context: Context): Context {
  const name = node.localName ?? '';
  const heading = /^h([1-6])$/u.exec(name);
  if (isCaption(node)) return { kind: 'image' };
  if (context.kind === 'image' || context.kind === 'code' || context.kind === 'table') return context;
  if (heading) return { kind: 'heading', depth: Number(heading[1]) };
  switch (name) {
    case 'li':
    case 'dt':
    case 'dd':
      return { kind: 'item' };
    case 'blockquote':
      return { kind: 'quote' };
    case 'pre':
      return { kind: 'code' };
    case 'figcaption':
      return { kind: 'image' };
    case 'table':
      return isData(node) ? { kind: 'table' } : context;
    default:
      return context;
  }
}

/** Words below a picture: a class says so, the text is short. */
function isCaption(node: DomNode): boolean {
  const names = `${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''}`.replace(
    /(\p{Ll})(\p{Lu})/gu,
    '$1-$2',
  );
  return (
    /(?:^|[\s_-])(?:caption|captions|credits?|photo-credit|image-credit|wp-caption-text)(?:$|[\s_-])/iu.test(
      names,
    ) && node.textContent.length < 600
  );
}

/** A table of figures; one that holds paragraphs or a single column only places things. */
function isData(table: DomNode): boolean {
  if (/presentation|none/u.test(table.getAttribute('role') ?? '')) return false;
  let [rows, cells] = [0, 0];
  let prose = false;
  const visit = (node: DomNode): void => {
    if (node.localName === 'tr') rows += 1;
    if (node.localName === 'td' || node.localName === 'th') {
      cells += 1;
      prose ||= node.textContent.length > 300;
    }
    domChildren(node).forEach(visit);
  };
  visit(table);
  return !prose && rows > 1 && cells >= 2 * rows;
}

function blockFrom(run: readonly Range[], text: string, { kind, depth }: Context): Block | null {
  const ranges = trimRanges(mergeTouching([...run].sort((a, b) => a.start - b.start)), text);
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return null;
  const unaligned = gapsIn(ranges, text);
  return {
    kind,
    span: { start: first.start, end: last.end },
    ranges,
    ...(depth ? { depth } : {}),
    ...(unaligned.length > 0 ? { unaligned } : {}),
  };
}

/** Where words that the page shows were left out of a run, up to the units beside them: no sentence may span that. */
function gapsIn(ranges: readonly Range[], text: string): Range[] {
  return ranges.slice(1).flatMap((range, i) => {
    const before = ranges[i]?.end ?? 0;
    const filled = text.slice(before, range.start).trim() !== '';
    return filled ? [{ start: before - 1, end: range.start + 1 }] : [];
  });
}

/** Without white space at the ends of the whole. */
function trimRanges(ranges: readonly Range[], text: string): Range[] {
  const filled = (r: Range): boolean => text.slice(r.start, r.end).trim() !== '';
  const from = ranges.findIndex(filled);
  if (from === -1) return [];
  const kept = ranges.slice(from, ranges.findLastIndex(filled) + 1);
  return kept.map((r, i) => ({
    start: i === 0 ? trimRange(text, r).start : r.start,
    end: i === kept.length - 1 ? trimRange(text, r).end : r.end,
  }));
}

/** By place; of two that cover the same text the first stays. */
function inOrder(blocks: readonly Draft[]): Draft[] {
  const sorted = [...blocks].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const out: Draft[] = [];
  for (const block of sorted) if (block.span.start >= (out.at(-1)?.span.end ?? 0)) out.push(block);
  return out;
}
