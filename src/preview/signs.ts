import { stripInvisible } from '../text/invisible.ts';

/** A piece of text; `sign` names a character that has no look of its own. */
export type Piece = { text: string; sign: string | null };

/** Controls but tab and line feed, format signs, halves of pairs. Of what joins letters or pictures see below. */
const unseen = /\r(?!\n)|(?![\t\n\r])[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/gu;

const names: { [code: string]: string } = {
  '0000': 'null',
  '000C': 'form feed',
  '000D': 'carriage return',
  '001B': 'escape',
  '00AD': 'soft hyphen',
  '200B': 'zero-width space',
  '200C': 'zero-width non-joiner',
  '200D': 'zero-width joiner',
  '200E': 'left-to-right mark',
  '200F': 'right-to-left mark',
  '2028': 'line separator',
  '2029': 'paragraph separator',
  '202A': 'left-to-right embedding',
  '202B': 'right-to-left embedding',
  '202C': 'end of a change of direction',
  '202D': 'left-to-right override',
  '202E': 'right-to-left override',
  '2060': 'word joiner',
  '2066': 'left-to-right isolate',
  '2067': 'right-to-left isolate',
  '2068': 'first strong isolate',
  '2069': 'end of an isolate',
  FEFF: 'byte order mark',
};

/** The code of a sign, and what it is where that has a name: `202E`, `right-to-left override`. */
export function describeSign(sign: string): { code: string; name: string } {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { code, name: names[code] ?? (/\p{Cc}/u.test(sign) ? 'control' : 'invisible sign') };
}

/** A text in pieces, each sign that nobody would see as one of its own. Together they are the text. */
export function splitSigns(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: sign, index } of text.matchAll(unseen)) {
    if (isJoiner(sign) && isNeeded(text, index)) continue;
    if (index > at) pieces.push({ text: text.slice(at, index), sign: null });
    at = index + sign.length;
    pieces.push({ text: sign, sign });
  }
  if (at < text.length) pieces.push({ text: text.slice(at), sign: null });
  return pieces;
}

function isJoiner(sign: string): boolean {
  return sign === '\u200C' || sign === '\u200D';
}

/** Joiners that words and pictures are spelt with are seen in what they do. */
function isNeeded(text: string, index: number): boolean {
  const around = text.slice(Math.max(0, index - 2), index) + text.slice(index, index + 3);
  return stripInvisible(around).includes(text.charAt(index));
}
