import { diagnose } from '../errors.ts';
import { lineOf, overlaps } from '../text/ranges.ts';
import type {
  Article,
  Block,
  ClassedRange,
  Diagnostic,
  Part,
  PartReading,
  Range,
  Result,
  Segmented,
} from '../types.ts';
import { buildArticle } from './articles.ts';
import { assemble } from './assemble.ts';
import { type Mark, tileClasses } from './classes.ts';
import { divideByContents } from './contents.ts';
import { type Column, returnColumns } from './displaced.ts';
import { type Draft, isText } from './drafts.ts';
import { createContext, labelLines } from './label.ts';
import { complainOfLeftOut } from './left-out.ts';
import { giveLiftedTitles } from './lifted.ts';
import { findExcess, hasTooManyLines, type Line, readLines } from './lines.ts';
import { markLines } from './marks.ts';
import { buildBlocks } from './paragraphs.ts';
import type { Deletion } from './repair.ts';
import type { Labelled } from './rules/rule.ts';
import { applyShown, linkTitles } from './shown.ts';
import { readFolio } from './sources.ts';
import { applyStated, hideRanges } from './stated.ts';
import { trimDrafts } from './trim.ts';
import { createVocabulary } from './words.ts';

/** Finds the articles in a text of lines, below the front matter that an editor may have put above it. */
export function segmentDump(reading: PartReading): Result<Segmented> {
  const { part, metadata, blocks } = reading;
  const aside = blocks.flatMap(hiddenMark);
  const excess = findExcess(part.text).filter((line) => !aside.some((mark) => overlaps(mark, line)));
  const hidden = [...aside, ...excess.map(excessMark)].sort((a, b) => a.start - b.start);
  const heads = blocks.filter((b) => b.kind === 'heading' && !b.aside);
  if (hidden.length === 0 && Object.keys(metadata).length === 0) return segmentText(part, [], heads);
  const shown = { ...part, text: hideRanges(part.text, hidden) };
  const { value, diagnostics } = segmentText(shown, hidden, heads);
  const articles = applyStated(part, linkTitles(value.articles, heads), metadata);
  return {
    value: { part, articles, classes: value.classes },
    diagnostics: [...complainOfLong(part, excess), ...diagnostics],
  };
}

/** Of a text that is mostly such lines the rest is read as if they were not there. */
function excessMark(line: Range): Mark {
  return { ...line, class: 'boilerplate', rule: 'line-too-long' };
}

/** Blocks in which no article is looked for. */
function hiddenMark({ kind, span, aside }: Block): Mark[] {
  if (kind === 'front-matter') return [{ ...span, class: 'metadata', rule: 'front-matter' }];
  return aside === undefined ? [] : [{ ...span, class: 'boilerplate', rule: aside }];
}

function segmentText(part: Part, hidden: readonly Mark[], heads: readonly Block[]): Result<Segmented> {
  if (hasTooManyLines(part.text)) return refuse(part);
  const lines = readLines(part.text);
  const context = createContext(lines);
  const labelled = applyShown(labelLines(lines, context), heads);
  const assembly = assemble(labelled, context);
  const kept = trimDrafts(assembly.drafts, context);
  const contents = context.page ? [] : labelled.filter((l) => l.role === 'contents');
  const divided = divideByContents(kept, contents);
  const drafts = giveLiftedTitles(divided, assembly.lifted);
  const built = buildAll(part, drafts, labelled);
  const marks = markLines(labelled, drafts, built.cuts);
  return {
    value: {
      part,
      articles: built.articles,
      classes: tileClasses(part.text, marks.lines, [...hidden, ...marks.overlays]),
    },
    diagnostics: [
      ...diagnoseDump(part, lines, built.articles),
      ...complainOfLeftOut(part, labelled, marks.lines, context),
    ],
  };
}

/** Such a file is left whole: it would cost memory and give nothing. */
function refuse(part: Part): Result<Segmented> {
  const classes: ClassedRange[] = [
    { start: 0, end: part.text.length, class: 'boilerplate', rule: 'too-many-lines' },
  ];
  const message = 'The text has too many short lines to be prose.';
  const diagnostics = [
    diagnose('no-article-found', message, { file: part.file, hint: 'Is it a table or a log?' }),
  ];
  return { value: { part, articles: [], classes }, diagnostics };
}

type Built = { articles: Article[]; cuts: Deletion[] };

function buildAll(part: Part, drafts: readonly Draft[], labelled: readonly Labelled[]): Built {
  const { text } = part;
  const vocabulary = createVocabulary(text);
  const made = drafts.map((draft) => buildBlocks(text, draft));
  const columns: Column[] = made.map((m) => ({ blocks: m.blocks }));
  returnColumns(text, columns);
  const shared = sharedDates(labelled, drafts);
  const built = drafts.map((draft, i) =>
    buildArticle(part, draft, columns[i]?.blocks ?? [], shared, vocabulary),
  );
  const articles = built.map((b) => b.article).filter((a) => a.paragraphs.length > 0);
  const folio = labelled.find((l) => l.rule === 'folio');
  const paper = folio ? readFolio(text, folio) : null;
  return {
    articles: articles.map((a, i) => ({ ...(paper && { source: paper }), ...a, number: i + 1 })),
    cuts: [...made.flatMap((m) => m.cuts), ...built.flatMap((b) => b.cuts)],
  };
}

/** Date lines of the whole file: before the first title, beside the number of an issue, above a contents list. */
function sharedDates(labelled: readonly Labelled[], drafts: readonly Draft[]): Labelled[] {
  const first = drafts[0];
  if (!first || drafts.length < 2) return [];
  const title = first.header.title?.line.index ?? first.body.find(isText)?.line.index ?? 0;
  const list = labelled.find((l) => l.role === 'contents')?.line.index ?? 0;
  const head = labelled.slice(0, Math.max(title, Math.min(list, mastheadLines), 4));
  return head.filter((l) => l.role === 'date' && (l.line.index < Math.max(title, list) || isIssueLine(l)));
}

/** Lines within which a contents list makes what is above it the head of the whole file. */
const mastheadLines = 12;

function isIssueLine(labelled: Labelled): boolean {
  return /\b(?:issue|no\.?|vol(?:ume)?\.?|edition|number|nr\.?|ausgabe|numéro|número)\s*\d|第\s?\d+\s?期/iu.test(
    labelled.line.text,
  );
}

function diagnoseDump(part: Part, lines: readonly Line[], articles: readonly Article[]): Diagnostic[] {
  const long = complainOfLong(
    part,
    lines.filter((l) => l.long).map((l) => l.range),
  );
  if (articles.length > 0) return long;
  const place = {
    file: part.file,
    hint: 'Give the text a title line and paragraphs, or rename the file with a leading _.',
  };
  return [...long, diagnose('no-article-found', 'No article was found in the text.', place)];
}

function complainOfLong(part: Part, lines: readonly Range[]): Diagnostic[] {
  return lines.slice(0, 5).map(({ start, end }) => {
    const line = lineOf(part.text, start);
    return diagnose('line-too-long', `Line ${line} has ${end - start} characters.`, {
      file: part.file,
      line,
      hint: 'Break it into lines or paragraphs.',
    });
  });
}
