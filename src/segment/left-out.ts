import { diagnose } from '../errors.ts';
import { lineOf } from '../text/ranges.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Diagnostic, Part, Range } from '../types.ts';
import type { Mark } from './classes.ts';
import { isText } from './drafts.ts';
import type { Context, Labelled } from './rules/rule.ts';
import { endsSentence } from './shapes.ts';

/** What, below a title, is more than a teaser; units and sentences. */
const leastUnits = 200;
const leastSentences = 2;

/** Below anything else, a name or nothing, it takes as much: what readers comment is shorter. */
const untitledUnits = 400;

/** How many lines above prose its title may stand. */
const reach = 6;

/** Words of a title: fewer may be the name of somebody who comments. */
const titleWords = 4;

/**
 * Tells of prose that no article took, once a part, with the line where it begins. `marks` are what the lines became,
 * in their order. Of whole pages nothing is told: comments, teasers and other articles stand beside the one they show.
 */
export function complainOfLeftOut(
  part: Part,
  labelled: readonly Labelled[],
  marks: readonly Mark[],
  context: Context,
): Diagnostic[] {
  const lost = context.page ? [] : findStretches(labelled, marks).filter(isProse);
  const [first] = lost;
  if (!first) return [];
  const units = lost.reduce((sum, s) => sum + lengthOf(s), 0);
  const places = lost.length === 1 ? '' : ` in ${lost.length} places`;
  const message = `Prose of ${units} characters${places} stands in no article and is left out.`;
  return [
    diagnose('prose-left-out', message, {
      file: part.file,
      line: lineOf(part.text, rangeOf(first).start),
      hint: 'Give it a file of its own, or put a title and a line "By <name>" or a date above it.',
    }),
  ];
}

/** Text lines that stand together, but for subheads, and what is above them. */
type Stretch = { lines: Labelled[]; titled: boolean };

function findStretches(labelled: readonly Labelled[], marks: readonly Mark[]): Stretch[] {
  const stretches: Stretch[] = [];
  let above: Labelled[] = [];
  let current: Stretch | null = null;
  for (const [i, line] of labelled.entries()) {
    const rule = marks[i]?.rule;
    if (rule === 'outside-article') {
      current ??= open(stretches, above);
      current.lines.push(line);
    } else if (rule !== 'unused-heading') current = null;
    above = isText(line) ? [] : [...above.slice(1 - reach), line];
  }
  return stretches;
}

function open(stretches: Stretch[], above: readonly Labelled[]): Stretch {
  const stretch = { lines: [], titled: above.some(isTitle) };
  stretches.push(stretch);
  return stretch;
}

function isTitle({ role, line }: Labelled): boolean {
  return role === 'heading' && line.words >= titleWords;
}

function isProse(stretch: Stretch): boolean {
  if (lengthOf(stretch) < (stretch.titled ? leastUnits : untitledUnits)) return false;
  const sentences = stretch.lines.flatMap(({ line: { text } }) =>
    splitSentences(text, 'en').filter((s) => endsSentence(text.slice(s.start, s.end).trimEnd())),
  );
  return sentences.length >= leastSentences;
}

function lengthOf(stretch: Stretch): number {
  return stretch.lines.reduce((sum, l) => sum + l.line.text.length, 0);
}

function rangeOf({ lines }: Stretch): Range {
  return lines[0]?.line.range ?? { start: 0, end: 0 };
}
