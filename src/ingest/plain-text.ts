import { splitLines } from '../text/lines.ts';
import type { Block, Part, PartReading, Result } from '../types.ts';
import { readingOf } from './reader.ts';

/** A pasted text: its physical lines. */
export function readPlainText(part: Part): Result<PartReading> {
  const blocks: Block[] = splitLines(part.text).map((span) => ({ kind: 'line', span, ranges: [span] }));
  return readingOf({ part, shape: 'dump', metadata: {}, blocks });
}
