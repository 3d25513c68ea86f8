import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Range } from '../types.ts';

export type Aligned = { ranges: Range[]; unaligned: Range[] };

/**
 * Finds the characters of `value` one by one in source[start, end), where Markdown has put escapes, character
 * references and line prefixes between them. A reference that stands for another character (`&lt;`) stays as
 * written and is returned as unaligned.
 */
export function alignText(source: string, start: number, end: number, value: string): Aligned {
  if (source.slice(start, end) === value)
    return { ranges: start < end ? [{ start, end }] : [], unaligned: [] };
  const out: Aligned = { ranges: [], unaligned: [] };
  let at = start;
  let i = 0;
  while (at < end && i < value.length) {
    const reference = referenceAt(source, at, end);
    if (reference && value.startsWith(reference.value, i)) {
      keepReference(out, at, reference);
      at += reference.length;
      i += reference.value.length;
    } else if (source.charCodeAt(at) === value.charCodeAt(i) && !isEscape(source, at, value, i)) {
      keep(out.ranges, at, at + 1);
      at += 1;
      i += 1;
    } else at += 1;
  }
  return out;
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
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** A backslash that only protects the next sign: `\*` gives `*`, but `\\` gives one backslash. */
function isEscape(source: string, at: number, value: string, i: number): boolean {
  if (source.charAt(at) !== '\\') return false;
  const next = source.charAt(at + 1);
  return next !== '' && /[!-/:-@[-`{-~]/u.test(next) && value.charAt(i + 1) !== next;
}

function keep(ranges: Range[], start: number, end: number): void {
  const last = ranges.at(-1);
  if (last?.end === start) last.end = end;
  else ranges.push({ start, end });
}
