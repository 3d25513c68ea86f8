import { overlaps } from '../../text/ranges.ts';
import type { Block, Metadata, Range } from '../../types.ts';
import { findArticle } from './article.ts';
import { blocksOf, type Draft } from './blocks.ts';
import { type DomDocument, type DomNode, makeDocument } from './document.ts';
import { keepProse } from './edges.ts';
import { removeFurniture } from './furniture.ts';
import { densestRun, proseIn, toLines } from './lines.ts';
import { listsArticles } from './listing.ts';
import { findMarked } from './marked.ts';
import { readMetadata } from './metadata.ts';
import { type PageText, readText } from './page-text.ts';
import { prepareBody } from './prepare.ts';
import { parsePage, type Tree } from './tree.ts';

/** What a page says: its text as a part, and what of it is the article. */
export type PageReading = {
  text: string;
  blocks: Block[];
  metadata: Metadata;
  articleFound: boolean;
  /** Units of `text` that come from text nodes; the rest are line feeds that stand for markup. */
  textUnits: number;
  /** Where in `source` the text stands; the rest of it is markup. */
  sources: Range[];
};

/**
 * Reads the decoded HTML of a page. `whole`: everything in its body is content, as in a feed entry.
 */
export function readPage(source: string, options: { whole: boolean }): PageReading {
  const tree = parsePage(source);
  const page = readText(tree);
  // Of a feed entry only its picture is asked, and most have no figure.
  const metadata = options.whole && !/<figure\b/iu.test(source) ? {} : readMetadata(tree, page);
  const drafts = draftsOf(tree, page, metadata, options.whole);
  const blocks = drafts.map(({ linked: _, ...block }) => block);
  const { text, textUnits, sources } = page;
  return { text, blocks, metadata, articleFound: blocks.length > 0, textUnits, sources };
}

/** Letters of prose; what is longer is an article. */
const fewLetters = 600;

/** More nodes than any article has: such a page is left to the rules for pasted text. */
const nodeLimit = 400_000;

function draftsOf(tree: Tree, page: PageText, metadata: Metadata, whole: boolean): Draft[] {
  if (page.nodes > nodeLimit || (!whole && listsArticles(tree))) return [];
  const open = (): DomDocument => makeDocument(tree, page.places);
  return whole ? blocksOf(open().body, page.text) : articleDrafts(open, page.text, metadata);
}

/**
 * The article that Readability finds, unless the page itself marks a text around it that has a third more prose, or
 * it is a few lines and another run of paragraphs has more than three times as much.
 */
function articleDrafts(open: () => DomDocument, text: string, metadata: Metadata): Draft[] {
  const prepared = (): DomDocument => {
    const document = open();
    prepareBody(document.body);
    return document;
  };
  const document = prepared();
  const all = proseIn(toLines(blocksOf(document.body, text), text));
  const root = findArticle(document);
  const found = root ? cleanDrafts(root, text, metadata) : [];
  const length = proseIn(toLines(found, text));
  if (length > 0.75 * all) return found;
  const marked = findMarked(prepared().body);
  const drafts = marked ? cleanDrafts(marked, text, metadata) : [];
  const share = proseIn(toLines(drafts, text)) / length;
  if (holds(drafts, found) && share > 4 / 3 && (share < 3 || length < fewLetters)) return drafts;
  if (length > fewLetters || 3 * length >= all) return found;
  const run = densestRun(toLines(cleanDrafts(prepared().body, text, metadata), text));
  return proseIn(run) > 3 * length ? run.map((line) => line.draft) : found;
}

function holds(outer: readonly Draft[], inner: readonly Draft[]): boolean {
  const starts = new Set(outer.map((d) => d.span.start));
  return inner.filter((d) => starts.has(d.span.start)).length >= 0.8 * inner.length;
}

/** The blocks below an element without what stands around and between the prose. */
function cleanDrafts(root: DomNode, text: string, metadata: Metadata): Draft[] {
  removeFurniture(root);
  const [title = '', site = ''] = [metadata['title'], metadata['source']].map((f) => String(f?.value ?? ''));
  const authors = [metadata['authors']?.value ?? []].flat();
  const stated = ['title', 'authors', 'date'].flatMap((key) => metadata[key]?.range ?? []);
  const drafts = blocksOf(root, text).filter(
    (d) =>
      !stated.some(
        (range) => overlaps(range, d.span) && d.span.end - d.span.start < 3 * (range.end - range.start),
      ),
  );
  return keepProse(drafts, text, { title, authors, site });
}
