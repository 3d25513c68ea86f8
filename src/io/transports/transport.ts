export type { Envelope, Outcome, Transport } from '../../deliver/types.ts';

/** What another machine said, as one line of at most 500 signs that acts on nothing. */
export function cleanReply(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ')
    .trim();
  return line.length > 500 ? `${line.slice(0, 499).toWellFormed()}…` : line;
}
