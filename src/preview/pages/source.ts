import { html, raw } from 'hono/html';
import { escapeHtml } from '../../text/markup.ts';
import type { AnalyzedArticle, Highlight } from '../../types.ts';
import { issuePath } from '../addresses.ts';
import { type LinesAround, renderLines } from '../source-html.ts';
import {
  articleFragment,
  beginOf,
  indexSources,
  linesOf,
  type NamedSentence,
  pageAddress,
  parsePagePath,
  type SourceFile,
  type SourceIndex,
  type SourcePart,
} from '../source-index.ts';
import { sourceLines, type Taken } from '../source-lines.ts';
import type { Slice } from '../source-pages.ts';
import { sumByRule } from '../source-sums.ts';
import type { PreviewState } from '../state.ts';
import { count, formatNumber, type Html, type PreviewPage } from './page.ts';
import { type Paging, pager } from './pager.ts';
import { notes } from './source-notes.ts';
import { bytesTable, sumsTable, tellSums } from './source-sums.ts';

/** Where a highlight stands in its source, or null when the file is gone or another now. */
export function sourceAddress(state: PreviewState, highlight: Highlight): string | null {
  const index = indexSources(state.digest);
  const file = index.file(highlight.file);
  if (file?.fates.sha256 !== highlight.sha256) return null;
  return index.address(highlight.file, highlight.part, highlight.ranges);
}

/** Every address of a source page, for an export: a long file has several. */
export function sourceAddresses({ digest }: PreviewState): string[] {
  const index = indexSources(digest);
  return digest.readings.flatMap(({ file }) =>
    (index.file(file)?.pages ?? []).map((_, i) => pageAddress(file, i + 1)),
  );
}

/** The source of a file below articles/, or `<file>/page-2` of a long one, with all that became of it. */
export function sourcePage(state: PreviewState, path: string): PreviewPage | null {
  const index = indexSources(state.digest);
  const asked = index.file(path) ? { file: path, page: 1 } : parsePagePath(path);
  const file = asked && index.file(asked.file);
  const slices = asked && file?.pages[asked.page - 1];
  if (!asked || !file || !slices) return null;
  const view: View = { state, index, file, page: asked.page, slices, shown: showSlices(index, file, slices) };
  const title = file.pages.length > 1 ? `${asked.file}, page ${asked.page}` : asked.file;
  return { title, nav: 'source', body: pageBody(view) };
}

/** A slice with the sentences that stand in it. */
type Shown = { slice: Slice; part: SourcePart; sentences: NamedSentence[]; articles: AnalyzedArticle[] };

type View = {
  state: PreviewState;
  index: SourceIndex;
  file: SourceFile;
  page: number;
  slices: readonly Slice[];
  shown: readonly Shown[];
};

function showSlices(index: SourceIndex, { parts }: SourceFile, slices: readonly Slice[]): Shown[] {
  return slices.flatMap((slice) => {
    const part = parts[slice.part];
    if (!part) return [];
    const isHere = (at: number): boolean => at >= slice.start && (at < slice.end || slice.end === 0);
    const sentences = index.sentences(part).filter(({ ranges }) => isHere(ranges[0]?.start ?? -1));
    const articles = part.articles
      .filter((article) => isHere(beginOf(article)))
      .sort((a, b) => beginOf(a) - beginOf(b));
    return [{ slice, part, sentences, articles }];
  });
}

function pageBody(view: View): Html {
  const { file, shown } = view;
  const chosen = shown.flatMap(({ part, sentences }) =>
    sentences.filter((s) => s.chosen.length > 0).map((sentence) => ({ part, sentence })),
  );
  const sums = sumByRule(file.parts.flatMap(({ classes }) => classes));
  return html`<div class="panes source">
<header class="pane-head source-head">
<h1><code>articles/${file.fates.file}</code></h1>
<p class="soft">${tellFile(file)}</p>
<p class="jump"><a href="#sums">Sums and chosen sentences</a></p>
<ul class="legend" aria-label="What the colours say">
<li><span class="swatch is-body"></span>Body</li>
<li><span class="swatch is-title"></span>Title, metadata</li>
<li><span class="swatch is-boilerplate"></span>Boilerplate</li>
<li><span class="swatch is-duplicate"></span>Duplicate</li>
<li><span class="swatch is-unreadable"></span>Unreadable</li>
<li><span class="swatch is-shown"></span>Sentence shown</li>
<li><span class="swatch is-chosen"></span>Also chosen</li>
<li><span class="swatch is-cut"></span>Left out</li>
</ul>
</header>
<div class="pane source-text">
${pager(pagingOf(view, 'Pages of this file'))}
${contents(view)}
${shown.length === 0 ? html`<p class="content">No text could be read from this file.</p>` : ''}
${shown.map((own) => partSection(own, view, chosen))}
${pager(pagingOf(view, 'Pages of this file, again'))}
</div>
<aside class="aside" aria-label="Sentences and sums of this file" tabindex="0">
${sumsTable(file, sums, view.index)}
${bytesTable(file)}
${notes(chosen, file)}
</aside>
</div>`;
}

