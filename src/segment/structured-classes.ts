import { trimRange } from '../text/ranges.ts';
import type { Block, ClassedRange, Field, PartReading } from '../types.ts';
import { type Mark, tileClasses } from './classes.ts';
import type { Labelled } from './rules/rule.ts';

/** Blocks that are no prose, by the rule that leaves them out. */
const omitted: Partial<{ [kind in Block['kind']]: string }> = {
  code: 'markdown-code',
  table: 'markdown-table',
  html: 'markdown-html',
  rule: 'markdown-rule',
  image: 'caption',
};

/** A class for every unit of a text whose structure the format tells, from the marks of its blocks. */
export function classesOf(reading: PartReading, ofBlocks: readonly Mark[]): ClassedRange[] {
  const { part } = reading;
  const marks = [...statedMarks(reading), ...ofBlocks];
  const named = marks.map((mark) => nameRule(mark, part.reader));
  return tileClasses(part.text, [...named, ...gapsBetween(part.text, marks)], []);
}

/** What the format shows beside the text: list signs of Markdown, menus and footers of a page. */
function gapsBetween(text: string, marks: readonly Mark[]): Mark[] {
  const gaps: Mark[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const range = trimRange(text, { start: at, end: Math.max(at, mark.start) });
    if (range.start < range.end) gaps.push({ ...range, class: 'boilerplate', rule: 'beside-the-text' });
    at = Math.max(at, mark.end);
  }
  const rest = trimRange(text, { start: at, end: text.length });
  return rest.start < rest.end ? [...gaps, { ...rest, class: 'boilerplate', rule: 'beside-the-text' }] : gaps;
}

/** What becomes of a block: the title, a notice, body with its syntax, or left out. */
export function marksOf(
  block: Block,
  title: Block | undefined,
  notice: Labelled | undefined,
  stated: Field | undefined,
): Mark[] {
  if (block.kind === 'front-matter') return frontMarks(block, stated);
  const rule = block.aside ?? omitted[block.kind];
  if (rule) return [{ ...block.span, class: 'boilerplate', rule }];
  if (notice) return [{ ...block.span, class: notice.class, rule: notice.rule }];
  const kind =
    block === title
      ? ({ class: 'title', rule: 'heading' } as const)
      : ({ class: 'body', rule: 'text' } as const);
  return withSyntax(block, kind);
}

/** What is syntax in Markdown is markup in a page or a document. */
function nameRule(mark: Mark, reader: string): Mark {
  const format = /^(html|book|document)/u.exec(reader)?.[1];
  if (!format) return mark;
  return { ...mark, rule: mark.rule.replace(/^markdown-/u, format === 'document' ? 'document-' : 'page-') };
}

/** Values that the text itself states outside front matter: the headline, byline and date line of a page. */
function statedMarks({ blocks, metadata }: PartReading): Mark[] {
  if (blocks.some((b) => b.kind === 'front-matter')) return [];
  return Object.entries(metadata).flatMap(([key, { range }]) => {
    const kind = key === 'title' ? ('title' as const) : ('metadata' as const);
    const free = range && !blocks.some((b) => b.span.start < range.end && range.start < b.span.end);
    return free ? [{ ...range, class: kind, rule: `stated-${key}` }] : [];
  });
}

function frontMarks(block: Block, title: Field | undefined): Mark[] {
  const { start, end } = block.span;
  const front = { class: 'metadata', rule: 'front-matter' } as const;
  const range = title?.range;
  if (!range) return [{ start, end, ...front }];
  const named = { ...range, class: 'title', rule: 'front-matter' } as const;
  return [{ start, end: range.start, ...front }, named, { start: range.end, end, ...front }];
}

/** The text of a block with its class, and the signs around it as syntax. */
function withSyntax(block: Block, kind: Pick<Mark, 'class' | 'rule'>): Mark[] {
  const syntax = { class: 'boilerplate', rule: 'markdown-syntax' } as const;
  const marks: Mark[] = [];
  let at = block.span.start;
  for (const range of block.ranges) {
    if (at < range.start) marks.push({ start: at, end: range.start, ...syntax });
    marks.push({ ...range, ...kind });
    at = range.end;
  }
  return at < block.span.end ? [...marks, { start: at, end: block.span.end, ...syntax }] : marks;
}
