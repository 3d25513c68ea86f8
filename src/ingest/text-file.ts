import { diagnose } from '../errors.ts';
import { decodeText, isBinary } from '../text/encodings.ts';
import type { Result } from '../types.ts';
import { complainOfBytes } from './complaints.ts';
import { isDraft } from './front-matter.ts';
import { type PartReader, partOf, type Reader, type ReadFile } from './reader.ts';

/** A format whose files are one text: the whole file is its only part. */
export function readAsText(read: PartReader): Reader['read'] {
  return (file, reader): Result<ReadFile | null> => {
    if (isBinary(file.bytes)) {
      const place = { file: file.path, hint: 'Save it as UTF-8 text.' };
      const message = 'has the name of a text but holds binary data';
      return { value: null, diagnostics: [diagnose('binary-file', message, place)] };
    }
    const decoded = decodeText(file.bytes);
    const { text, markup, unreadable } = decoded;
    if (text === '')
      return { value: null, diagnostics: [diagnose('empty-file', 'is empty', { file: file.path })] };
    const part = partOf(file, reader, 'text', text);
    const { value, diagnostics } = read(part);
    if (isDraft(value.metadata)) {
      const message = 'is not taken: it is marked as a draft';
      return { value: null, diagnostics: [diagnose('not-an-article', message, { file: file.path })] };
    }
    const bytes = { parts: file.bytes.length - markup - unreadable, markup, unreadable };
    return {
      value: { bytes, parts: [value] },
      diagnostics: [...complainOfBytes(file.path, decoded), ...diagnostics],
    };
  };
}
