import { ingest } from '../ingest/ingest.ts';
import type { InputFile } from '../ingest/reader.ts';
import { segment } from '../segment/segment.ts';
import type { FileRead, Result } from '../types.ts';

/** How a pipeline gets at what is in a file: in this thread, in another, or from a store. */
export type ReadArticles = (file: InputFile) => Promise<Result<FileRead>>;

/**
 * From the bytes of one file to its articles: the stages that look at no other file. The same path and bytes give the
 * same plain data.
 */
export async function readArticles(file: InputFile): Promise<Result<FileRead>> {
  const { value, diagnostics } = await ingest(file);
  if (!value) return { value: { reading: null, parts: [] }, diagnostics };
  const { parts, ...reading } = value;
  const segmented = parts.map(segment);
  return {
    value: { reading, parts: segmented.map((s) => s.value) },
    diagnostics: [...diagnostics, ...segmented.flatMap((s) => s.diagnostics)],
  };
}

/** Text of a file's part read anew by the named reader, or null when the reader or the part is unknown. */
export async function readPart(
  file: InputFile,
  reader: string,
  name: string,
  read: ReadArticles = readArticles,
): Promise<{ sha256: string; text: string } | null> {
  const { value } = await read(file);
  const part = value.parts.map((p) => p.part).find((p) => p.reader === reader && p.name === name);
  return part ? { sha256: part.sha256, text: part.text } : null;
}
