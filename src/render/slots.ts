/** Places in a rendered email that differ by recipient: tokens that no article can contain. */
import { createHash } from 'node:crypto';
import { unsubscribeAddress } from '../text/addresses.ts';
import { escapeHtml } from '../text/markup.ts';
import { type SlotName, type Slots, slotBytes } from '../text/slot-bytes.ts';
import type { Issue, Site } from '../types.ts';
import { stringsFor } from './strings.ts';

export { type SlotName, type Slots, slotBytes } from '../text/slot-bytes.ts';

const names: readonly SlotName[] = ['unsubscribe', 'recipient'];

/**
 * Tokens named after the issue's own hash: a text that held one would change the hash, and so the token.
 */
export function slotsOf(issue: Issue): Slots {
  const hash = createHash('sha256').update(JSON.stringify(issue)).digest('hex').slice(0, 16);
  return { unsubscribe: `slot-${hash}-unsubscribe`, recipient: `slot-${hash}-recipient` };
}

/** What stands in the slots of a copy that belongs to nobody. */
export function neutralValues(site: Site, language: string): Slots {
  return { unsubscribe: unsubscribeAddress(site.url), recipient: stringsFor(language).everyone };
}

/** Puts values into the slots as plain strings; `html` says whether they must be escaped. */
export function fillSlots(rendered: string, slots: Slots, values: Slots, html: boolean): string {
  return names.reduce((text, name) => {
    const value = html ? escapeHtml(values[name]) : values[name];
    return text.replaceAll(slots[name], () => value);
  }, rendered);
}

/** Bytes of the mail if every slot held its longest value. */
export function countBytes(slotted: string, slots: Slots): number {
  return names.reduce((sum, name) => {
    const uses = slotted.split(slots[name]).length - 1;
    return sum + uses * (slotBytes[name] - slots[name].length);
  }, Buffer.byteLength(slotted));
}
