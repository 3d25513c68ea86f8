import { splitLines } from '../../text/lines.ts';
import type { Block } from '../../types.ts';
import { readText } from '../html/page-text.ts';
import { parsePage } from '../html/tree.ts';
import { cleanLink } from './links.ts';
import { readShown, type Shown } from './page-heads.ts';

/** The text that an HTML mail shows, with its lines. `share` is how much of its source is text, from 0 to 1. */
export type ShownText = { text: string; share: number; blocks: Block[] };

/** The text of an HTML part, a line for each line that a reader sees; headings are known by tags, size and weight. */
export function readShownText(source: string): ShownText {
  const tree = parsePage(unwrapLines(source));
  const page = readText(tree);
  const units = page.sources.reduce((sum, r) => sum + r.end - r.start, 0);
  const share = source.length === 0 ? 0 : Math.min(1, units / source.length);
  return { text: page.text, share, blocks: shownBlocks(page.text, readShown(tree, page)) };
}

/** Longer lines are text, whatever their letters look like. */
const longestHeading = 160;

function shownBlocks(text: string, shown: readonly Shown[]): Block[] {
  let at = 0;
  const blocks = lineBlocks(text).map((block) => {
    const own: Shown[] = [];
    for (; at < shown.length && (shown[at]?.start ?? 0) < block.span.end; at += 1)
      own.push(shown[at] as Shown);
    // A text node may go on in the next line.
    if ((own.at(-1)?.end ?? 0) > block.span.end) at -= 1;
    return styled(block, text.slice(block.span.start, block.span.end).trim(), own);
  });
  return withLevels(
    blocks.map((block, i) => (standsAbove(blocks, i, text) ? block : plainly(block))),
    text,
  );
}

function styled(block: Block, line: string, own: readonly Shown[]): Block {
  const [first] = own;
  if (!first) return block;
  if (own.every((s) => s.hidden)) return { ...block, aside: 'hidden-text' };
  const depths = own.map((s) => s.depth);
  const link = own.every((s) => s.href === first.href) ? cleanLink(first.href) : null;
  const linked = first.href !== '' && own.every((s) => s.href !== '' && s.bold);
  const depth = depths.every((d) => d > 0) ? Math.min(...depths) : linked ? 4 : 0;
  const words = line.split(/\s+/u).length;
  const fits = line.length <= longestHeading && (words >= 2 || depth < 3) && !/[^.]\.$|[,;:]$/u.test(line);
  const bold = words >= 3 && own.every((s) => s.bold);
  if ((depth === 0 && !bold) || !fits || !/\p{L}/u.test(line)) return block;
  return { ...block, kind: 'heading', ...(depth > 0 ? { depth } : {}), ...(link ? { link } : {}) };
}

/** Large or linked words are a title only above a text; heading tags are always. */
function standsAbove(blocks: readonly Block[], at: number, text: string): boolean {
  const own = blocks[at];
  if (own?.kind !== 'heading' || (own.depth ?? 4) < 3) return true;
  for (const block of blocks.slice(at + 1, at + 12)) {
    const length = text.slice(block.span.start, block.span.end).trim().length;
    if (length >= 60) return true;
    if (length > 0 && block.kind === 'heading') return false;
  }
  return false;
}

function plainly({ depth: _, link: __, ...block }: Block): Block {
  return { ...block, kind: 'line' };
}

/**
 * The items of a mail are those of the first level that has several. What stands right above the first of them is the
 * name of the mail. Under a single heading with a text of its own they may as well be parts of one article: then only
 * links say that they are items, and else no level is told.
 */
function withLevels(blocks: readonly Block[], text: string): Block[] {
  const heads = blocks.filter((b) => b.kind === 'heading' && b.depth !== undefined && !b.aside);
  const of = (depth: number): Block[] => heads.filter((b) => b.depth === depth);
  const level = [1, 2, 3, 4].find((depth) => of(depth).length >= 2) ?? 1;
  const isName = (block: Block): boolean => {
    const next = heads[heads.indexOf(block) + 1];
    return next !== undefined && text.slice(block.span.end, next.span.start).trim() === '';
  };
  const above = heads.filter((b) => (b.depth ?? 0) < level);
  const told = above.every(isName) || of(level).filter((b) => b.link).length >= 2;
  return blocks.map((block) => {
    if (above.includes(block) && isName(block)) return { ...plainly(block), aside: 'masthead' };
    if (block.kind !== 'heading' || block.depth === undefined) return block;
    const { depth, ...head } = block;
    return told ? { ...head, depth: Math.max(level, depth) } : head;
  });
}

/** Line ends in the source of a page are white space, put there by the mailer; those that are shown come from tags. */
export function unwrapLines(source: string): string {
  return source
    .split(/(<pre\b[^>]{0,2000}>(?:[^<]|<(?!\/pre))*)/iu)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replace(/[\r\n]/gu, ' ')))
    .join('');
}

/** The lines of a text as blocks. */
export function lineBlocks(text: string): Block[] {
  return splitLines(text).map((line) => ({ kind: 'line', span: line, ranges: [line] }));
}
