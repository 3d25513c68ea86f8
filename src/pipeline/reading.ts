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

/** A file's hash and the text of one of its parts, read anew. */
type PartText = { sha256: string; text: string };

/** Finds a part by the name of its reader and its own, or null when the reader or the part is unknown. */
export type FindPart = (reader: string, name: string) => PartText | null;

/** Reads a file anew, for any of its parts to be found in. */
export async function readParts(file: InputFile, read: ReadArticles = readArticles): Promise<FindPart> {
  const { value } = await read(file);
  const keyOf = (reader: string, name: string): string => `${reader}\n${name}`;
  const texts = value.parts.map(({ part: { reader, name, sha256, text } }): [string, PartText] => [
    keyOf(reader, name),
    { sha256, text },
  ]);
  const known = new Map(texts);
  return (reader, name) => known.get(keyOf(reader, name)) ?? null;
}

/** Text of a file's part read anew by the named reader, or null when the reader or the part is unknown. */
export async function readPart(
  file: InputFile,
  reader: string,
  name: string,
  read: ReadArticles = readArticles,
): Promise<PartText | null> {
  return (await readParts(file, read))(reader, name);
}
