import { mostContents } from './contents.ts';
import { addAll, type Draft, isText, wordsOf } from './drafts.ts';
import { endsForm, headStart } from './forms.ts';
import { depthOf, type Header, hasOwnMeta, isMeta, readHeader } from './header.ts';
import type { Context, Labelled } from './rules/rule.ts';
import { listNumberOf } from './rules/shape-rules.ts';
import { endsOpen, endsSentence, endsWithHyphen, startsLower } from './shapes.ts';
import { startsArticle } from './split.ts';
import { shareIn } from './words.ts';

/** Titles that stood inside another article's sentence, waiting for the text they belong to. */
export type Assembly = { drafts: Draft[]; lifted: Labelled[] };

type Walk = Assembly & {
  group: Labelled[];
  form: boolean;
  usualBlanks: number;
  lastNumber: number;
  words: number;
  contents: Labelled[];
};

/** Divides labelled lines into articles. */
export function assemble(labelled: readonly Labelled[], context: Context): Assembly {
  const walk: Walk = {
    drafts: [],
    lifted: [],
    group: [],
    form: false,
    usualBlanks: findUsualBlanks(labelled),
    lastNumber: 0,
    words: 0,
    contents: [],
  };
  for (const [at, line] of labelled.entries()) step(walk, labelled, at, line, context);
  closeTail(walk);
  return walk;
}

function step(walk: Walk, labelled: readonly Labelled[], at: number, line: Labelled, context: Context): void {
  if (line.role === 'form' && walk.words >= 60) walk.form = true;
  if (!isText(line) || (walk.form && !endsForm(walk.group, labelled, at))) {
    walk.group.push(line);
    return;
  }
  const group = walk.form ? walk.group.slice(headStart(walk.group)) : walk.group;
  if (walk.form) attach(walk, walk.group.slice(0, headStart(walk.group)));
  walk.form = false;
  walk.group = [];
  if (group.length > 0 || walk.drafts.length === 0) settle(walk, group, labelled, at, context);
  walk.drafts.at(-1)?.body.push(line);
  walk.words += line.line.words;
}

/** Text lines from `at` on, a handful. */
function textFrom(labelled: readonly Labelled[], at: number): Labelled[] {
  return labelled
    .slice(at, at + 14)
    .filter(isText)
    .slice(0, 6);
}

/** Decides what a group of lines before a text line is: a new article, or things inside the current one. */
function settle(
  walk: Walk,
  group: Labelled[],
  labelled: readonly Labelled[],
  at: number,
  context: Context,
): void {
  const following = textFrom(labelled, at);
  noteContents(walk, group, context);
  const current = walk.drafts.at(-1);
  if (!current) {
    begin(walk, readHeader(group, following, context));
    return;
  }
  if (isInsideSentence(current, group, labelled[at])) {
    lift(walk, current, group);
    return;
  }
  const header = readHeader(group, following, context);
  if (completesHeader(current, header)) {
    complete(current, header);
    return;
  }
  if (context.page && walk.words < falseStart) {
    if (
      (!hasOwnMeta(current.header) || (current.header.title?.line.words ?? 0) < 4) &&
      fitsBetter(header, current, following)
    )
      begin(walk, header);
    else attachInside(walk, current, group, context);
    return;
  }
  const before = current.body.slice(-20).filter(isText);
  const seam = {
    group,
    header,
    before,
    following,
    context,
    metaExpected: walk.drafts.slice(-4).some((d) => hasOwnMeta(d.header)),
    usualBlanks: walk.usualBlanks,
    lastNumber: walk.lastNumber,
    innerNumber: [...current.subheads].reduce((last, l) => listNumberOf(l.line) || last, 0),
    contents: walk.contents,
    words: walk.words,
    title: current.header.title?.line.text ?? '',
    titles: walk.drafts.slice(-8).flatMap((d) => d.header.title?.line.text ?? []),
    depth: depthOf(current.header.title),
  };
  if (startsArticle(seam) || isHeadless(walk, header)) begin(walk, header);
  else attachInside(walk, current, group, context);
}

/** Words below which what was found on a page so far may be a notice or a teaser. */
const falseStart = 80;

function fitsBetter(header: Header, current: Draft, following: readonly Labelled[]): boolean {
  const topic = new Set(following.flatMap((l) => l.line.topic()));
  const match = (title: Labelled | null) => (title ? shareIn(new Set(title.line.topic()), topic) : -1);
  return (header.title?.line.words ?? 0) >= 4 && match(header.title) > match(current.header.title);
}

function noteContents(walk: Walk, group: readonly Labelled[], context: Context): void {
  const contents = context.page ? [] : group.filter((l) => l.role === 'contents');
  if (contents.length >= 3 && contents.length <= mostContents) walk.contents = contents;
}

