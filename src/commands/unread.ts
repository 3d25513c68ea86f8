import type { Prepared } from './prepare.ts';

/** A file of which nothing was taken, and why. Its size is unknown where it was not even opened. */
export type Unread = { file: string; size: number | null; code: string; why: string };

/** What is no article, could not be opened or could not be read, in the order of the complaints. */
export function findUnread({ newsletter, digest, diagnostics }: Prepared): Unread[] {
  const read = new Set(digest.readings.filter((r) => r.bytes.unreadable < r.size).map((r) => r.file));
  const sizes = new Map(newsletter.files.map(({ path, bytes }) => [path, bytes.length]));
  const reasons = new Map<string, Unread>();
  const unopened = new Set(newsletter.diagnostics);
  for (const diagnostic of diagnostics) {
    const file = /^articles\/(.+)$/su.exec(diagnostic.file ?? '')?.[1];
    if (file === undefined || read.has(file) || reasons.has(file)) continue;
    const size = sizes.get(file) ?? null;
    if (size === null && !unopened.has(diagnostic)) continue;
    reasons.set(file, { file, size, code: diagnostic.code, why: diagnostic.message });
  }
  return [...reasons.values()];
}
