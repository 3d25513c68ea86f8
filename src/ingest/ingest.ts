import { createHash } from 'node:crypto';
import { DigestifError, diagnose } from '../errors.ts';
import type { FileReading, Result } from '../types.ts';
import type { InputFile, Reader, ReadFile, SourceFile } from './reader.ts';
import { readers, unread } from './readers.ts';

/** Reads one file. `null` with a diagnostic when it is not an article; what it is and why is always said. */
export async function ingest(file: InputFile): Promise<Result<FileReading | null>> {
  if (lockFile.test(file.path)) {
    const message =
      'is not an article: Word leaves it there while a document is open, and nothing is lost in it';
    return { value: null, diagnostics: [diagnose('not-an-article', message, { file: file.path })] };
  }
  const extension = extensionOf(file.path);
  const reader = readers.find((r) => r.extensions.includes(extension));
  if (!reader) {
    const message = `is not an article: ${reasonFor(extension)}`;
    return { value: null, diagnostics: [diagnose('not-an-article', message, { file: file.path })] };
  }
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const { value, diagnostics } = await attempt(reader, { ...file, sha256 });
  return { value: value && { file: file.path, sha256, size: file.bytes.length, ...value }, diagnostics };
}

/** `~$notes.docx`, beside `notes.docx`. */
const lockFile = /(?:^|\/)~\$[^/]*$/u;

/** A reader that fails loses its own file, not the others: all its bytes count as unreadable. */
async function attempt(reader: Reader, file: SourceFile): Promise<Result<ReadFile | null>> {
  try {
    return await reader.read(file, reader.name);
  } catch (error) {
    if (error instanceof DigestifError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const hint = 'Look for what is unusual in the file; the others were read.';
    const diagnostics = [diagnose('unreadable-file', `cannot be read: ${reason}`, { file: file.path, hint })];
    const bytes = { parts: 0, markup: 0, unreadable: file.bytes.length };
    return { value: { bytes, parts: [] }, diagnostics };
  }
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
