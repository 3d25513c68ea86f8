/** Header fields of a mail (RFC 5322, 2047, 2369, 2919, 8058): one line of text each in, folded ASCII out. */
import { foldSpace } from '../text/ranges.ts';

/** `Name: value`, folded by CRLF, without the last line end. */
export type Field = string;

export type Mailbox = { name: string; email: string };

/** Most signs of a line if it can be folded, and most that RFC 5322 allows. */
const goodLine = 76;
const longestLine = 998;

const encoder = new TextEncoder();

/** A field whose value is text: subject, comments. What is no ASCII becomes encoded words. */
export function textField(name: string, text: string): Field {
  const clean = oneLine(text);
  return fold(name, needsWords(clean) ? encodedWords(clean, name.length + 2) : clean.split(' '));
}

/** A field whose value has a form of its own, such as an address list. Folded at its spaces, else left as it is. */
export function rawField(name: string, value: string): Field {
  return fold(name, oneLine(value).split(' '));
}

/** From, To, Reply-To: one mailbox. A name that is only the address again is left out. */
export function mailboxField(name: string, { name: person, email }: Mailbox): Field {
  const address = writeAddress(email);
  const words = phrase(person, name.length + 2);
  return fold(name, words.length === 0 || oneLine(person) === email ? [address] : [...words, `<${address}>`]);
}

/** `Title <id>`, the id in ASCII (RFC 2919). */
export function listIdField(title: string, id: string): Field {
  return fold('List-ID', [...phrase(title, 9), `<${id}>`]);
}

/** List-* fields that hold links, in order of liking (RFC 2369): a comma and a space between them. */
export function linksField(name: string, links: readonly string[]): Field {
  return fold(
    name,
    links.map((link, i) => `<${escapeLink(link)}>${i < links.length - 1 ? ',' : ''}`),
  );
}

/** `Sun, 31 May 2026 18:00:00 +0000` */
export function dateField(date: Date): Field {
  return `Date: ${date.toUTCString().replace('GMT', '+0000')}`;
}

/**
 * An address fit to stand in a field and an envelope: one @, no white space, no sign that ends an address, at most 254
 * signs. Whether somebody is there only a mail can tell.
 */
export function isAddress(email: string): boolean {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, Math.max(0, at));
  if (email.length > 254 || encoder.encode(local).length > 64 || asciiHost(email.slice(at + 1)) === null)
    return false;
  const isQuoted = /^"(?:[^"\\\p{Cc}\p{Surrogate}]|\\[ -~])+"$/u.test(local);
  const isAtoms = /^[^\s\p{C}()<>[\]:;@\\,"]+$/u.test(local) && !/^\.|\.\.|\.$/u.test(local);
  return isQuoted || isAtoms;
}

/** The domain of an address in ASCII (IDNA); the part before the @ stays as it is (RFC 6531 where it is no ASCII). */
export function writeAddress(email: string): string {
  const at = email.lastIndexOf('@');
  const host = asciiHost(email.slice(at + 1));
  if (!isAddress(email) || host === null)
    throw new RangeError(`no address of a mail: ${JSON.stringify(email)}`);
  return `${email.slice(0, at + 1)}${host}`;
}

/** A host name in ASCII, lower case; null where it is none. An address in brackets or numbers is no domain. */
export function asciiHost(host: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.\-\u200c\u200d]+$/u.test(host) || !URL.canParse(`http://${host}`)) return null;
  const ascii = new URL(`http://${host}`).hostname;
  const isName = ascii.split('.').every((label) => /^(?!-)[a-z\d-]{1,63}(?<!-)$/u.test(label));
  return isName && ascii.length <= 253 && !/(?:^|\.)\d+$/u.test(ascii) ? ascii : null;
}

/** Whatever else was in the value would start a header of its own, or hide in it. */
export function oneLine(text: string): string {
  return foldSpace(text.toWellFormed().replace(/\p{Cc}+/gu, ' '));
}

/** A name before an address: atoms, a quoted string, or encoded words, as its signs ask. */
function phrase(text: string, column: number): string[] {
  const clean = oneLine(text);
  if (clean === '') return [];
  if (needsWords(clean)) return encodedWords(clean, column);
  if (/^[\w!#$%&'*+\-/=?^`{|}~ ]*$/u.test(clean)) return clean.split(' ');
  return `"${clean.replace(/["\\]/gu, '\\$&')}"`.split(' ');
}

/** No ASCII, what looks encoded already, or a word too long to fold. */
function needsWords(text: string): boolean {
  return /[^ -~]|=\?/u.test(text) || text.split(' ').some((word) => word.length > goodLine - 14);
}

/**
 * Words of RFC 2047, each at most 75 signs and one line, no sign cut in two. Letters that may stand in a name stay
 * readable; where more than a third is something else, Base64 is shorter. `column` is where the first begins.
 */
function encodedWords(text: string, column: number): string[] {
  const letters = [...text];
  const plain = letters.filter((letter) => /^[A-Za-z\d !*+\-/]$/u.test(letter)).length;
  const quoted = 3 * (encoder.encode(text).length - plain) + plain <= (encoder.encode(text).length * 5) / 3;
  const write = quoted ? quote : (part: string): string => Buffer.from(part).toString('base64');
  const words: string[] = [];
  let part = '';
  const room = (): number => Math.min(75, goodLine - (words.length === 0 ? column : 1)) - 12;
  for (const letter of letters) {
    if (part !== '' && write(part + letter).length > room()) {
      words.push(part);
      part = '';
    }
    part += letter;
  }
  return [...words, part].map((word) => `=?UTF-8?${quoted ? 'Q' : 'B'}?${write(word)}?=`);
}

function quote(text: string): string {
  return [...encoder.encode(text)]
    .map((byte) => {
      const sign = String.fromCharCode(byte);
      if (sign === ' ') return '_';
      return /[A-Za-z\d!*+\-/]/u.test(sign) ? sign : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

/** What could end a link or its brackets, or is no ASCII, in percent signs. */
function escapeLink(link: string): string {
  return oneLine(link).replace(/[^!#-;=?-~]/gu, (sign) => encodeURIComponent(sign));
}

/** A line break goes before a word that would pass the margin; the first word stays beside the name. */
function fold(name: string, words: readonly string[]): Field {
  let text = `${name}:`;
  let column = text.length;
  for (const [i, word] of words.filter((w) => w !== '').entries()) {
    const breaks = i > 0 && column + 1 + word.length > goodLine;
    text += breaks ? `\r\n ${word}` : ` ${word}`;
    column = breaks ? 1 + word.length : column + 1 + word.length;
    if (column > longestLine) throw new RangeError(`${name} has a word of more than ${longestLine} signs`);
  }
  return text;
}
