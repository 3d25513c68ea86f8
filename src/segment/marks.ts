import type { RangeClass } from '../types.ts';
import type { Mark } from './classes.ts';
import { type Draft, isText } from './drafts.ts';
import type { Deletion } from './repair.ts';
import type { Labelled } from './rules/rule.ts';

type Verdict = { class: RangeClass; rule: string };

/** What each line became once the articles are known, and the finer marks inside lines. */
export function markLines(
  labelled: readonly Labelled[],
  drafts: readonly Draft[],
  cuts: readonly (Deletion & { class?: RangeClass })[],
): { lines: Mark[]; overlays: Mark[] } {
  const verdicts = new Map<Labelled, Verdict>();
  for (const draft of drafts) noteDraft(verdicts, draft);
  const verdictOf = (l: Labelled): Verdict => verdicts.get(l) ?? defaultVerdict(l);
  const lines = labelled.map((l) => ({ ...l.line.range, ...verdictOf(l) }));
  const prefixes = labelled.flatMap((l) => prefixMarks(l, verdictOf(l)));
  const overlays = cuts.map((c) => ({
    start: c.start,
    end: c.end,
    class: c.class ?? ('boilerplate' as const),
    rule: c.rule,
  }));
  return { lines, overlays: [...prefixes, ...overlays] };
}

/** List and quotation marks are no text; in a line that is left out whole they need no mark of their own. */
function prefixMarks({ line }: Labelled, verdict: Verdict): Mark[] {
  const needed = line.marks.filter((r) => verdict.class !== 'boilerplate' || r.start < line.range.start);
  return needed.map((r) => ({ ...r, class: 'boilerplate', rule: 'line-mark' }));
}

function noteDraft(verdicts: Map<Labelled, Verdict>, draft: Draft): void {
  const { header } = draft;
  const note = (lines: readonly Labelled[], kind: RangeClass, rule: string) => {
    for (const line of lines) if (!verdicts.has(line)) verdicts.set(line, { class: kind, rule });
  };
  if (header.title) note([header.title], 'title', 'title');
  if (draft.contents) note([draft.contents], 'title', 'contents-title');
  note(header.sections, 'metadata', 'section-label');
  note(header.decks, 'body', 'standfirst');
  note(draft.standfirst, 'body', 'standfirst');
  for (const line of draft.body) {
    if (isText(line)) verdicts.set(line, { class: 'body', rule: line.rule });
    else if (draft.items.has(line)) verdicts.set(line, { class: 'body', rule: 'short-lines' });
    else if (draft.subheads.has(line)) verdicts.set(line, { class: 'body', rule: 'subhead' });
  }
}

/** Lines no article took. */
function defaultVerdict(labelled: Labelled): Verdict {
  if (isText(labelled)) return { class: 'boilerplate', rule: 'outside-article' };
  if (labelled.role === 'heading') return { class: 'boilerplate', rule: 'unused-heading' };
  return { class: labelled.class, rule: labelled.rule };
}
