/** Counts the bytes of a slice of a decoded text. */
export type Measure = (slice: string) => number;

/**
 * How many bytes a slice of a text took in an encoding, by its decoder's name. U+FFFD counts nothing, as the bytes
 * that it stands for are unreadable; the escape sequences of ISO-2022-JP are not counted either.
 */
export function measureIn(encoding: string): Measure {
  if (encoding === 'utf-8') return (slice) => Buffer.byteLength(slice) - 3 * countLost(slice);
  if (encoding.startsWith('utf-16')) return (slice) => 2 * (slice.length - countLost(slice));
  if (!multibyte.has(encoding)) return (slice) => slice.length - countLost(slice);
  const sizes = sizesOf(encoding);
  return (slice) => {
    let bytes = 0;
    for (const sign of slice) bytes += sizeOf(sign, sizes);
    return bytes;
  };
}

const multibyte = new Set(['gbk', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp', 'iso-2022-jp']);

function sizeOf(sign: string, sizes: ReadonlySet<string>): number {
  if (sign === '\uFFFD') return 0;
  if (sign <= '\x7f') return 1;
  // Half-width kana; then all that two bytes say; the rest takes four, or three.
  if (!sizes.has(sign)) return sign >= '\uFF61' && sign <= '\uFF9F' ? 1 : 4;
  return 2;
}

/** Characters that two bytes of an encoding stand for. */
function sizesOf(encoding: string): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const [sign = '', ...more] = decoder.decode(Uint8Array.of(lead, trail));
      if (more.length === 0 && sign !== '\uFFFD') found.add(sign);
    }
  }
  return found;
}

function countLost(slice: string): number {
  let count = 0;
  for (let at = slice.indexOf('\uFFFD'); at !== -1; at = slice.indexOf('\uFFFD', at + 1)) count += 1;
  return count;
}
