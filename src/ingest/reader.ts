import type { Diagnostic, Part, PartReading, Result } from '../types.ts';

/** A file as it lies on disk. `path` is below articles/, with forward slashes. */
export type InputFile = { path: string; bytes: Uint8Array };

/** Turns the decoded text of a part into blocks and metadata; judges nothing. */
export type Reader = {
  /** Name and version: a change in what it returns for the same bytes is a new version. */
  name: string;
  extensions: string[];
  read: (part: Part) => Result<PartReading>;
};

/** A reader's answer without complaints. */
export function readingOf(reading: PartReading, diagnostics: Diagnostic[] = []): Result<PartReading> {
  return { value: reading, diagnostics };
}
