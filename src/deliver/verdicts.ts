/** What a server's words about a mail that could not be delivered mean for the reader's address. */

/** `hard`: nobody is there, and nobody will be. `soft`: something else, which may pass. */
export type Verdict = 'hard' | 'soft';

/** Codes (RFC 3463) of class 5 that speak of the address itself; the second number decides, or both. */
const hardCodes = [
  // The address: but 7 and 8 are about that of the sender.
  /^5\.1\.(?!7$|8$)\d+$/u,
  // The mailbox is closed. A full one (2) may be emptied.
  /^5\.2\.1$/u,
  // No such domain; 1 is what Microsoft says of unknown people.
  /^5\.4\.(?:1|4|310)$/u,
  // The account is closed, or now belongs to another.
  /^5\.7\.(?:13|17)$/u,
];

/** Codes of class 5 that say nothing of their own, or that servers use for anything: their words decide. */
const vagueCode = /^5\.(?:0\.\d+|2\.0|3\.0|5\.0|1\.0)$/u;

const nobody =
  /user (?:is )?unknown|unknown (?:user|recipient|address|local.?part)|no such (?:user|person|recipient|mailbox|address|account)|(?:user|recipient|mailbox|account|address|e-?mail)[^.\n]{0,60}(?:does ?n[o']t exist|not found|is (?:disabled|closed|inactive|invalid)|has been (?:disabled|closed|deactivated))|no mailbox (?:here )?by that name|invalid (?:recipient|mailbox|address)|(?:mailbox|recipient)(?: is)? unavailable|not a (?:valid|known) (?:user|mailbox|recipient)|unrouteable address|not our customer|host (?:or domain name )?not found|RecipNotFound/iu;

const policy =
  /spam|black.?list|block.?list|blocked|reputation|policy|dnsbl|\brbl\b|spf|dkim|dmarc|greylist|rate limit|too many|banned|content|virus|relay/iu;

const full =
  /quota|mailbox (?:is )?full|over ?limit|not enough space|insufficient (?:storage|space)|too large/iu;

/**
 * Reads a status code (RFC 3463) and the words of a server, either of which may be missing. What is unsure is soft:
 * that does no harm until it happens again and again.
 */
export function judge(status: string | null, said: string): Verdict {
  const words = said.slice(0, 5000);
  const code = bestCode(status, words);
  if (code?.startsWith('4')) return 'soft';
  if (code !== null && !vagueCode.test(code)) return hardCodes.some((p) => p.test(code)) ? 'hard' : 'soft';
  if (full.test(words)) return 'soft';
  if (nobody.test(words)) return 'hard';
  const reply = /(?:^|[^\d.])([245]\d\d)(?=[ \-#]|$)/u.exec(words)?.[1];
  // "Mailbox unavailable", unless the words say that the mail was not liked.
  return /^55[013]$/u.test(reply ?? '') && !policy.test(words) ? 'hard' : 'soft';
}

/** Whether a server said at once, by a code (RFC 3463), that nobody is there: without one the fault may be ours. */
export function saysGone(reply: string | null): boolean {
  const words = reply ?? '';
  return codeIn(words) !== null && judge(null, words) === 'hard';
}

/** What the last server said itself tells more than what the reporting one made of it, if that is vague. */
function bestCode(status: string | null, words: string): string | null {
  const said = codeIn(words);
  const own = status === null ? null : codeIn(status);
  return own === null || (vagueCode.test(own) && said !== null) ? said : own;
}

/** The first code of RFC 3463 in a text, such as `5.1.1`; success is none. */
export function codeIn(text: string): string | null {
  return /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/u.exec(text)?.[1] ?? null;
}
