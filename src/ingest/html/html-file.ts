import { diagnose } from '../../errors.ts';
import { type Decoded, decodeText, isBinary } from '../../text/encodings.ts';
import { splitLines } from '../../text/lines.ts';
import { mergeTouching } from '../../text/ranges.ts';
import type { Block, Diagnostic, PartReading, Range, Result } from '../../types.ts';
import { complainOfBytes } from '../complaints.ts';
import { partOf, type ReadFile, type SourceFile } from '../reader.ts';
import { readPage } from './page.ts';

/**
 * Units of source that a page may have. Its tree takes some twenty times as much memory, and no page that a person
 * reads comes near.
 */
const mostUnits = 30_000_000;

/** A saved web page: the text it shows is its only part. */
export function readHtmlFile(file: SourceFile, reader: string): Result<ReadFile | null> {
  const problem = refuse(file);
  if (problem) return { value: null, diagnostics: [problem] };
  const decoded = decodeText(file.bytes, { markup: 'html' });
  const { text: source, unreadable } = decoded;
  if (source.length > mostUnits) return tooLarge(file);
  const page = readPage(source, { whole: false });
  if (page.text.trim() === '') {
    const hint = 'Its text may be made by a script: open it in a browser and save the finished page.';
    const message = 'shows no text';
    return { value: null, diagnostics: [diagnose('empty-file', message, { file: file.path, hint })] };
  }
  const part = partOf(file, reader, 'text', page.text);
  const parts = Math.min(bytesAt(decoded, page.sources, file.bytes.length), file.bytes.length - unreadable);
  const reading: PartReading = page.articleFound
    ? { part, shape: 'article', metadata: page.metadata, blocks: page.blocks }
    : { part, shape: 'dump', metadata: page.metadata, blocks: linesOf(page.text) };
  const bytes = { parts, markup: file.bytes.length - unreadable - parts, unreadable };
  return { value: { bytes, parts: [reading] }, diagnostics: complainOfBytes(file.path, decoded) };
}

function refuse(file: SourceFile): Diagnostic | null {
  if (file.bytes.length === 0) return diagnose('empty-file', 'is empty', { file: file.path });
  if (!isBinary(file.bytes)) return null;
  const hint = 'Save the page again as HTML.';
  return diagnose('binary-file', 'has the name of a page but holds binary data', { file: file.path, hint });
}

/** Known by its bytes alone: none is lost, all count as unreadable. */
function tooLarge({ path, bytes }: SourceFile): Result<ReadFile> {
  const message = `is not read: a page may have ${mostUnits / 1e6} million characters`;
  const hint = 'Split it, or save its text as a .txt file.';
  return {
    value: { bytes: { parts: 0, markup: 0, unreadable: bytes.length }, parts: [] },
    diagnostics: [diagnose('page-too-large', message, { file: path, hint })],
  };
}

function linesOf(text: string): Block[] {
  return splitLines(text).map((line) => ({ kind: 'line', span: line, ranges: [line] }));
}

/**
 * Bytes of the stretches of the source in its encoding; characters that replace broken bytes count as those. Of an
 * old encoding with signs of several bytes the share of the text is taken: no encoder tells each sign's own.
 */
function bytesAt({ text, encoding, unreadable }: Decoded, stretches: readonly Range[], size: number): number {
  const sorted = mergeTouching([...stretches].sort((a, b) => a.start - b.start));
  let [bytes, units, at] = [0, 0, 0];
  for (const { start, end } of sorted) {
    const piece = text.slice(Math.max(start, at), Math.max(end, at)).replaceAll('\uFFFD', '');
    bytes += encoding === 'utf-8' ? Buffer.byteLength(piece, 'utf8') : 2 * piece.length;
    units += piece.length;
    at = Math.max(at, end);
  }
  if (encoding.startsWith('utf-')) return bytes;
  return Math.round((units / Math.max(1, text.length)) * (size - unreadable));
}
