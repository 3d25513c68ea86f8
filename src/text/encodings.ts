import { sniffDeclared } from './encodings/declared.ts';
import { guessEncoding, refuteDeclared } from './encodings/guess.ts';
import { decodeLegacy, decodeStrictly, encodingOf } from './encodings/legacy.ts';
import { decodeUnicode, findUtf16, looksDoubled, type UnicodeEncoding } from './encodings/unicode.ts';

/** What settled the encoding; `nothing` is UTF-8 with bytes that are no character. */
export type EncodingReason = 'mark' | 'utf-8' | 'declared' | 'pattern' | 'guess' | 'nothing';

/** Text of a file's bytes, and how the bytes add up: text + markup + unreadable = all. */
export type Decoded = {
  text: string;
  /** Name of the decoder: `utf-8`, `windows-1250`, `gb18030`. */
  encoding: string;
  reason: EncodingReason;
  /** Encoding that the caller or the file itself named, as it was named if no decoder knows it. */
  declared: string | null;
  /** The declaration is not what the bytes are, and reading by it would have given another text. */
  wrong: boolean;
  /** UTF-8 that was read in another charset and saved as UTF-8 again: said, not repaired. */
  doubled: boolean;
  /** Bytes of the byte order mark and of escape sequences between charsets. */
  markup: number;
  /** Bytes that are no character in the encoding; each run stands as U+FFFD in the text. */
  unreadable: number;
};

export type DecodeOptions = {
  /** Charset stated outside the bytes: by a mail header, say. It goes before what the file says, if it is known. */
  declared?: string | null;
  /** Where the file itself may state one. */
  markup?: 'html' | 'xml' | null;
};

const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

type Mark = (typeof marks)[number];

const findMark = (bytes: Uint8Array): Mark | undefined =>
  marks.find((m) => m.bytes.every((b, i) => bytes[i] === b));

/**
 * Decodes a text. In this order: a byte order mark; UTF-16 by its NULs; valid UTF-8, whatever is declared; the
 * declared charset, unless the bytes refute it; UTF-8 with a few broken bytes; the likeliest charset; UTF-8. Nothing
 * is dropped: what cannot be read is counted and stands as U+FFFD.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const declared = declaredOf(bytes, options);
  const mark = findMark(bytes);
  const content = bytes.subarray(mark?.bytes.length ?? 0);
  const chosen = chooseEncoding(content, mark, declared);
  const { text, unreadable, markup } = decodeAs(content, chosen.encoding);
  return {
    text,
    ...chosen,
    declared,
    wrong: declared !== null && declared !== chosen.encoding && readsOtherwise(content, declared, text),
    doubled: looksDoubled(text),
    markup: markup + bytes.length - content.length,
    unreadable,
  };
}

/** Decoder of the first charset that is stated and known, else the first that is stated. */
function declaredOf(bytes: Uint8Array, { declared, markup }: DecodeOptions): string | null {
  const stated = [declared?.trim() || null, markup ? sniffDeclared(bytes, markup) : null];
  const labels = stated.filter((label) => label !== null);
  return labels.map(encodingOf).find((encoding) => encoding !== null) ?? labels[0] ?? null;
}

function isUnicode(encoding: string): encoding is UnicodeEncoding {
  return encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be';
}

function decodeAs(
  content: Uint8Array,
  encoding: string,
): { text: string; unreadable: number; markup: number } {
  return isUnicode(encoding)
    ? { ...decodeUnicode(content, encoding), markup: 0 }
    : decodeLegacy(content, encoding);
}

type Chosen = Pick<Decoded, 'encoding' | 'reason'>;

function chooseEncoding(content: Uint8Array, mark: Mark | undefined, declared: string | null): Chosen {
  if (mark) return { encoding: mark.encoding, reason: 'mark' };
  const utf16 = findUtf16(content);
  if (utf16) return { encoding: utf16, reason: utf16 === declared ? 'declared' : 'pattern' };
  const escapes = mentionsEscapes(content);
  if (!escapes && decodeStrictly(content, 'utf-8') !== null) return { encoding: 'utf-8', reason: 'utf-8' };
  if (declared !== null && encodingOf(declared) !== null && declared !== 'utf-8')
    return believe(content, declared);
  // UTF-8 with a broken place stays UTF-8: other charsets hardly ever give more whole characters than broken bytes.
  if (isMostlyUtf8(content)) return { encoding: 'utf-8', reason: escapes ? 'utf-8' : 'nothing' };
  const guess = guessEncoding(content);
  return guess !== null && isReadable(content, guess)
    ? { encoding: guess, reason: 'guess' }
    : { encoding: 'utf-8', reason: 'nothing' };
}

function believe(content: Uint8Array, declared: string): Chosen {
  const text = isUnicode(declared) ? null : decodeStrictly(content, declared);
  const other = refuteDeclared(content, declared, text);
  if (other !== null && isReadable(content, other)) return { encoding: other, reason: 'guess' };
  return text === null && isMostlyUtf8(content)
    ? { encoding: 'utf-8', reason: 'nothing' }
    : { encoding: declared, reason: 'declared' };
}

/** ISO-2022-JP is ASCII to the eye: only its escape sequences tell. */
function mentionsEscapes(content: Uint8Array): boolean {
  for (let i = content.indexOf(27); i !== -1; i = content.indexOf(27, i + 1))
    if (content[i + 1] === 0x24 && (content[i + 2] === 0x40 || content[i + 2] === 0x42)) return true;
  return false;
}

/** Whether UTF-8 gives more whole characters beyond ASCII than broken places. */
function isMostlyUtf8(content: Uint8Array): boolean {
  const { text, unreadable } = decodeUnicode(content, 'utf-8');
  if (unreadable === 0) return !mentionsEscapes(content);
  return (text.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0) > unreadable;
}

/** A guess may leave one of fifty odd bytes unread: a file cut in the middle, a slip of the disk. */
function isReadable(content: Uint8Array, encoding: string): boolean {
  if (decodeStrictly(content, encoding) !== null) return true;
  const odd = content.reduce((sum, b) => sum + (b > 127 ? 1 : 0), 0);
  return decodeLegacy(content, encoding).unreadable * 50 <= odd;
}

function readsOtherwise(content: Uint8Array, declared: string, text: string): boolean {
  const decoder = encodingOf(declared);
  // What a name that nobody knows would have meant for ASCII cannot be in doubt.
  return decoder === null ? /[^\0-\x7f]/u.test(text) : decodeStrictly(content, decoder) !== text;
}

/** Whether the bytes look like something other than text: NUL bytes outside UTF-16, or mostly control bytes. */
export function isBinary(bytes: Uint8Array): boolean {
  const mark = findMark(bytes);
  if ((mark && mark.encoding !== 'utf-8') || findUtf16(bytes)) return false;
  const head = bytes.subarray(0, 65_536);
  if (head.includes(0)) return true;
  const controls = head.filter(
    (b) => b < 32 && b !== 9 && b !== 10 && b !== 12 && b !== 13 && b !== 27,
  ).length;
  return controls > head.length / 10;
}
