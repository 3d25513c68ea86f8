import { type Draft, isText } from './drafts.ts';
import type { Header } from './header.ts';
import { continuers } from './lexicon.ts';
import type { Labelled } from './rules/rule.ts';
import { listNumberOf } from './rules/shape-rules.ts';
import { countWords, firstWord } from './shapes.ts';
import { jaccard, topicStems } from './words.ts';

/** A title in a contents list, or a numbered heading. */
type Entry = { line: Labelled; stems: Set<string>; number: number };

/** A paragraph of fewer words seldom opens an item. */
const shortOpening = 12;

/** A longer list is data. */
export const mostContents = 60;

/** Alignments beyond this many cells are not worth their time: such a list names no articles. */
const mostCells = 400_000;

function entryOf(line: Labelled): Entry {
  return { line, stems: new Set(line.line.topic()), number: listNumberOf(line.line) };
}

/** Whether a heading is the one a contents line announced; wording may differ a little. */
export function isAnnounced(heading: Labelled, contents: readonly Labelled[]): boolean {
  return contents.some((line) => areSame(entryOf(heading), entryOf(line)));
}

function areSame(heading: Entry, entry: Entry): boolean {
  const share = jaccard(heading.stems, entry.stems);
  return share >= 0.7 || (share >= 0.3 && heading.number > 0 && heading.number === entry.number);
}

/** Cuts drafts whose headings survive only in a contents list into one draft for each entry. */
export function divideByContents(drafts: readonly Draft[], contents: readonly Labelled[]): Draft[] {
  const lists = listsOf(contents);
  const out: Draft[] = [];
  let at = 0;
  for (const [i, list] of lists.entries()) {
    const from = list[0]?.line.index ?? 0;
    const to = lists[i + 1]?.[0]?.line.index ?? Infinity;
    for (; at < drafts.length && startOf(drafts[at]) < from; at += 1) out.push(drafts[at] as Draft);
    const under: Draft[] = [];
    for (; at < drafts.length && startOf(drafts[at]) < to; at += 1) under.push(drafts[at] as Draft);
    for (const draft of divideUnder(under, list.map(entryOf))) out.push(draft);
  }
  return [...out, ...drafts.slice(at)];
}

/** Runs of contents lines that are long enough to be a list, and short enough to be one of articles. */
function listsOf(contents: readonly Labelled[]): Labelled[][] {
  const lists: Labelled[][] = [];
  for (const line of contents) {
    const list = lists.at(-1);
    if (list && line.line.index - (list.at(-1)?.line.index ?? 0) <= 2) list.push(line);
    else lists.push([line]);
  }
  return lists.filter((list) => list.length >= 3 && list.length <= mostContents);
}

/** Divides the drafts that stand under one list. */
function divideUnder(drafts: readonly Draft[], entries: readonly Entry[]): Draft[] {
  const out: Draft[] = [];
  const matches = drafts.map((d) => matchOf(d, entries));
  drafts.forEach((draft, i) => {
    const own = matches[i] ?? -1;
    const next = i + 1 < drafts.length ? (matches[i + 1] ?? -1) : entries.length;
    // A draft the list does not know ends what the list says.
    const known = i === 0 || own >= 0;
    for (const part of known && next >= 0 ? divide(draft, own, entries.slice(own + 1, next)) : [draft])
      out.push(part);
  });
  return out;
}

function startOf(draft: Draft | undefined): number {
  return draft?.body.find(isText)?.line.index ?? -1;
}

function matchOf(draft: Draft, entries: readonly Entry[]): number {
  const title = draft.header.title;
  return title ? entries.findIndex((e) => areSame(entryOf(title), e)) : -1;
}

/** Splits a draft among its own title, if the list has it, and the entries whose headings are missing. */
function divide(draft: Draft, own: number, missing: readonly Entry[]): Draft[] {
  const text = draft.body.filter(isText);
  const title = own >= 0 ? draft.header.title : null;
  const entries = title ? [entryOf(title), ...missing] : [...missing];
  const worthwhile =
    missing.length > 0 && text.length >= entries.length && text.length * entries.length <= mostCells;
  if (!worthwhile) return [draft];
  const starts = alignEntries(
    text.map((l) => l.line.text),
    entries.map((e) => e.stems),
  );
  return entries.map((entry, i) => {
    const first = i === 0 ? 0 : draft.body.indexOf(text[starts[i] ?? 0] as Labelled);
    const end =
      i + 1 < entries.length ? draft.body.indexOf(text[starts[i + 1] ?? 0] as Labelled) : draft.body.length;
    const body = draft.body.slice(first, end);
    if (i === 0 && title) return { ...draft, body };
    return { ...draft, header: headerFor(draft.header, i === 0), body, standfirst: [], contents: entry.line };
  });
}

