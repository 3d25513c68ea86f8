/** Which issue an error of the build belongs to: one article that cannot be read must not make every issue unready. */
import type { Diagnostic } from '../types.ts';
import { count } from './pages/page.ts';
import type { PreviewState } from './state.ts';

/** `own` keep the issue from being ready; `stray` belong to no issue there is, and are to be looked at with each. */
export type IssueErrors = { own: readonly Diagnostic[]; stray: readonly Diagnostic[] };

type Known = { byIssue: ReadonlyMap<string, Diagnostic[]>; ofAll: Diagnostic[]; stray: Diagnostic[] };

const sorted = new WeakMap<PreviewState, Known>();

/** The errors that an issue is told of, beside those of other issues. */
export function errorsOf(state: PreviewState, key: string): IssueErrors {
  const known = sorted.get(state) ?? sortErrors(state);
  sorted.set(state, known);
  return { own: [...known.ofAll, ...(known.byIssue.get(key) ?? [])], stray: known.stray };
}

/** What keeps an issue from being ready in a few words: `1 fault` where the newest build was stopped, else `2 errors`. */
export function tellErrors(state: PreviewState, { own }: IssueErrors): string {
  if (state.faults.length > 0) return count(state.faults.length, 'fault', 'faults');
  return own.length === 0 ? '' : count(own.length, 'error', 'errors');
}

function sortErrors({ diagnostics, reports, rendered }: PreviewState): Known {
  const keys = new Set(rendered.issues.map(({ issue }) => issue.key));
  const places = Map.groupBy(reports, ({ file }) => file);
  const byIssue = new Map<string, Diagnostic[]>();
  const known: Known = { byIssue, ofAll: [], stray: [] };
  for (const error of diagnostics.filter(({ severity }) => severity === 'error')) {
    const article = /^articles\/(?!_)(.+)$/su.exec(error.file ?? '')?.[1];
    const page = /^articles\/_issues\/([^/]+?)(?:\.seal\.json|\.md)$/u.exec(error.file ?? '')?.[1];
    if (article === undefined && page === undefined) {
      known.ofAll.push(error);
      continue;
    }
    const found = page === undefined ? (places.get(article ?? '') ?? []).map(({ issue }) => issue) : [page];
    const mine = new Set(found.filter((key) => key !== null && keys.has(key)));
    for (const key of mine) if (key !== null) byIssue.set(key, [...(byIssue.get(key) ?? []), error]);
    // It may be about the one article of its file that stands nowhere.
    if (mine.size === 0 || found.includes(null)) known.stray.push(error);
  }
  return known;
}
