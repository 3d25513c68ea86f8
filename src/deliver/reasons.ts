/** What servers said of many mails, each reason told once. */

/** How many mails share it, and a reader it happened to. */
export type Reason = { words: string; count: number; example: string };

export type Reasons = ReadonlyMap<string, Reason>;

/** Servers that say something new each time must not fill the memory. */
const most = 200;
const others = 'other reasons';

/** Counts one more; `reasons` is changed. */
export function countReason(reasons: Map<string, Reason>, email: string, reply: string | null): void {
  const told = wordsOf(email, reply);
  const words = reasons.has(told) || reasons.size < most ? told : others;
  const { count, example } = reasons.get(words) ?? { count: 0, example: email };
  reasons.set(words, { words, count: count + 1, example });
}

/** From the most frequent down. */
export function listReasons(reasons: Reasons): Reason[] {
  return [...reasons.values()].sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1));
}

/** Without what differs by mail: the address, queue numbers, times. Codes such as 550 and 5.1.1 stay. */
function wordsOf(email: string, reply: string | null): string {
  const words = (reply ?? '')
    // Whoever was removed has no address any more.
    .replaceAll(email || '…', '…')
    .replace(/[^\s<>"'()[\];,]+@[^\s<>"'()[\];,]+/gu, '…')
    .replace(/\b(?=[\w-]*\d)[\w-]{8,}\b/gu, '…')
    .replace(/\d{5,}/gu, '…')
    .replace(/(?:…[\s.:]*){2,}/gu, '… ')
    .trim();
  return words === '' ? 'no reason given' : words;
}
