import type { Block } from '../../types.ts';

const gap = /\n[^\S\n]*(?:\r?\n[^\S\n]*)+/gu;

/** Paragraphs of a plain text: what stands between empty lines; lines, where no line is empty and all are long. */
export function splitParagraphs(text: string): Block[] {
  const pattern = isOneLineEach(text) ? /\n/gu : gap;
  const blocks: Block[] = [];
  let start = 0;
  const add = (end: number) => {
    const range = { start, end };
    if (text.slice(start, end).trim() !== '')
      blocks.push({ kind: 'paragraph', span: range, ranges: [{ ...range }] });
  };
  for (const match of text.matchAll(pattern)) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(text.length);
  return blocks;
}

/** Several lines that each end a sentence are paragraphs; wrapped lines are not. */
function isOneLineEach(text: string): boolean {
  if (text.search(gap) !== -1) return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => /[.!?…"'”’»)\]]\s*$/u.test(line));
}
