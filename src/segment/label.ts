import type { Line } from './lines.ts';
import { captionRules } from './rules/caption-rules.ts';
import type { Context, Labelled, Rule } from './rules/rule.ts';
import { shapeRules } from './rules/shape-rules.ts';
import { siteRules } from './rules/site-rules.ts';
import { storyRules } from './rules/story-rules.ts';
import { withoutNumbers } from './shapes.ts';

const longRule: Rule = {
  name: 'line-too-long',
  role: 'long',
  class: 'body',
  max: Infinity,
  test: (l) => l.long,
};

/** All rules; the first that applies to a line decides. */
export const lineRules: readonly Rule[] = [
  longRule,
  ...storyRules,
  ...captionRules,
  ...siteRules,
  ...shapeRules,
];

/** A role and a class for each line, and the rule that said so. */
export function labelLines(lines: readonly Line[], context: Context): Labelled[] {
  return lines.map((line) => labelLine(line, context));
}

/** What rules may look at beside a line. */
export function createContext(lines: readonly Line[]): Context {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.text.length > 300) continue;
    for (const key of new Set([line.text, withoutNumbers(line.text)]))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    lines,
    repeats: (text) => counts.get(text) ?? 0,
    page: isPage(lines),
    quotes: isMostlyOwn(lines),
  };
}

/** Whether less than half of the words stand behind `>`. */
function isMostlyOwn(lines: readonly Line[]): boolean {
  const words = (some: readonly Line[]) => some.reduce((sum, l) => sum + l.words, 0);
  return words(lines.filter((l) => l.quoted)) * 2 < words(lines);
}

/** Menus give a page away: many bullets beside the text, of a word or two; what is listed in an article is longer. */
function isPage(lines: readonly Line[]): boolean {
  const links = lines.filter((l) => l.bullet && l.words <= 12 && !/[.!?;,]$/u.test(l.text));
  const short = links.filter((l) => l.words > 0 && l.words <= 3 && !/^\d/u.test(l.text)).length;
  return short >= 8 && links.length >= lines.length * 0.12;
}

/** The first rule that applies decides. */
export function labelLine(line: Line, context: Context): Labelled {
  for (const rule of lineRules) {
    if (line.text.length <= rule.max && rule.test(line, context)) {
      return { line, role: rule.role, class: rule.class, rule: rule.name };
    }
  }
  return { line, role: 'prose', class: 'body', rule: 'text' };
}
