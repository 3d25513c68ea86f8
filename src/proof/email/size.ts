import { unsubscribeAddress } from '../../text/addresses.ts';
import { escapeHtml } from '../../text/markup.ts';
import { slotBytes } from '../../text/slot-bytes.ts';
import type { Site } from '../../types.ts';
import { finding, groupDigits, type OpenMail, type Verdict } from '../gate.ts';

/** Gmail cuts what is longer, and hides the end behind a link. */
const gmail = 102_400;

/** Bytes of the HTML with personal links at their longest against the limit of the newsletter, and Gmail's. */
export function checkSize({ html, site, limits }: OpenMail): Verdict {
  const bytes = longestBytes(html, site);
  const of = `${groupDigits(bytes)} of ${groupDigits(limits.emailBytes)} bytes, personal links at their longest`;
  const figure = `${(bytes / 1024).toFixed(1)} KB`;
  if (bytes > limits.emailBytes) {
    const hint = 'Shorten the letter, or raise limits.emailBytes in the config.';
    const findings = [finding(`${groupDigits(bytes - limits.emailBytes)} bytes too many`, hint)];
    return { result: 'fail', figure, sentence: `${of}: the email is too long.`, findings };
  }
  if (bytes > gmail) {
    const findings = [finding(`${groupDigits(bytes - gmail)} bytes more than Gmail shows`)];
    return { result: 'look', figure, sentence: `${of}: Gmail will cut it.`, findings };
  }
  return { result: 'pass', figure, sentence: `${of}.`, findings: [] };
}

/**
 * The published copy has neutral links in the places of the personal ones. A name in the recipient's place cannot be
 * told from other words: templates of ours have none.
 */
export function longestBytes(html: string, site: Site): number {
  const neutral = escapeHtml(unsubscribeAddress(site.url));
  const uses = html.split(`"${neutral}"`).length - 1;
  return Buffer.byteLength(html) + uses * Math.max(0, slotBytes.unsubscribe - Buffer.byteLength(neutral));
}