function tellFile({ parts, fates }: SourceFile): string {
  const articles = parts.reduce((sum, part) => sum + part.articles.length, 0);
  const units = parts.reduce((sum, { part }) => sum + part.text.length, 0);
  const pieces = parts.length > 1 ? ` in ${count(parts.length, 'part', 'parts')}` : '';
  const format = parts[0] ? `, read as ${nameReader(parts[0].part.reader)}` : '';
  const size = `${count(fates.size, 'byte', 'bytes')}`;
  return `${count(articles, 'article', 'articles')}, ${count(units, 'character', 'characters')}${pieces} from ${size}${format}`;
}

const readers: { [name: string]: string } = {
  text: 'plain text',
  markdown: 'Markdown',
  html: 'a web page',
  document: 'a Word document',
  book: 'an e-book',
  mail: 'a mail',
  mailbox: 'a mailbox',
  feed: 'a feed',
};

function nameReader(reader: string): string {
  const [name = ''] = reader.split('@');
  return readers[name] ?? name;
}

function pagingOf({ file, page }: View, label: string): Paging {
  const address = (to: number): string => pageAddress(file.fates.file, to);
  return { page, pages: file.pages.length, address, told: tellPage(file, page), label };
}

function tellPage({ pages, parts }: SourceFile, page: number): string {
  const slices = pages[page - 1] ?? [];
  const [first, last] = [(slices[0]?.part ?? 0) + 1, (slices.at(-1)?.part ?? 0) + 1];
  const what = parts.length === 1 ? '' : first === last ? `, part ${first}` : `, parts ${first} to ${last}`;
  return `Page ${formatNumber(page)} of ${formatNumber(pages.length)}${what}.`;
}

/** The articles on this page, with where they went. */
function contents({ shown, state }: View): Html | string {
  const articles = shown.flatMap(({ part, articles }) => articles.map((article) => ({ part, article })));
  if (articles.length === 0) return '';
  const reports = new Map(state.reports.map((report) => [report.id, report]));
  const rows = articles.map(({ part, article }) => {
    const report = reports.get(article.id);
    const issue = report?.issue ?? null;
    const place = tellPlace(report?.place ?? '');
    return html`<li><a href="#${articleFragment(part, article)}">${article.title.text}</a>
<span class="soft">${issue === null ? place : html`<a href="${issuePath(issue)}">${place}</a>`}</span></li>
`;
  });
  const summary = `${count(articles.length, 'article', 'articles')} ${articles.length === 1 ? 'begins' : 'begin'} here`;
  return html`<details class="found"${articles.length <= 60 ? html` open` : ''}><summary>${summary}</summary><ol>${rows}</ol></details>`;
}

/** A place as a sentence begins: `A story of 2026-05`. */
function tellPlace(place: string): string {
  return place.charAt(0).toUpperCase() + place.slice(1);
}

function partSection(
  { slice, part, sentences, articles }: Shown,
  { index, file }: View,
  chosen: readonly { sentence: NamedSentence }[],
): Html {
  const order = new Map(chosen.map(({ sentence }, i) => [sentence.id, i + 1]));
  const around: LinesAround = {
    sentences,
    prefix: part.prefix,
    noteOf: (sentence) => order.get(sentence.id) ?? null,
    anchors: articles.map((article) => ({ at: beginOf(article), id: articleFragment(part, article) })),
    remarks: remarksOf(part, slice),
    tell: (taken) => tellRule(taken, index),
  };
  const lines = sourceLines(part.part.text, linesOf(part, slice), part.classes, sentences);
  const [article] = part.articles;
  const language = part.articles.length === 1 && article ? html` lang="${article.language}"` : '';
  return html`<section class="part" aria-label="Text of ${part.part.name}">
${file.parts.length > 1 ? partTitle(part) : ''}
<div class="code"${language}>${raw(renderLines(lines, around))}</div>
</section>
`;
}

/** Its number, the article that has no other title in it, and what its text became. */
function partTitle(part: SourcePart): Html {
  const { number, articles } = part;
  const outside = articles.length === 1 && articles[0]?.title.ranges.length === 0 ? articles[0] : null;
  const name = outside ? html`<bdi>${outside.title.text}</bdi>` : part.part.name;
  const also = outside ? `${part.part.name}, ` : '';
  return html`<h2 id="p${number}">Part ${number}: ${name} <span class="soft">${also}${tellSums(part)}</span></h2>`;
}

/** The dates of articles, beside the words that gave them. */
function remarksOf({ articles }: SourcePart, slice: Slice): LinesAround['remarks'] {
  return articles
    .flatMap(({ date }) => {
      const at = date?.words.ranges[0]?.start;
      if (!date || at === undefined || at < slice.start || at >= slice.end) return [];
      return [{ at, markup: `date: ${escapeHtml(date.value)}` }];
    })
    .sort((a, b) => a.at - b.at);
}

/** The rule as it is named; of a copy the article that it copies. */
function tellRule({ class: name, rule }: Taken, index: SourceIndex): string | null {
  const original = name === 'duplicate' ? index.article(rule.replace(/^copy of /u, '')) : null;
  if (!original) return escapeHtml(rule);
  const address = escapeHtml(index.articleAddress(original));
  return `copy of <a href="${address}">${escapeHtml(original.file.split('/').at(-1) ?? '')}, ${original.number}</a>`;
}
