import { splitLines } from '../../text/lines.ts';
import type { Block } from '../../types.ts';
import { readPage } from '../html/page.ts';

/** The text that an HTML mail shows. `share` is how much of its source is text, from 0 to 1. */
export type ShownText = { text: string; share: number };

/** The text of an HTML part, a line for each line that a reader sees. */
export function readShownText(source: string): ShownText {
  const { text, sources } = readPage(unwrapLines(source), { whole: true });
  const units = sources.reduce((sum, r) => sum + r.end - r.start, 0);
  return { text, share: source.length === 0 ? 0 : Math.min(1, units / source.length) };
}

/** Line ends in the source of a page are white space, put there by the mailer; those that are shown come from tags. */
export function unwrapLines(source: string): string {
  return source
    .split(/(<pre\b[^>]{0,2000}>(?:[^<]|<(?!\/pre))*)/iu)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replace(/[\r\n]/gu, ' ')))
    .join('');
}

/** The lines of a text as blocks. */
export function lineBlocks(text: string): Block[] {
  return splitLines(text).map((line) => ({ kind: 'line', span: line, ranges: [line] }));
}
