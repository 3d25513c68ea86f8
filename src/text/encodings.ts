/** Text of a file's bytes, and how the bytes add up: text + encoding + unreadable = all. */
export type Decoded = {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** Bytes of the byte order mark. */
  markup: number;
  /** Bytes that are no character in the encoding; each run stands as U+FFFD in the text. */
  unreadable: number;
};

const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/** Decodes by byte order mark, else as UTF-8. Invalid bytes become U+FFFD and are counted, never dropped. */
export function decodeText(bytes: Uint8Array): Decoded {
  const mark = marks.find((m) => m.bytes.every((b, i) => bytes[i] === b));
  const encoding = mark?.encoding ?? 'utf-8';
  const content = bytes.subarray(mark?.bytes.length ?? 0);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(content);
  return {
    text,
    encoding,
    markup: bytes.length - content.length,
    unreadable: countUnreadable(content, text, encoding),
  };
}

function countUnreadable(content: Uint8Array, text: string, encoding: Decoded['encoding']): number {
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

/** Whether the bytes look like something other than text: NUL bytes outside UTF-16, or mostly control bytes. */
export function isBinary(bytes: Uint8Array): boolean {
  const utf16 = marks.some((m) => m.encoding !== 'utf-8' && m.bytes.every((b, i) => bytes[i] === b));
  if (utf16) return false;
  const head = bytes.subarray(0, 65_536);
  if (head.includes(0)) return true;
  const controls = head.filter(
    (b) => b < 32 && b !== 9 && b !== 10 && b !== 12 && b !== 13 && b !== 27,
  ).length;
  return controls > head.length / 10;
}
