export type { Envelope, Outcome, Transport } from '../../deliver/types.ts';

/** What another machine said, as one line of at most 500 signs that acts on nothing. */
export function cleanReply(text: string): string {
  const line = text
    .toWellFormed()
    // OpenSSL names the thread, and the place in its own source.
    .replace(/[0-9A-F]+:error:[0-9A-F]+:([^:]*):[^:]*:([^:]*):\S*?:\d+:/gu, '$1: $2')
    .replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ')
    .trim();
  return line.length > 500 ? `${line.slice(0, 499).toWellFormed()}…` : line;
}
