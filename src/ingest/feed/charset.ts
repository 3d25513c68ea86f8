import { decodeUnicode, type UnicodeEncoding } from '../../text/encodings/unicode.ts';

/** Text of a feed file. `measure` gives the bytes that a slice of it took; `declared` is set where it was no true word. */
export type FeedText = {
  text: string;
  markup: number;
  unreadable: number;
  declared: string | null;
  encoding: string;
  measure: (slice: string) => number;
};

const declaration = /^[\s\uFEFF]*<\?xml\s[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)/u;

/** Decodes by byte order mark, else by the XML declaration where the bytes bear it out, else as what they are. */
export function decodeFeed(bytes: Uint8Array): FeedText {
  const plain = decodePlain(bytes);
  if (plain.markup > 0) return { ...plain, declared: null, measure: measureFor(plain.encoding) };
  const wide = sniffWide(bytes);
  if (wide) return decodeAs(bytes, wide, null);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const declared = declaration.exec(head)?.[1]?.toLowerCase() ?? null;
  const encoding = chooseEncoding(declared, plain);
  const lie = declared !== null && encoding !== canonicalName(declared) ? declared : null;
  if (encoding === 'utf-8') return { ...plain, declared: lie, measure: measureFor('utf-8') };
  return decodeAs(bytes, encoding, lie);
}

type Plain = { text: string; markup: number; unreadable: number; encoding: UnicodeEncoding };

const marks: [encoding: UnicodeEncoding, mark: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** By byte order mark, else as UTF-8: what the declaration is weighed against. */
function decodePlain(bytes: Uint8Array): Plain {
  const [encoding, mark] = marks.find(([, m]) => m.every((byte, i) => bytes[i] === byte)) ?? ['utf-8', []];
  return {
    ...decodeUnicode(bytes.subarray(mark.length), encoding as UnicodeEncoding),
    encoding: encoding as UnicodeEncoding,
    markup: mark.length,
  };
}

/** UTF-16 without a mark: every second byte of the first tag is zero. */
function sniffWide(bytes: Uint8Array): string | null {
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0) return 'utf-16be';
  return bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0 ? 'utf-16le' : null;
}

function chooseEncoding(declared: string | null, plain: Plain): string {
  const named = declared === null ? 'utf-8' : (canonicalName(declared) ?? 'utf-8');
  const wide = named.startsWith('utf-16');
  const beyondAscii = /[^\0-\x7f\uFFFD]/u.test(plain.text);
  // What is valid UTF-8 beyond ASCII is no other single-byte text, whatever it says of itself.
  if (plain.unreadable === 0 && (beyondAscii || wide) && !named.startsWith('iso-2022')) return 'utf-8';
  if (named !== 'utf-8' && !wide) return named;
  return plain.unreadable > 0 && !beyondAscii ? 'windows-1252' : 'utf-8';
}

function canonicalName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string, declared: string | null): FeedText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const measure = measureFor(encoding);
  const replaced = text.includes('\uFFFD') ? Math.max(0, bytes.length - measure(text)) : 0;
  return { text, markup: 0, unreadable: replaced, declared, encoding, measure };
}

/** Bytes of a slice. What the decoder put in for broken bytes counts nothing: those bytes are unreadable. */
function measureFor(encoding: string): FeedText['measure'] {
  if (encoding === 'utf-8') return (slice) => Buffer.byteLength(slice) - 3 * countLost(slice);
  if (encoding.startsWith('utf-16')) return (slice) => 2 * (slice.length - countLost(slice));
  const sizes = multiByte.has(encoding) ? sizesOf(encoding) : null;
  if (!sizes) return (slice) => slice.length - countLost(slice);
  return (slice) => [...slice].reduce((sum, sign) => sum + sizeOf(sign, sizes), 0);
}

const multiByte = new Set(['gbk', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp', 'iso-2022-jp']);

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