/** Items of a list share the header of the list; its title is their section. */
function headerFor(header: Header, first: boolean): Header {
  const sections = header.title ? [header.title] : header.sections;
  return {
    ...header,
    title: null,
    sections,
    decks: [],
    captions: first ? header.captions : [],
    sources: [],
    licences: [],
    rest: first ? header.rest : [],
  };
}

/**
 * Where each entry's text begins: the division into stretches, in order and none empty, that shares most words
 * with the titles and cuts where neighbours share few (dynamic programming over paragraphs and titles).
 */
export function alignEntries(
  paragraphs: readonly string[],
  titles: readonly ReadonlySet<string>[],
): number[] {
  const stems = paragraphs.map((p) => new Set(topicStems(p)));
  const fit = fitOf(stems, titles);
  const rarity = rarityOf(stems);
  const seams = stems.map((s, i) => seamCost(lastTwo(stems, i), s, rarity) + continuing(paragraphs[i] ?? ''));
  const best = titles.map(() => new Array<number>(paragraphs.length).fill(-Infinity));
  const cameNew = titles.map(() => new Array<boolean>(paragraphs.length).fill(false));
  for (let p = 0; p < paragraphs.length; p += 1) {
    for (let t = 0; t < titles.length && t <= p; t += 1) {
      const stay = p === 0 ? (t === 0 ? 0 : -Infinity) : (best[t]?.[p - 1] ?? -Infinity);
      const move = p === 0 || t === 0 ? -Infinity : (best[t - 1]?.[p - 1] ?? -Infinity) - (seams[p] ?? 0);
      const row = best[t];
      if (row) row[p] = Math.max(stay, move) + (fit[p]?.[t] ?? 0);
      const marks = cameNew[t];
      if (marks) marks[p] = move >= stay && move > -Infinity;
    }
  }
  return traceStarts(cameNew, paragraphs.length);
}

function traceStarts(cameNew: readonly boolean[][], count: number): number[] {
  const starts = cameNew.map(() => 0);
  let t = cameNew.length - 1;
  for (let p = count - 1; p > 0 && t > 0; p -= 1) {
    if (!cameNew[t]?.[p]) continue;
    starts[t] = p;
    t -= 1;
  }
  return starts;
}

/** Shared words, rare ones counting more, for each paragraph and title. */
function fitOf(stems: readonly Set<string>[], titles: readonly ReadonlySet<string>[]): number[][] {
  const weights = new Map<string, number>();
  for (const stem of new Set(titles.flatMap((t) => [...t]))) {
    const inTitles = titles.filter((t) => t.has(stem)).length;
    const inTexts = stems.filter((s) => s.has(stem)).length;
    weights.set(stem, Math.log(1 + stems.length / (1 + inTexts)) / inTitles);
  }
  return stems.map((s) =>
    titles.map((t) => [...t].reduce((sum, stem) => sum + (s.has(stem) ? (weights.get(stem) ?? 0) : 0), 0)),
  );
}

/** How telling each stem is: the fewer paragraphs have it, the more. */
function rarityOf(stems: readonly Set<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of stems) for (const stem of set) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return new Map([...counts].map(([stem, count]) => [stem, Math.log((1 + stems.length) / count)]));
}

/** What it costs to part two paragraphs: the share of telling words they have in common. */
function seamCost(
  before: ReadonlySet<string> | undefined,
  stems: ReadonlySet<string>,
  rarity: ReadonlyMap<string, number>,
): number {
  if (!before) return 0;
  const weigh = (set: Iterable<string>) => [...set].reduce((sum, stem) => sum + (rarity.get(stem) ?? 0), 0);
  const shared = weigh([...stems].filter((stem) => before.has(stem)));
  return 5 * (shared / Math.max(1, Math.min(weigh(stems), weigh(before))));
}

/** Stems of the two paragraphs before the one at `i`. */
function lastTwo(stems: readonly Set<string>[], i: number): Set<string> | undefined {
  const [one, two] = [stems[i - 1], stems[i - 2]];
  return one && new Set([...one, ...(two ?? [])]);
}

function continuing(text: string): number {
  if (countWords(text) < shortOpening) return 1.2;
  return continuers.has(firstWord(text)) ? 0.8 : 0;
}
