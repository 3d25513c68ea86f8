import type { RangeClass } from '../../types.ts';
import type { Line } from '../lines.ts';

/** What a line is for. */
export type Role =
  | 'junk'
  | 'form'
  | 'list-head'
  | 'separator'
  | 'contents'
  | 'byline'
  | 'date'
  | 'section'
  | 'caption'
  | 'source'
  | 'licence'
  | 'heading'
  | 'prose'
  | 'item'
  | 'quote'
  | 'long';

/** What a rule may look at beside the line itself. */
export type Context = {
  lines: readonly Line[];
  /** How often the same line occurs in the part. */
  repeats: (text: string) => number;
  /** Whether the part is a whole page, menus and all. */
  page: boolean;
  /** Whether `>` marks quotations in the text, and not all of it as in an answered mail. */
  quotes: boolean;
};

/**
 * One reason to give a line a role. The first rule of the table that applies decides. `max` is the longest text
 * it looks at, in units.
 */
export type Rule = {
  name: string;
  role: Role;
  class: RangeClass;
  max: number;
  test: (line: Line, context: Context) => boolean;
};

/** `depth` is that of a heading whose format shows it, from 1. */
export type Labelled = { line: Line; role: Role; class: RangeClass; rule: string; depth?: number };

/** A rule that looks at the words of the line only. */
export function phraseRule(
  name: string,
  role: Role,
  patterns: readonly RegExp[],
  max: number,
  kind: RangeClass = 'boilerplate',
): Rule {
  return { name, role, class: kind, max, test: (line) => patterns.some((p) => p.test(line.text)) };
}

/** A rule that asks one question about the words of the line. */
export function wordRule(name: string, role: Role, test: (text: string) => boolean, max: number): Rule {
  return { name, role, class: 'boilerplate', max, test: (line) => test(line.text) };
}

export function neighbour(line: Line, context: Context, step: 1 | -1): Line | undefined {
  return context.lines[line.index + step];
}
