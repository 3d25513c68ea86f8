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
export function decodeLeaf({ bytes, type, charset, encoding }: Encoded): DecodedLeaf {
  const transferred = undoTransfer(bytes, encoding.toLowerCase());
  const decoded = decodeCharset(transferred.bytes, type, charset);
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

function decodeCharset(bytes: Buffer, type: string, charset = ''): DecodedLeaf {
  const label = charset.trim().replace(/^["']|["']$/gu, '');
  const decoded = decodeText(bytes, { declared: label, markup: type === 'text/html' ? 'html' : null });
  const { text, unreadable, declared, encoding, reason, wrong } = decoded;
  if (wrong) return { text, unreadable, faults: [`says ${declared?.slice(0, 40)} but is ${encoding}`] };
  const faults =
    reason === 'guess' && declared === null
      ? [`says nothing of its charset; it was read as ${encoding}`]
      : [];
  return { text, unreadable, faults };
}
