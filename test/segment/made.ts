import { assemble } from '../../src/segment/assemble.ts';
import type { Draft } from '../../src/segment/drafts.ts';
import { createContext, labelLines } from '../../src/segment/label.ts';
import { readLines } from '../../src/segment/lines.ts';
import type { Context, Labelled } from '../../src/segment/rules/rule.ts';
import type { Range } from '../../src/types.ts';

/** Lines of a text with their roles, as the stage makes them. */
export function labelled(text: string): { lines: Labelled[]; context: Context } {
  const lines = readLines(text);
  const context = createContext(lines);
  return { lines: labelLines(lines, context), context };
}

/** Articles in the making. */
export function drafts(text: string): Draft[] {
  const { lines, context } = labelled(text);
  return assemble(lines, context).drafts;
}

/** What ranges of a text say, one by one. */
export function slices(text: string, ranges: readonly Range[]): string[] {
  return ranges.map((r) => text.slice(r.start, r.end));
}

/** A paragraph of so many words about one thing. */
export function prose(topic: string, words = 24): string {
  const sentence = Array.from({ length: words - 4 }, (_, i) => `${topic}${'abcdefghijklm'.charAt(i % 13)}`);
  return `The ${sentence.join(' ')} was found there.`;
}
