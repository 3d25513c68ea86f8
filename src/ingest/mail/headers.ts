import { decodeWords } from 'postal-mime';

/** A header as it stands, unfolded; its name in lower case. */
export type Header = { name: string; value: string };

export type HeaderBlock = {
  headers: Header[];
  /** Offset of the first byte after the block and its blank line. */
  end: number;
};

/** Value and parameters of a header such as Content-Type, both without quotes; names and value in lower case. */
export type Structured = { value: string; params: { [name: string]: string } };

/** More than this is no header block. */
const mostHeaderBytes = 512 * 1024;
const mostHeaders = 2000;

const named = /^[!-9;-~]+[ \t]*:/u;
const envelope = /^>?From /u;

/** Reads the header block at `start`. Lines that are no header end it, unless the next line is one again. */
export function readHeaders(bytes: Buffer, start: number, end: number): HeaderBlock {
  const limit = Math.min(end, start + mostHeaderBytes);
  const lines: string[] = [];
  let at = start;
  while (at < limit && lines.length < mostHeaders) {
    const line = lineAt(bytes, at, limit);
    if (line.text === '') return { headers: toHeaders(lines), end: line.next };
    if (/^[ \t]/u.test(line.text) && lines.length > 0) lines[lines.length - 1] += line.text;
    else if (isHeader(line.text)) lines.push(line.text);
    else if (!(at === start && envelope.test(line.text))) {
      const following = lineAt(bytes, line.next, limit).text;
      if (line.text.startsWith('--') || !isHeader(following)) break;
    }
    at = line.next;
  }
  return { headers: toHeaders(lines), end: at };
}

function isHeader(line: string): boolean {
  return named.test(line) && !line.startsWith('--');
}

type RawLine = { text: string; next: number };

function lineAt(bytes: Buffer, at: number, limit: number): RawLine {
  const found = bytes.indexOf(10, at);
  const end = found === -1 || found >= limit ? limit : found;
  const text = decodeHeader(bytes.subarray(at, end)).replace(/\r+$/u, '');
  return { text, next: Math.min(limit, end + 1) };
}

/** Headers are ASCII; those that are not are UTF-8 or, before that was allowed, Latin. */
function decodeHeader(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') ? bytes.toString('latin1') : text;
}

function toHeaders(lines: readonly string[]): Header[] {
  return lines.map((line) => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() };
  });
}

/** The first header of that name, as it stands. */
export function headerOf(headers: readonly Header[], name: string): string | undefined {
  return headers.find((h) => h.name === name)?.value;
}

/** The words of a header: encoded words decoded, control characters as spaces, white space folded. */
export function wordsOf(headers: readonly Header[], name: string): string {
  const value = headerOf(headers, name);
  return value === undefined ? '' : cleanWords(decodeWords(value.slice(0, 4000)));
}

/** A decoded value could hold line breaks and bidirectional controls that were never meant to be shown. */
export function cleanWords(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
}

/** Reads `value; name=token; name="quoted"`. A parameter that is split (`name*0=`) is joined. */
export function readStructured(header: string | undefined): Structured {
  const text = (header ?? '').slice(0, 8000);
  const value = (/^[^;]*/u.exec(text)?.[0] ?? '')
    .replace(/\([^)]*\)/gu, '')
    .trim()
    .toLowerCase();
  const params: Structured['params'] = {};
  for (const found of text.matchAll(/;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/gu)) {
    const name = (found[1] ?? '').toLowerCase().replace(/\*\d*\*?$/u, '');
    const quoted = found[2]?.replace(/\\(.)/gu, '$1');
    const plain = found[3]?.replace(/\s*\([^)]*\)\s*$/u, '').trim();
    if (name !== '__proto__') params[name] = (params[name] ?? '') + (quoted ?? plain ?? '');
  }
  return { value, params };
}
