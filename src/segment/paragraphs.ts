import { mergeTouching, rawText, sliceRanges } from '../text/ranges.ts';
import type { Paragraph, ParagraphKind, Range } from '../types.ts';
import { type Damage, findDamage, findLooseEnds } from './damage.ts';
import { type Draft, isText } from './drafts.ts';
import { longestLine } from './lines.ts';
import { type Deletion, findDeletions } from './repair.ts';
import { findGarbles, type Garble } from './repeats.ts';
import type { Labelled } from './rules/rule.ts';
import { endsOpen, endsSentence, endsWithHyphen, hasCjk, startsLower } from './shapes.ts';
import type { Vocabulary } from './words.ts';

/** A paragraph before its characters are looked at. */
export type Block = {
  kind: ParagraphKind;
  pieces: Range[];
  /** First line, and last: what a join has to look at. */
  lines: Labelled[];
  damage: (Range & { rule: string })[];
};

export type Blocks = { blocks: Block[]; cuts: Deletion[] };

/** The paragraphs of a draft: lines of one sentence joined, subheads between them. */
export function buildBlocks(text: string, draft: Draft): Blocks {
  const lines = draft.body.filter((l) => isText(l) || draft.subheads.has(l) || draft.items.has(l));
  const garbles = findGarbles(text, lines.filter(isText));
  const broken = new Set([...garbles.values()].map((g) => g.from));
  const blocks: Block[] = draft.standfirst.map((l) => blockOf(l, 'standfirst'));
  const cuts: Deletion[] = [];
  const byLine = new Map<Labelled, Block>();
  for (const line of lines) {
    const garble = garbles.get(line);
    const from = garble?.from && byLine.get(garble.from);
    if (garble && from) cuts.push(mendGarble(from, garble));
    const target = from ?? joinTarget(blocks.at(-1), line, draft, broken);
    if (target) appendLine(text, target, line);
    else blocks.push(blockOf(line, kindOf(line, draft)));
    byLine.set(line, target ?? (blocks.at(-1) as Block));
  }
  return { blocks, cuts };
}

export function blockOf(line: Labelled, kind: ParagraphKind): Block {
  const damage = line.role === 'long' ? [{ ...line.line.range, rule: 'line-too-long' }] : [];
  return { kind, pieces: line.line.pieces, lines: [line], damage };
}

function kindOf(line: Labelled, draft: Draft): ParagraphKind {
  if (draft.subheads.has(line)) return 'subhead';
  if (line.role === 'item' || draft.items.has(line)) return 'item';
  return line.role === 'quote' ? 'quote' : 'paragraph';
}

/** The block a line continues, if the sentence before it goes on. */
function joinTarget(
  last: Block | undefined,
  line: Labelled,
  draft: Draft,
  broken: ReadonlySet<Labelled>,
): Block | null {
  const before = last?.lines.at(-1);
  if (!last || !before || draft.subheads.has(line) || last.kind === 'subhead' || last.kind === 'standfirst')
    return null;
  if (broken.has(before)) return null;
  if (line.role !== 'prose' || before.line.long || before.line.quoted !== line.line.quoted) return null;
  if (lengthOfBlock(last) + line.line.text.length > longestLine) return null;
  return goesOn(before.line.text, line.line.text, line.line.words) ? last : null;
}

/** Whether a text goes on in the next: cut by a hyphen, in lower case, or after a word that ends no sentence. */
export function goesOn(text: string, next: string, words: number): boolean {
  if (endsWithHyphen(text)) return startsLower(next);
  if (endsSentence(text) || /[:;：；]$/u.test(text)) return false;
  return startsLower(next) || (endsOpen(text) && (words <= 14 || /^[\d$€£(“"]/u.test(next)));
}

function lengthOfBlock(block: Block): number {
  return block.lines.reduce((sum, l) => sum + l.line.text.length, 0);
}

/** Adds a line; the white space that parts it from the text before is kept, so that words stay apart. */
export function appendLine(text: string, block: Block, line: Labelled): void {
  block.pieces = joinPieces(text, block.pieces, line.line.pieces) ?? block.pieces;
  block.lines.push(line);
}

/** `before` and `after` as one text, or null where no white space would part their words. */
export function joinPieces(text: string, before: readonly Range[], after: readonly Range[]): Range[] | null {
  const last = before.at(-1);
  const first = after[0];
  if (!last || !first) return null;
  if (/\s/u.test(text.charAt(last.end - 1))) return [...before, ...after];
  const glued = hasCjk(text.charAt(last.end - 1)) && hasCjk(text.charAt(first.start));
  const space = spaceAfter(text, last.end);
  if (glued || space > last.end)
    return [...before.slice(0, -1), { start: last.start, end: glued ? last.end : space }, ...after];
  const start = spaceBefore(text, first.start);
  return start < first.start ? [...before, { start, end: first.end }, ...after.slice(1)] : null;
}

function spaceAfter(text: string, from: number): number {
  let end = from;
  while (end < text.length && /\s/u.test(text.charAt(end))) end += 1;
  return end;
}

function spaceBefore(text: string, from: number): number {
  let start = from;
  while (start > 0 && /\s/u.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** Cuts the broken copy off; the whole copy, which comes next, takes its place. */
function mendGarble(block: Block, garble: Garble): Deletion {
  const end = block.pieces.at(-1)?.end ?? garble.at;
  const at = Math.min(garble.at, end);
  block.pieces = block.pieces.flatMap((r) =>
    r.start >= at ? [] : [{ start: r.start, end: Math.min(r.end, at) }],
  );
  for (const r of block.pieces) block.damage.push({ ...r, rule: 'repeated-garble' });
  return { start: at, end, rule: 'repeated-garble' };
}

/** A paragraph with its deletions made and its damage marked, in offsets of the part. */
export function finishBlock(
  text: string,
  block: Block,
  vocabulary: Vocabulary,
): { paragraph: Paragraph; cuts: Deletion[] } {
  if (block.damage.some((d) => d.rule === 'line-too-long')) {
    return { paragraph: { kind: block.kind, ranges: block.pieces, damage: block.damage }, cuts: [] };
  }
  const raw = rawText(text, block.pieces);
  const deletions = findDeletions(raw, vocabulary);
  const damage = [...findDamage(raw, vocabulary), ...(block.kind === 'paragraph' ? findLooseEnds(raw) : [])];
  const unreadable = [...raw.matchAll(/\ufffd+/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    rule: 'unreadable',
  }));
  const cuts = [...deletions, ...unreadable].sort((a, b) => a.start - b.start);
  const ranges = keepOutside(block.pieces, cuts);
  return {
    paragraph: { kind: block.kind, ranges, damage: [...block.damage, ...toPart(block.pieces, damage)] },
    cuts: toPart(block.pieces, deletions),
  };
}

/** Offsets of the joined text as ranges of the part. */
function toPart(pieces: readonly Range[], found: readonly Damage[]): Deletion[] {
  return found.flatMap((d) => sliceRanges(pieces, d.start, d.end).map((r) => ({ ...r, rule: d.rule })));
}

function keepOutside(pieces: readonly Range[], holes: readonly Range[]): Range[] {
  const kept: Range[] = [];
  let start = 0;
  for (const hole of holes) {
    if (hole.start > start) kept.push(...sliceRanges(pieces, start, hole.start));
    start = Math.max(start, hole.end);
  }
  kept.push(...sliceRanges(pieces, start, Number.MAX_SAFE_INTEGER));
  return mergeTouching(kept);
}
