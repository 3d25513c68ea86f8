export type UnicodeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Decodes Unicode; invalid bytes become U+FFFD and are counted, never dropped. */
export function decodeUnicode(
  content: Uint8Array,
  encoding: UnicodeEncoding,
): { text: string; unreadable: number } {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(content);
  return { text, unreadable: countUnreadable(content, text, encoding) };
}

function countUnreadable(content: Uint8Array, text: string, encoding: UnicodeEncoding): number {
  if (!text.includes('\uFFFD')) return encoding === 'utf-8' ? 0 : content.length % 2;
  if (encoding !== 'utf-8')
    return content.length - 2 * (text.length - countReplaced(content, text, encoding));
  const replaced = text.split('\uFFFD').length - 1 - countGenuine(content);
  return content.length - (Buffer.byteLength(text, 'utf8') - 3 * replaced);
}

/** U+FFFD that the file itself holds, as opposed to those the decoder put in. */
function countGenuine(content: Uint8Array): number {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.length);
  let count = 0;
  for (let i = buffer.indexOf('efbfbd', 0, 'hex'); i !== -1; i = buffer.indexOf('efbfbd', i + 3, 'hex'))
    count += 1;
  return count;
}

function countReplaced(content: Uint8Array, text: string, encoding: 'utf-16le' | 'utf-16be'): number {
  const low = encoding === 'utf-16le' ? 0 : 1;
  let replaced = 0;
  for (let i = text.indexOf('\uFFFD'); i !== -1; i = text.indexOf('\uFFFD', i + 1)) {
    const unit = (content[2 * i + low] ?? 0) | ((content[2 * i + 1 - low] ?? 0) << 8);
    if (unit !== 0xfffd) replaced += 1;
  }
  return replaced;
}

/** Shorter than eight units, a stray NUL could be taken for a pattern. */
const MIN_PATTERN = 16;

/**
 * UTF-16 that bears no mark: in the head of the file NUL stands in at least two of five places of one parity (each
 * letter of a Latin text, each space and digit of others) and hardly ever in the other.
 */
export function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 4096);
  if (head.length < MIN_PATTERN) return null;
  const nuls = [0, 0];
  for (let i = 0; i < head.length; i += 1) if (head[i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls.map((count) => count / (head.length / 2));
  if (odd >= 0.4 && even < 0.02) return 'utf-16le';
  return even >= 0.4 && odd < 0.02 ? 'utf-16be' : null;
}

/** What windows-1252 shows for the bytes that follow the first of a UTF-8 character. */
const rest = '[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
const doubled = new RegExp(`[Â-ß]${rest}|[à-ï]${rest}{2}|[ð-ô]${rest}{3}`, 'gu');

/**
 * Whether a text looks as if its UTF-8 had been read as windows-1252 and saved again ("cafÃ©"): three such places
 * at least, and most of what is not ASCII. It is only said, never repaired: then it would no longer be verbatim.
 */
export function looksDoubled(text: string): boolean {
  const found = text.match(doubled) ?? [];
  if (found.length < 3) return false;
  const units = found.reduce((sum, piece) => sum + piece.length, 0);
  return units * 2 > (text.match(/[^\0-\x7f]/g)?.length ?? 0);
}
