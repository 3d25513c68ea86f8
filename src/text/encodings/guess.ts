import { detectAll } from 'jschardet';
import { decodeStrictly, encodingOf } from './legacy.ts';

/** The charsets that people's old files are in, as the detector names them. */
const candidates = [
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1256',
  'koi8-r',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'iso-2022-jp',
];

/** Other charsets that a file may declare, where the detector can weigh the declaration against the rest. */
const weighable: { [encoding: string]: string } = {
  ...Object.fromEntries(candidates.map((name) => [name, name])),
  gbk: 'gb18030',
  'iso-8859-2': 'iso-8859-2',
  'iso-8859-5': 'iso-8859-5',
  'iso-8859-7': 'iso-8859-7',
  'iso-8859-15': 'iso-8859-15',
  macintosh: 'macintosh',
  'x-mac-cyrillic': 'x-mac-cyrillic',
  'windows-1255': 'windows-1255',
  'windows-1257': 'windows-1257',
  'windows-1258': 'windows-1258',
  ibm866: 'ibm866',
  'koi8-u': 'koi8-u',
};

const multibyte = /^(?:gb|big5|shift_jis|euc|iso-2022)/u;

/** Noise scores below 0.02, a sentence in the right charset above 0.1. */
const ENOUGH = 0.05;
/** Two bytes make a character of any noise; a real text of a line scores above 0.3. */
const ENOUGH_MULTIBYTE = 0.2;
/** A declaration is believed unless another charset is so many times as likely. Lies measured 1.55 and more. */
const DOUBT = 1.5;

export type Score = { encoding: string; score: number };

/**
 * Charsets by likelihood (0 to 1), best first. The detector, jschardet 4, compares pairs of bytes with tables for
 * each language and charset, after what is invalid has been put aside. It sees at most 64 KiB of lines that are not
 * plain ASCII.
 */
export function scoreEncodings(bytes: Uint8Array, declared: string | null = null): Score[] {
  const sample = sampleLines(bytes, 65_536);
  if (sample.length === 0) return [];
  const extra = declared === null ? undefined : weighable[declared];
  const detectEncodings = [...new Set([...candidates, ...(extra ? [extra] : [])])];
  return detectAll(sample, { detectEncodings, minimumThreshold: 0 }).flatMap(({ encoding, confidence }) => {
    const name = encoding === null ? null : encodingOf(encoding.replace(/^iso8859/iu, 'iso-8859'));
    return name === null ? [] : [{ encoding: name, score: confidence }];
  });
}

/** Lines with bytes that ASCII does not have, escape included, until they are enough. */
function sampleLines(bytes: Uint8Array, limit: number): Uint8Array {
  const lines: Uint8Array[] = [];
  let length = 0;
  for (let start = 0; start < bytes.length && length < limit; ) {
    const feed = bytes.indexOf(10, start);
    const end = Math.min(feed === -1 ? bytes.length : feed + 1, start + limit);
    const line = bytes.subarray(start, end);
    if (line.some((b) => b > 127 || b === 27)) {
      lines.push(line.subarray(0, limit - length));
      length += line.length;
    }
    start = end;
  }
  return Uint8Array.from(Buffer.concat(lines));
}

/** Below this many bytes a guess would be a throw of dice. */
const MIN_SAMPLE = 20;

/** The likeliest charset, or null when none is likely. */
export function guessEncoding(bytes: Uint8Array): string | null {
  if (bytes.length < MIN_SAMPLE) return null;
  const [best] = scoreEncodings(bytes);
  if (best && best.score >= (multibyte.test(best.encoding) ? ENOUGH_MULTIBYTE : ENOUGH)) return best.encoding;
  return looksWestern(bytes) ? 'windows-1252' : null;
}

/**
 * The charset that a file is in though it declares another, or null when the declaration may be believed. `text` is
 * what the declared one makes of it, null when that is impossible.
 */
export function refuteDeclared(bytes: Uint8Array, declared: string, text: string | null): string | null {
  const scores = scoreEncodings(bytes, declared);
  const [best] = scores;
  if (!best || best.encoding === declared || best.score < (multibyte.test(best.encoding) ? 0.2 : 0.1))
    return null;
  if (text === null || /[\x80-\x9f]/u.test(text)) return best.encoding;
  if (weighable[declared] === undefined) return null;
  const own = scores.find((s) => s.encoding === declared || s.encoding === weighable[declared])?.score ?? 0;
  return best.score >= DOUBT * own ? best.encoding : null;
}

/** Signs that also a Western text with hardly an accent has. */
const western = /^[\p{Script=Latin}\s‘’“”„«»–—…•·€£§©®°º²³¡¿×™\u00AD]*$/u;

/** Too few odd bytes to measure ("£5 at 4 °C"), but in a text of some words windows-1252 makes sense of them all. */
function looksWestern(bytes: Uint8Array): boolean {
  const text = decodeStrictly(bytes, 'windows-1252') ?? '';
  const odd = text.replace(/[\0-\x7f]+/g, '');
  const words = text.match(/[A-Za-z]{2,}/gu)?.length ?? 0;
  // No word has a capital after a small letter with an accent, or an accent first and ASCII capitals after it.
  return odd !== '' && words >= 5 && odd.length <= words && western.test(odd) && !/\p{Ll}[À-Þ]/u.test(text);
}
