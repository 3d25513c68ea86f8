import { joinRanges } from '../text/ranges.ts';
import type { Block, PartReading } from '../types.ts';

/** Shorter ones are standfirsts, credits, captions. */
const shortestProse = 90;

/** Blocks by article: several where no title is stated and each heading of the first depth has prose of its own. */
export function splitByTitles({ part, blocks, metadata }: PartReading): Block[][] {
  const starts = blocks.flatMap((b, i) => (b.kind === 'heading' && b.depth === 1 && !b.aside ? [i] : []));
  if (metadata['title'] || starts.length < 2) return [[...blocks]];
  const isProse = (b: Block): boolean =>
    !b.aside && b.kind === 'paragraph' && joinRanges(part.text, b.ranges).length >= shortestProse;
  const groups = starts.map((start, i) => blocks.slice(i === 0 ? 0 : start, starts[i + 1]));
  const opensWithProse = blocks.slice(0, starts[0]).some(isProse);
  return opensWithProse || !groups.every((group) => group.some(isProse)) ? [[...blocks]] : groups;
}
