import { nameBesideDate, readAuthors } from './bylines.ts';
import { addAll, type Draft, isText, wordsOf } from './drafts.ts';
import { findExtent, weighLine } from './extent.ts';
import type { Context, Labelled } from './rules/rule.ts';
import { endsSentence } from './shapes.ts';

/** How many lines below the text may still speak of it: a source, a date, who wrote it. */
const footLines = 8;

/** Cuts what stands before and after the stretch that is the article; on pages keeps the articles of weight. */
export function trimDrafts(drafts: readonly Draft[], context: Context): Draft[] {
  const kept = drafts.map((d) => trimDraft(d, context.page)).filter(hasProse);
  if (!context.page) return kept;
  const most = kept.reduce((max, d) => Math.max(max, wordsOf(d)), 0);
  return kept.filter((d) => wordsOf(d) > 0 && wordsOf(d) >= most * 0.35);
}

/** A few words that end no sentence, as of a menu, are no article. */
const fewWords = 5;

function hasProse(draft: Draft): boolean {
  return (
    draft.body.some((l) => isText(l) && endsSentence(l.line.text)) ||
    (draft.body.length > 0 && wordsOf(draft) >= fewWords)
  );
}

function trimDraft(draft: Draft, page: boolean): Draft {
  const { from, to } = findExtent(draft.body.map((l) => weighLine(l, page)));
  const body = withoutBio(draft, draft.body.slice(from, to));
  noteFacts(draft, body);
  noteFacts(draft, footOf(draft.body.slice(to, to + footLines)));
  return { ...draft, body, cut: !page && stopsUnderSubhead(draft, draft.body.slice(to)) };
}

/** The last lines when they tell who the author is: `Ann Lee is a reporter who ...`. */
function withoutBio(draft: Draft, body: readonly Labelled[]): Labelled[] {
  const beside = draft.header.dates.flatMap((l) => {
    const range = nameBesideDate(l.line.text);
    return range ? [l.line.text.slice(range.start, range.end)] : [];
  });
  const signed = draft.header.bylines.flatMap((l) => readAuthors(l.line.text, 0)).map((a) => a.text);
  const names = [...signed, ...beside];
  const tail = body.slice(-3);
  const at = tail.findIndex((l) => names.some((name) => isBio(l.line.text, name)));
  return at < 0 ? [...body] : body.slice(0, body.length - tail.length + at);
}

function isBio(text: string, name: string): boolean {
  if (name.split(' ').length < 2 || !text.toLowerCase().startsWith(name.toLowerCase())) return false;
  return /^,? (?:is|was|has|covers|writes|reports|works|joined|teaches|ist|schreibt|arbeitet|est|couvre|es)\b/u.test(
    text.slice(name.length),
  );
}

/** Whether all that follows the text is one heading, in an article that has subheads, or a line that trails off. */
function stopsUnderSubhead(draft: Draft, rest: readonly Labelled[]): boolean {
  const [last, ...others] = rest;
  if (last?.role !== 'heading' || others.length > 0) return false;
  return draft.subheads.size > 0 || /(?:…|\.\.\.)$/u.test(last.line.text);
}

function footOf(lines: readonly Labelled[]): Labelled[] {
  const end = lines.findIndex((l) => l.role === 'form' || l.role === 'list-head');
  return lines.slice(0, end < 0 ? lines.length : end);
}

/** Lines inside or below the text that say who, when and where from. */
function noteFacts(draft: Draft, lines: readonly Labelled[]): void {
  const { header } = draft;
  const of = (role: Labelled['role']) => lines.filter((l) => l.role === role);
  addAll(header.sources, of('source'));
  addAll(header.licences, of('licence'));
  addAll(header.captions, of('caption'));
  addAll(header.dates, of('date'));
  if (header.bylines.length === 0) addAll(header.bylines, of('byline').slice(0, 1));
}
