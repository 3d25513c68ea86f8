import type { MemberText } from './archive.ts';

/**
 * Bytes in the file of what stands in a member. `text` and `unreadable` are shares of it, from 0 to 1: packed bytes
 * are shared out in proportion, for deflate has no bit that is one letter's alone. A member of which nothing could
 * be unpacked is unreadable as a whole.
 */
export function shareOf(
  { bytes, packed }: Pick<MemberText, 'bytes' | 'packed'>,
  share: { text: number; unreadable: number },
): { text: number; unreadable: number } {
  const size = packed.end - packed.start;
  if (bytes.length === 0) return { text: 0, unreadable: size };
  const unreadable = Math.min(size, Math.ceil(size * share.unreadable));
  return { text: Math.min(size - unreadable, Math.round(size * share.text)), unreadable };
}
