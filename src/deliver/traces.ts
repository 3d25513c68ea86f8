/** What a mail carries so that an answer to it finds its way back: Message-ID and return path (VERP), made and read. */

/** Which mail it was. `subscriber` is the id, not the address. */
export type Trace = { issue: string; subscriber: string };

/**
 * The same issue to the same reader has the same Message-ID: who gets it twice can fold it. `revision` tells an issue
 * that was approved anew from the one before; letters and digits.
 */
export function messageIdOf(trace: Trace, revision: string, host: string): string {
  return `<${trace.issue}.${revision}.${trace.subscriber}@${host}>`;
}

/** With or without angle brackets; null where it is not one of ours, whatever the host. */
export function readMessageId(text: string): Trace | null {
  const parts = /^<?([\w-]+)\.[a-z0-9]+\.([\w-]+)@[^@<>\s]+>?$/u.exec(text.trim());
  return parts?.[1] && parts[2] ? { issue: parts[1], subscriber: parts[2] } : null;
}

/**
 * The envelope's sender, to which a bounce is sent: `letter@x.example` becomes
 * `letter+2026-05=<subscriber>@x.example`. Throws a RangeError where that has more than 64 signs before the @.
 */
export function returnPathOf(trace: Trace, base: string): string {
  const at = base.lastIndexOf('@');
  const local = `${base.slice(0, at)}+${trace.issue}=${trace.subscriber}`;
  if (local.length > 64) throw new RangeError(`${base} is too long for a return path: 20 signs before the @`);
  return `${local}${base.slice(at)}`;
}

/** Null where the address is not a return path made of `base`. Letter case of what a server sends back is not kept. */
export function readReturnPath(address: string, base: string): Trace | null {
  const at = base.lastIndexOf('@');
  const [given, start, end] = [
    address.trim().replace(/^<|>$/gu, ''),
    `${base.slice(0, at)}+`,
    base.slice(at),
  ];
  const lower = given.toLowerCase();
  if (!lower.startsWith(start.toLowerCase()) || !lower.endsWith(end.toLowerCase())) return null;
  const parts = /^([\w-]+)=([\w-]+)$/u.exec(given.slice(start.length, -end.length));
  if (!parts?.[1] || !parts[2]) return null;
  // `2026-W20` and `2026-Q2` are written with a capital, ids in hex without.
  return { issue: parts[1].toUpperCase(), subscriber: parts[2].toLowerCase() };
}
