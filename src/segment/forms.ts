import { isMeta } from './header.ts';
import type { Labelled } from './rules/rule.ts';

/** A comment form ends where a title with byline or date, or a long title with long text, stands. */
export function endsForm(group: readonly Labelled[], labelled: readonly Labelled[], at: number): boolean {
  const line = labelled[at];
  if (!line || line.line.words < 20) return false;
  const head = group.slice(headStart(group));
  const title = head.find(
    (l) => l.role === 'heading' && l.line.words >= 4 && !/\bsays?\b:?$/iu.test(l.line.text),
  );
  if (!title) return false;
  if (head.some(isMeta) || head.some((l) => l.role === 'separator')) return true;
  return title.line.words >= 5 && title.line.blanksBefore >= 1 && line.line.words >= 30;
}

/** Where, at the end of a group, the lines begin that could be a header, buttons and counters among them. */
export function headStart(group: readonly Labelled[]): number {
  let start = group.length;
  for (let at = group.length - 1; at >= 0 && group.length - at <= 8; at -= 1) {
    if (isHeaderRole(group[at])) start = at;
    else if (group[at]?.role !== 'junk') break;
  }
  return start;
}

function isHeaderRole(labelled: Labelled | undefined): boolean {
  if (!labelled) return false;
  return ['heading', 'section', 'byline', 'date', 'separator', 'caption'].includes(labelled.role);
}
