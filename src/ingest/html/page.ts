import type { Block, Metadata, Range } from '../../types.ts';
import { findArticle } from './article.ts';
import { blocksOf } from './blocks.ts';
import { makeDocument } from './document.ts';
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
  const root = options.whole ? document.body : findArticle(document);
  const blocks = root ? blocksOf(root, page.text) : [];
  const { text, textUnits, sources } = page;
  return {
    text,
    blocks,
    metadata: readMetadata(tree, page),
    articleFound: blocks.length > 0,
    textUnits,
    sources,
  };
}
