import { diagnose } from '../../errors.ts';
import { decodeText, isBinary } from '../../text/encodings.ts';
import { splitLines } from '../../text/lines.ts';
import { mergeTouching } from '../../text/ranges.ts';
import type { Block, Diagnostic, PartReading, Range, Result } from '../../types.ts';
import { partOf, type ReadFile, type SourceFile } from '../reader.ts';
import { readPage } from './page.ts';

/** A saved web page: the text it shows is its only part. */
export function readHtmlFile(file: SourceFile, reader: string): Result<ReadFile | null> {
  const problem = refuse(file);
  if (problem) return { value: null, diagnostics: [problem] };
  const { text: source, unreadable, encoding } = decodeText(file.bytes);
  const page = readPage(source, { whole: false });
  if (page.text.trim() === '') {
    const hint = 'Its text may be made by a script: open it in a browser and save the finished page.';
    const message = 'shows no text';
    return { value: null, diagnostics: [diagnose('empty-file', message, { file: file.path, hint })] };
  }
  const part = partOf(file, reader, 'text', page.text);
  const parts = Math.min(bytesAt(source, page.sources, encoding), file.bytes.length - unreadable);
  const reading: PartReading = page.articleFound
    ? { part, shape: 'article', metadata: page.metadata, blocks: page.blocks }
    : { part, shape: 'dump', metadata: page.metadata, blocks: linesOf(page.text) };
  const bytes = { parts, markup: file.bytes.length - unreadable - parts, unreadable };
  return { value: { bytes, parts: [reading] }, diagnostics: complainOfBytes(file, unreadable) };
}

function refuse(file: SourceFile): Diagnostic | null {
  if (file.bytes.length === 0) return diagnose('empty-file', 'is empty', { file: file.path });
  if (!isBinary(file.bytes)) return null;
  const hint = 'Save the page again as HTML.';
  return diagnose('binary-file', 'has the name of a page but holds binary data', { file: file.path, hint });
}

function linesOf(text: string): Block[] {
  return splitLines(text).map((line) => ({ kind: 'line', span: line, ranges: [line] }));
}

/** Bytes of the stretches of the source in its encoding; characters that replace broken bytes count as those. */
function bytesAt(source: string, stretches: readonly Range[], encoding: string): number {
  const sorted = mergeTouching([...stretches].sort((a, b) => a.start - b.start));
  let [bytes, at] = [0, 0];
  for (const { start, end } of sorted) {
    const piece = source.slice(Math.max(start, at), Math.max(end, at)).replaceAll('\uFFFD', '');
    bytes += encoding === 'utf-8' ? Buffer.byteLength(piece, 'utf8') : 2 * piece.length;
    at = Math.max(at, end);
  }
  return bytes;
}

function complainOfBytes(file: SourceFile, unreadable: number): Diagnostic[] {
  if (unreadable === 0) return [];
  const hint =
    'Save the page as UTF-8. The rest of it was read; what stands beside the broken bytes is not quoted.';
  const bytes = unreadable === 1 ? '1 byte is' : `${unreadable} bytes are`;
  return [diagnose('invalid-utf8', `${bytes} not valid text`, { file: file.path, hint })];
}
