import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Range } from '../types.ts';

export type Aligned = { ranges: Range[]; unaligned: Range[] };

/**
 * Finds the characters of `value` one by one in source[start, end), where Markdown has put escapes, character
 * references and line prefixes between them. A reference that stands for another character (`&lt;`) stays as
 * written and is returned as unaligned, as is the whole source where the value cannot be found in it.
 */
export function alignText(source: string, start: number, end: number, value: string): Aligned {
  if (source.slice(start, end) === value)
    return { ranges: start < end ? [{ start, end }] : [], unaligned: [] };
  const out: Aligned = { ranges: [], unaligned: [] };
  let at = start;
  let i = 0;
  while (at < end && i < value.length) {
    const next = value.charAt(i);
    const reference = referenceAt(source, at, end);
    if (reference && value.startsWith(reference.value, i)) {
      keepReference(out, at, reference);
      at += reference.length;
      i += reference.value.length;
    } else if (isEscape(source, at, end) && source.charAt(at + 1) === next) {
      // Both units are read at once: what is escaped begins no reference and escapes nothing.
      keep(out.ranges, at + 1, at + 2);
      at += 2;
      i += 1;
    } else {
      if (source.charAt(at) === next) {
        keep(out.ranges, at, at + 1);
        i += 1;
      }
      at += 1;
    }
  }
  return i < value.length ? giveUp(start, end) : out;
}

/** Text is never lost: what cannot be found stays as it is written, and is not quoted. */
function giveUp(start: number, end: number): Aligned {
  const whole = start < end ? [{ start, end }] : [];
  return { ranges: whole, unaligned: whole.map((r) => ({ ...r })) };
}

type Reference = { length: number; value: string };

function keepReference(out: Aligned, at: number, reference: Reference): void {
  if (reference.value === '&') {
    keep(out.ranges, at, at + 1);
    return;
  }
  keep(out.ranges, at, at + reference.length);
  out.unaligned.push({ start: at, end: at + reference.length });
}

function referenceAt(source: string, at: number, end: number): Reference | null {
  if (source.charAt(at) !== '&') return null;
  const match = /^&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{0,31}));/u.exec(
    source.slice(at, Math.min(end, at + 40)),
  );
  if (!match) return null;
  const value = decodeReference(match);
  return value === null ? null : { length: match[0].length, value };
}

function decodeReference([, hex, decimal, name]: RegExpExecArray): string | null {
  if (name !== undefined) return decodeNamedCharacterReference(name) || null;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  // As micromark does it: controls, halves of pairs and non-characters become U+FFFD.
  return /^(?![\t\n\f\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]$/u.test(character) ? '\uFFFD' : character;
}

/** A backslash that only protects the sign after it: `\*` gives `*`. */
function isEscape(source: string, at: number, end: number): boolean {
  return source.charAt(at) === '\\' && at + 1 < end && /[!-/:-@[-`{-~]/u.test(source.charAt(at + 1));
}

function keep(ranges: Range[], start: number, end: number): void {
  const last = ranges.at(-1);
  if (last?.end === start) last.end = end;
  else ranges.push({ start, end });
}
