import { overlaps } from '../../text/ranges.ts';
import type { Block, Metadata, Range } from '../../types.ts';
import { findArticle } from './article.ts';
import { blocksOf, type Draft } from './blocks.ts';
import { type DomDocument, makeDocument } from './document.ts';
import { keepProse } from './edges.ts';
import { removeFurniture } from './furniture.ts';
import { listsArticles } from './listing.ts';
import { readMetadata } from './metadata.ts';
import { type PageText, readText } from './page-text.ts';
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

/** Reads the decoded HTML of a page. `whole`: everything in its body is content, as in a feed entry or a mail. */
export function readPage(source: string, options: { whole: boolean }): PageReading {
  const tree = parsePage(source);
  const page = readText(tree);
  const metadata = readMetadata(tree, page);
  const drafts = draftsOf(tree, page, metadata, options.whole);
  const blocks = drafts.map(({ linked: _, ...block }) => block);
  const { text, textUnits, sources } = page;
  return { text, blocks, metadata, articleFound: blocks.length > 0, textUnits, sources };
}

/** More nodes than any article has: such a page is left to the rules for pasted text. */
const nodeLimit = 400_000;

function draftsOf(tree: Tree, page: PageText, metadata: Metadata, whole: boolean): Draft[] {
  if (page.nodes > nodeLimit || (!whole && listsArticles(tree))) return [];
  const document = makeDocument(tree, page.places);
  return whole ? blocksOf(document.body, page.text) : articleDrafts(document, page.text, metadata);
}

function articleDrafts(document: DomDocument, text: string, metadata: Metadata): Draft[] {
  const root = findArticle(document);
  if (!root) return [];
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
