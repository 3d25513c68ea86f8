import type { Range } from '../../types.ts';

/** Opening marks with their closing ones. Marks that open in one language and close in another are in both places. */
const pairs: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '“': '”',
  '„': '“”',
  '‘': '’',
  '«': '»',
  '»': '«',
  '‹': '›',
  '"': '"',
  '”': '”',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '（': '）',
};
const marks = /[()[\]“”„‘’«»‹›"「」『』《》〈〉【】（）]/gu;

/** Marks that may also close. */
const twoFaced = new Set(['"', '”', '»']);

/** A two-faced mark opens only before a character, and not at the end of a word. */
function mayOpen(text: string, at: number): boolean {
  if (!twoFaced.has(text.charAt(at))) return true;
  return !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && /\S/u.test(text.charAt(at + 1));
}

/** `"` before a word and after a space opens even when another is open: that one was never closed. */
function reopens(text: string, at: number): boolean {
  return text.charAt(at) === '"' && /^$|[\s(]/u.test(text.charAt(at - 1)) && /\S/u.test(text.charAt(at + 1));
}

/** An apostrophe inside a word closes nothing. */
function mayClose(text: string, at: number): boolean {
  return text.charAt(at) !== '’' || !/[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

/**
 * Quotations and brackets that close again within `limit` units: from the opening mark to past the closing one,
 * ascending, nested ones swallowed. What stays open encloses nothing.
 */
export function findEnclosures(text: string, limit: number): Range[] {
  const found: Range[] = [];
  let open: { mark: string; at: number }[] = [];
  for (const { 0: mark, index: at } of text.matchAll(marks)) {
    open = open.filter((o) => at - o.at < limit);
    const matching = open.findLastIndex((o) => (pairs[o.mark] ?? '').includes(mark));
    if (matching >= 0 && !reopens(text, at) && mayClose(text, at)) {
      const start = open[matching]?.at ?? at;
      while ((found.at(-1)?.start ?? -1) > start) found.pop();
      found.push({ start, end: at + 1 });
      open = open.slice(0, matching);
    } else if (pairs[mark] !== undefined && mayOpen(text, at)) {
      open = open.filter((o) => o.mark !== mark);
      open.push({ mark, at });
    }
  }
  return found;
}
