import { diagnose } from '../errors.ts';
import { decodeText, isBinary } from '../text/encodings.ts';
import { lineOf } from '../text/ranges.ts';
import type { Diagnostic, Part, Result } from '../types.ts';
import { type PartReader, partOf, type Reader, type ReadFile } from './reader.ts';

/** A format whose files are one text: the whole file is its only part. */
export function readAsText(read: PartReader): Reader['read'] {
  return (file, reader): Result<ReadFile | null> => {
    if (isBinary(file.bytes)) {
      const place = { file: file.path, hint: 'Save it as UTF-8 text.' };
      const message = 'has the name of a text but holds binary data';
      return { value: null, diagnostics: [diagnose('binary-file', message, place)] };
    }
    const { text, markup, unreadable } = decodeText(file.bytes);
    if (text === '')
      return { value: null, diagnostics: [diagnose('empty-file', 'is empty', { file: file.path })] };
    const part = partOf(file, reader, 'text', text);
    const { value, diagnostics } = read(part);
    const bytes = { parts: file.bytes.length - markup - unreadable, markup, unreadable };
    return {
      value: { bytes, parts: [value] },
      diagnostics: [...complainOfBytes(part, unreadable), ...diagnostics],
    };
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
