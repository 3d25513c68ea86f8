import { overlaps } from '../../text/ranges.ts';
import type { Block, Metadata, Range } from '../../types.ts';
import { findArticle } from './article.ts';
import { blocksOf, type Draft } from './blocks.ts';
import { type DomDocument, makeDocument } from './document.ts';
import { keepProse } from './edges.ts';
import { removeFurniture } from './furniture.ts';
import { readMetadata } from './metadata.ts';
import { readText } from './page-text.ts';
import { parsePage } from './tree.ts';

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
  const document = makeDocument(tree, page.places);
  const metadata = readMetadata(tree, page);
  const drafts = options.whole
    ? blocksOf(document.body, page.text)
    : articleDrafts(document, page.text, metadata);
  const blocks = drafts.map(({ linked: _, ...block }) => block);
  const { text, textUnits, sources } = page;
  return { text, blocks, metadata, articleFound: blocks.length > 0, textUnits, sources };
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
