/** Text in a charset that is no Unicode: every byte is in a character, an escape sequence, or unreadable. */
export type LegacyText = { text: string; markup: number; unreadable: number };

/** The name a decoder has for a label ("latin1" is windows-1252), or null when there is none. */
export function encodingOf(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/** The text when all bytes are valid, else null. A byte order mark is not taken away. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Decodes what can be decoded. Where bytes are broken, a character is the shortest sequence that decodes alone; a
 * byte that begins none is unreadable, and each run of those stands as one U+FFFD. Line feeds are never inside a
 * character, so only lines with broken bytes are walked.
 */
export function decodeLegacy(bytes: Uint8Array, encoding: string): LegacyText {
  const markup = encoding === 'iso-2022-jp' ? countEscapes(bytes) : 0;
  const whole = decodeStrictly(bytes, encoding);
  if (whole !== null) return { text: whole, markup, unreadable: 0 };
  if (encoding === 'iso-2022-jp') return decodeStateful(bytes, markup);
  const read = createCharacterReader(encoding);
  const lines = linesOf(bytes).map((line) => decodeStrictly(line, encoding) ?? walk(line, read));
  return {
    text: lines.map((line) => (typeof line === 'string' ? line : line.text)).join(''),
    markup,
    unreadable: lines.reduce((sum, line) => sum + (typeof line === 'string' ? 0 : line.unreadable), 0),
  };
}

/** ISO-2022-JP keeps a state, so that no byte stands alone: each U+FFFD of the decoder counts as one byte. */
function decodeStateful(bytes: Uint8Array, markup: number): LegacyText {
  const text = new TextDecoder('iso-2022-jp').decode(bytes);
  const replaced = text.split('\uFFFD').length - 1;
  return { text, markup, unreadable: Math.min(replaced, bytes.length - markup) };
}

function countEscapes(bytes: Uint8Array): number {
  const escapes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
    .match(/\x1b(?:\$[@B]|\([BIJ])/gu);
  return (escapes?.length ?? 0) * 3;
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}

type Character = { text: string; length: number };

type CharacterReader = (bytes: Uint8Array, at: number) => Character | null;

/** Reads one character; the answer for one or two bytes is remembered, as a decoder for each would be slow. */
function createCharacterReader(encoding: string): CharacterReader {
  const known = new Map<number, Character | null>();
  const read = (bytes: Uint8Array, at: number, longest: number): Character | null => {
    for (let length = 1; length <= longest && at + length <= bytes.length; length += 1) {
      const text = decodeStrictly(bytes.subarray(at, at + length), encoding);
      if (text) return { text, length };
    }
    return null;
  };
  return (bytes, at) => {
    const key = ((bytes[at] ?? 0) << 9) | (bytes[at + 1] ?? 256);
    const short = known.has(key) ? known.get(key) : read(bytes, at, 2);
    if (!known.has(key)) known.set(key, short ?? null);
    return short ?? read(bytes, at, 4);
  };
}

function walk(bytes: Uint8Array, read: CharacterReader): { text: string; unreadable: number } {
  const pieces: string[] = [];
  let unreadable = 0;
  let broken = false;
  for (let at = 0; at < bytes.length; ) {
    const character = read(bytes, at);
    if (character) pieces.push(character.text);
    else {
      unreadable += 1;
      if (!broken) pieces.push('\uFFFD');
    }
    broken = character === null;
    at += character?.length ?? 1;
  }
  return { text: pieces.join(''), unreadable };
}
