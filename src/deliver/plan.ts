/** Who gets an issue: decided once, before the first mail. */
import { escapeHtml } from '../text/markup.ts';
import { slotBytes } from '../text/slot-bytes.ts';
import { isAddress } from './headers.ts';
import { returnPathOf } from './traces.ts';
import type { Subscriber } from './types.ts';

export type Planned = { subscriber: Subscriber; excluded: string | null };

/**
 * All who are to get an issue, and why some of them do not. `list` is active subscribers; `has` says what somebody got
 * already: a word for it, or null.
 */
export async function* planRecipients(
  list: AsyncIterable<Subscriber>,
  issue: string,
  returnPath: string,
  has: (subscriber: Subscriber) => Promise<string | null>,
): AsyncGenerator<Planned> {
  for await (const subscriber of list) {
    const excluded = whyImpossible(subscriber, issue, returnPath) ?? (await has(subscriber));
    yield { subscriber, excluded };
  }
}

/** Why no mail can be made for an address, or null. What the next server thinks of it only sending shows. */
export function whyImpossible(
  { id, email }: Pick<Subscriber, 'id' | 'email'>,
  issue: string,
  returnPath: string,
): string | null {
  if (!isAddress(email)) return 'the address cannot stand in a mail';
  if (Buffer.byteLength(escapeHtml(email)) > slotBytes.recipient) return 'the address is too long';
  try {
    returnPathOf({ issue, subscriber: id }, returnPath);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
