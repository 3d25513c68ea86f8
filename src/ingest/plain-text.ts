import { splitLines } from '../text/lines.ts';
import type { Block, Part, PartReading, Result } from '../types.ts';
import { readFrontMatter } from './front-matter.ts';
import { readingOf } from './reader.ts';

/** A pasted text: its physical lines, below front matter if an editor wrote some above it. */
export function readPlainText(part: Part): Result<PartReading> {
  const { metadata, span, diagnostics } = readFrontMatter(part);
  // A rule above a pasted text is no front matter unless a known key stands in it.
  const stated = Object.keys(metadata).length > 0;
  const front: Block[] = stated ? [{ kind: 'front-matter', span, ranges: [] }] : [];
  const lines = splitLines(part.text).filter((line) => !stated || line.start >= span.end);
  const blocks: Block[] = lines.map((line) => ({ kind: 'line', span: line, ranges: [line] }));
  return readingOf(
    { part, shape: 'dump', metadata, blocks: [...front, ...blocks] },
    stated ? diagnostics : [],
  );
}