function begin(walk: Walk, header: Header): void {
  const current = walk.drafts.at(-1);
  const titleAt = header.title?.line.index ?? 0;
  if (current) moveSignOffs(current, header, titleAt);
  walk.lastNumber = listNumberOf(header.title?.line) || walk.lastNumber;
  walk.drafts.push({ header, body: [], subheads: new Set(), items: new Set(), standfirst: [] });
  walk.words = 0;
}

/** A byline or source line that stands before a title signs the article above it. */
function moveSignOffs(current: Draft, header: Header, titleAt: number): void {
  const above = (l: Labelled) => l.line.index < titleAt;
  if (current.header.bylines.length === 0 && !header.bylines.every(above)) {
    addAll(current.header.bylines, header.bylines.filter(above));
    header.bylines = header.bylines.filter((l) => !above(l));
  }
  addAll(current.header.sources, header.sources.filter(above));
  addAll(current.header.licences, header.licences.filter(above));
  addAll(current.header.captions, header.captions.filter(above));
  header.sources = header.sources.filter((l) => !above(l));
  header.licences = header.licences.filter((l) => !above(l));
  header.captions = header.captions.filter((l) => !above(l));
}

/** Section label and byline without a title: the title was displaced into another article. */
function isHeadless(walk: Walk, header: Header): boolean {
  return walk.lifted.length > 0 && header.bylines.length > 0 && (header.title?.line.words ?? 0) <= 4;
}

/** Whether the sentence before the group goes on after it, so that the group only interrupts it. */
function isInsideSentence(current: Draft, group: readonly Labelled[], next: Labelled | undefined): boolean {
  const last = current.body.findLast(isText);
  if (!last || !next || group.some(isMeta) || last.role === 'item') return false;
  const text = last.line.text;
  return (
    !endsSentence(text) &&
    startsLower(next.line.text) &&
    (endsWithHyphen(text) || endsOpen(text) || last.line.words >= 8)
  );
}

function lift(walk: Walk, current: Draft, group: readonly Labelled[]): void {
  addAll(
    walk.lifted,
    group.filter((l) => l.role === 'heading'),
  );
  addAll(
    current.body,
    group.filter((l) => l.role !== 'heading'),
  );
}

/** A standfirst is not looked for below this many lines. */
const longestLead = 60;

/** Title, standfirst, then byline and date: the first text lines belong to the header. */
function completesHeader(current: Draft, header: Header): boolean {
  if (current.body.length > longestLead) return false;
  const text = current.body.filter(isText);
  const bare = current.header.bylines.length + current.header.dates.length === 0;
  const meta = header.bylines.length + header.dates.length > 0;
  if (!bare || !meta || !current.header.title || (header.title?.line.words ?? 0) > 3) return false;
  return text.length <= 2 && wordsOf(current) <= 60;
}

function complete(current: Draft, header: Header): void {
  addAll(current.standfirst, current.body.filter(isText));
  current.body = current.body.filter((l) => !isText(l));
  for (const key of ['bylines', 'dates', 'captions', 'sources', 'licences', 'sections'] as const) {
    addAll(current.header[key], header[key]);
  }
  addAll(current.header.rest, [...header.rest, ...header.decks, ...(header.title ? [header.title] : [])]);
}

/** Lines between two texts of one article: headings become subheads, or short items, unless the site put them there. */
function attachInside(walk: Walk, current: Draft, group: readonly Labelled[], context: Context): void {
  const listed = group.findIndex((l) => l.role === 'list-head');
  const heads = group.filter(
    (l, i) => (l.role === 'heading' || l.role === 'section') && (listed < 0 || i < listed),
  );
  const foreign =
    context.page || group.some((l) => l.role === 'junk' || l.role === 'separator' || l.role === 'list-head');
  if (heads.length <= 2) for (const head of heads) current.subheads.add(head);
  else if (!foreign) for (const head of heads) current.items.add(head);
  attach(walk, group);
}

function attach(walk: Walk, group: readonly Labelled[]): void {
  const current = walk.drafts.at(-1);
  // Text in a group is what readers wrote below a comment form.
  if (current)
    addAll(
      current.body,
      group.filter((l) => !isText(l)),
    );
}

function closeTail(walk: Walk): void {
  attach(walk, walk.group);
  walk.group = [];
}

function findUsualBlanks(labelled: readonly Labelled[]): number {
  const gaps: number[] = [];
  for (const [i, line] of labelled.entries()) {
    if (isText(line) && isText(labelled[i - 1])) gaps.push(line.line.blanksBefore);
  }
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 1;
}
