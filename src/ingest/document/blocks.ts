import { trimRange } from '../../text/ranges.ts';
import type { Block, BlockKind, Range } from '../../types.ts';
import { kindsOf } from './kinds.ts';
import type { Styles } from './styles.ts';
import type { Paragraph } from './walk.ts';

/** A paragraph with its place in the text of the document. */
export type Placed = Range & { paragraph: Paragraph; unquotable: Range[] };

/** The text of a document: its paragraphs, a line each. */
export type DocumentText = { text: string; placed: Placed[] };

/** Puts the paragraphs one below the other; one whose end was deleted runs into the next. */
export function placeParagraphs(paragraphs: readonly Paragraph[]): DocumentText {
  const pieces: string[] = [];
  const placed: Placed[] = [];
  let at = 0;
  let joins = true;
  for (const paragraph of paragraphs) {
    if (!joins) {
      pieces.push('\n');
      at += 1;
    }
    const last = placed.at(-1);
    const end = at + paragraph.text.length;
    const unquotable = paragraph.unquotable.map((r) => ({ start: r.start + at, end: r.end + at }));
    pieces.push(paragraph.text);
    if (joins && last) {
      // Word gives the whole the properties of what comes last.
      Object.assign(last, { end, paragraph });
      last.unquotable.push(...unquotable);
    } else placed.push({ start: at, end, paragraph, unquotable });
    at = end;
    joins = paragraph.joins;
  }
  return { text: pieces.join(''), placed };
}

/** The blocks of a document, and the words that it marks as its author and date. */
export type DocumentBlocks = {
  blocks: Block[];
  stated: { authors: Range[]; date: Range | null };
  titled: boolean;
  /** Whether it marks any words as an author's. */
  signed: boolean;
};

export function blocksOf({ text, placed }: DocumentText, styles: Styles, title: string): DocumentBlocks {
  const filled = placed.filter((p) => text.slice(p.start, p.end).trim() !== '');
  const { kinds, titled } = kindsOf(filled, text, styles, title);
  const blocks: Block[] = [];
  const stated: DocumentBlocks['stated'] = { authors: [], date: null };
  // Of several articles each has its own author: they are read like those of a text without styles.
  const several = kinds.filter((k) => k.kind === 'heading' && k.depth === 1).length > 1;
  for (const [i, place] of filled.entries()) {
    const kind = kinds[i];
    if (!kind) continue;
    const range = trimRange(text, place);
    if (kind.role === 'author' && !several) stated.authors.push(range);
    else if (kind.role === 'date' && !several && !stated.date) stated.date = range;
    else blocks.push(blockFrom(place, range, kind));
  }
  return { blocks, stated, titled, signed: kinds.some((k) => k.role === 'author') };
}

/** What a paragraph is. `aside`: the rule by which it stands beside the article. */
export type Kind = { kind: BlockKind; depth?: number; aside?: string; role?: 'author' | 'date' };

function blockFrom({ unquotable }: Placed, range: Range, { kind, depth, aside }: Kind): Block {
  const inside = unquotable.filter((u) => u.start < range.end && range.start < u.end);
  return {
    kind,
    span: range,
    ranges: [{ ...range }],
    ...(depth ? { depth: Math.min(depth, 6) } : {}),
    ...(aside ? { aside } : {}),
    ...(inside.length > 0 ? { unaligned: inside } : {}),
  };
}
