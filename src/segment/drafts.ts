import type { Header } from './header.ts';
import type { Labelled, Role } from './rules/rule.ts';

/** An article in the making: its header, then text lines with whatever stands between them. */
export type Draft = {
  header: Header;
  body: Labelled[];
  /** Lines of `body` that are subheads. */
  subheads: Set<Labelled>;
  /** Short lines of `body`, three or more in a row, that are a list. */
  items: Set<Labelled>;
  standfirst: Labelled[];
  /** Whether the text stops right under a subhead. */
  cut?: boolean;
  /** Set where a contents list names the article. */
  contents?: Labelled;
};

const textRoles: ReadonlySet<Role> = new Set(['prose', 'item', 'quote', 'long']);

/** Whether a line is text of an article. */
export function isText(labelled: Labelled | undefined): boolean {
  return labelled !== undefined && textRoles.has(labelled.role);
}

/** Words of the text lines so far. */
export function wordsOf(draft: Draft | undefined): number {
  return (draft?.body ?? []).filter(isText).reduce((sum, l) => sum + l.line.words, 0);
}

/** Appends lines one by one: a spread of very many arguments overflows the stack. */
export function addAll(target: Labelled[], lines: readonly Labelled[]): void {
  for (const line of lines) target.push(line);
}
