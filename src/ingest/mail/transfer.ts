import { decodeText } from '../../text/encodings.ts';

/** Text of a part of a mail. `unreadable` counts bytes of the decoded part. */
export type DecodedLeaf = {
  text: string;
  unreadable: number;
  /** What was wrong, in words that follow the name of the part. */
  faults: string[];
};

type Encoded = { bytes: Buffer; type: string; charset: string | undefined; encoding: string };

/** Undoes transfer encoding and charset and nothing else: line ends and flowed lines stay as they are. */
export function decodeLeaf({ bytes, charset, encoding }: Encoded): DecodedLeaf {
  const transferred = undoTransfer(bytes, encoding.toLowerCase());
  const decoded = decodeCharset(transferred.bytes, charset);
  return { ...decoded, faults: [...transferred.faults, ...decoded.faults] };
}

type Transferred = { bytes: Buffer; faults: string[] };

function undoTransfer(bytes: Buffer, encoding: string): Transferred {
  if (encoding === 'base64') return undoBase64(bytes);
  if (encoding === 'quoted-printable') return undoQuotedPrintable(bytes);
  return { bytes, faults: [] };
}

/** Padding ends a unit, so that a mailer which pads each line does not garble the next. */
function undoBase64(bytes: Buffer): Transferred {
  const text = bytes.toString('latin1');
  const units = text.split(/=+/u).map((unit) => Buffer.from(unit, 'base64'));
  const broken = /[^A-Za-z0-9+/=\s]/u.test(text);
  return { bytes: Buffer.concat(units), faults: broken ? ['has broken base64'] : [] };
}

/** An escape that is none stays as it is written. */
function undoQuotedPrintable(bytes: Buffer): Transferred {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let broken = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    const soft = byte === 61 ? softBreak(bytes, i) : 0;
    const value = byte === 61 && soft === 0 ? escaped(bytes, i) : -1;
    if (soft > 0) i += soft - 1;
    else if (value >= 0) {
      out[length++] = value;
      i += 2;
    } else {
      broken ||= byte === 61;
      out[length++] = byte;
    }
  }
  return { bytes: out.subarray(0, length), faults: broken ? ['has broken quoted-printable'] : [] };
}

/** Length of `=`, white space and a line end at `at`, or 0. */
function softBreak(bytes: Buffer, at: number): number {
  let i = at + 1;
  while (i < at + 80 && (bytes[i] === 32 || bytes[i] === 9 || bytes[i] === 13)) i += 1;
  if (i >= bytes.length) return bytes.length - at;
  return bytes[i] === 10 ? i + 1 - at : 0;
}

function escaped(bytes: Buffer, at: number): number {
  const digits = bytes.toString('latin1', at + 1, at + 3);
  return /^[0-9A-Fa-f]{2}$/u.test(digits) ? Number.parseInt(digits, 16) : -1;
}

function decodeCharset(bytes: Buffer, charset: string | undefined): DecodedLeaf {
  const label = (charset ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/gu, '');
  const utf8 = /^(?:utf-?8|us-?ascii|ascii|)$/u.test(label);
  const honest = tryDecode(bytes, 'utf-8');
  if (utf8) return honest === null ? decodeBroken(bytes, label) : { text: honest, unreadable: 0, faults: [] };
  const decoder = decoderOf(label);
  if (!decoder) {
    const faults = [`names the unknown charset "${label.slice(0, 40)}"`];
    return honest === null
      ? { ...decodeBroken(bytes, label), faults }
      : { text: honest, unreadable: 0, faults };
  }
  const text = decoder.decode(bytes);
  const lost = text.split('\uFFFD').length - 1;
  // Text that is valid UTF-8 beyond ASCII is UTF-8, whatever its header says.
  const lies = honest !== null && !isWide(label) && honest.length < bytes.length;
  if (honest !== null && (lies || lost > 0))
    return { text: honest, unreadable: 0, faults: [`says ${label} but is UTF-8`] };
  return { text, unreadable: Math.min(lost, bytes.length), faults: [] };
}

/** Charsets in which valid text may happen to be valid UTF-8. */
function isWide(label: string): boolean {
  return /^(?:utf-?16|iso-2022|hz-)/u.test(label);
}

/** Not UTF-8 though it should be: a single-byte Western text where most of it speaks for that, else as it is. */
function decodeBroken(bytes: Buffer, label: string): DecodedLeaf {
  const { text, unreadable } = decodeText(bytes);
  const beyond = bytes.reduce((sum, byte) => sum + (byte > 127 ? 1 : 0), 0);
  if (unreadable * 2 < beyond || bytes.includes(0)) return { text, unreadable, faults: [] };
  const faults = [`says ${label || 'nothing about its charset'} but is not UTF-8; read as windows-1252`];
  return { text: new TextDecoder('windows-1252').decode(bytes), unreadable: 0, faults };
}

function tryDecode(bytes: Buffer, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> | null {
  for (const name of [label, label.replace(/^x-/u, ''), label.replace(/^cp-?(\d+)$/u, 'windows-$1')]) {
    try {
      return new TextDecoder(name, { ignoreBOM: true });
    } catch {
      // The next spelling may be known.
    }
  }
  return null;
}
