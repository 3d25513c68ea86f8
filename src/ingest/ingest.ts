import { createHash } from 'node:crypto';
import { diagnose } from '../errors.ts';
import { type Decoded, decodeText, isBinary } from '../text/encodings.ts';
import { lineOf } from '../text/ranges.ts';
import type { Diagnostic, FileReading, Part, Result } from '../types.ts';
import type { InputFile, Reader } from './reader.ts';
import { readers, unread } from './readers.ts';

/** Reads one file. `null` with a diagnostic when it is not an article; what it is and why is always said. */
export function ingest(file: InputFile): Result<FileReading | null> {
  const extension = extensionOf(file.path);
  const reader = readers.find((r) => r.extensions.includes(extension));
  if (!reader) return refuse('not-an-article', file, `is not an article: ${reasonFor(extension)}`);
  if (isBinary(file.bytes)) {
    return refuse(
      'binary-file',
      file,
      `has the ending ${extension} but holds binary data`,
      'Save it as UTF-8 text.',
    );
  }
  const decoded = decodeText(file.bytes);
  if (decoded.text === '') return refuse('empty-file', file, 'is empty');
  return readText(file, decoded, reader);
}

function readText(file: InputFile, decoded: Decoded, reader: Reader): Result<FileReading> {
  const part: Part = {
    key: `${file.path}#text`,
    file: file.path,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    reader: reader.name,
    name: 'text',
    text: decoded.text,
  };
  const { value, diagnostics } = reader.read(part);
  const size = file.bytes.length;
  const { markup, unreadable } = decoded;
  return {
    value: {
      file: file.path,
      sha256: part.sha256,
      size,
      bytes: { parts: size - markup - unreadable, markup, unreadable },
      parts: [value],
    },
    diagnostics: [...complainOfBytes(part, unreadable), ...diagnostics],
  };
}

function complainOfBytes(part: Part, unreadable: number): Diagnostic[] {
  if (unreadable === 0) return [];
  const line = lineOf(part.text, part.text.indexOf('\uFFFD'));
  const hint =
    'Save the file as UTF-8. The rest of it was read; what stands beside the broken bytes is not quoted.';
  const bytes = unreadable === 1 ? '1 byte is' : `${unreadable} bytes are`;
  return [diagnose('invalid-utf8', `${bytes} not valid text`, { file: part.file, line, hint })];
}

function refuse(
  code: 'not-an-article' | 'empty-file' | 'binary-file',
  file: InputFile,
  message: string,
  hint?: string,
): Result<null> {
  const place = { file: file.path, ...(hint ? { hint } : {}) };
  return { value: null, diagnostics: [diagnose(code, message, place)] };
}

function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}

function reasonFor(extension: string): string {
  const known = unread.find((u) => u.extensions.includes(extension));
  if (known) return known.reason;
  return extension === ''
    ? 'its name has no ending such as .txt or .md'
    : `files ending in ${extension} are not read`;
}
