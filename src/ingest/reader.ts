import type { Diagnostic, FileReading, Part, PartReading, Result } from '../types.ts';

/** A file as it lies on disk. `path` is below articles/, with forward slashes. */
export type InputFile = { path: string; bytes: Uint8Array };

/** A file with the hash of its bytes, in hex. */
export type SourceFile = InputFile & { sha256: string };

/** What a reader made of a file: its parts, and a fate for every byte. */
export type ReadFile = Pick<FileReading, 'bytes' | 'parts'>;

/**
 * Turns the bytes of a file into parts with blocks and metadata; judges nothing. `null` with a diagnostic when the
 * file is not what its name says.
 */
export type Reader = {
  /** Name and version: a change in what it returns for the same bytes is a new version. */
  name: string;
  extensions: string[];
  read: (file: SourceFile, reader: string) => Result<ReadFile | null> | Promise<Result<ReadFile | null>>;
};

/** Turns the decoded text of a part into blocks and metadata. */
export type PartReader = (part: Part) => Result<PartReading>;

/** A part reader's answer without complaints. */
export function readingOf(reading: PartReading, diagnostics: Diagnostic[] = []): Result<PartReading> {
  return { value: reading, diagnostics };
}

/** The part of a file by its name within it. */
export function partOf(file: SourceFile, reader: string, name: string, text: string): Part {
  return { key: `${file.path}#${name}`, file: file.path, sha256: file.sha256, reader, name, text };
}
