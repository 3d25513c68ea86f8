import { z } from 'zod';
import { diagnose } from '../errors.ts';
import type { Issue, Result } from '../types.ts';

/** What approving an issue keeps. `hashes` are SHA-256 of the rendered bytes by file name, personal slots empty. */
export type Seal = {
  version: 1;
  /** Time of the first approval, and of the last. */
  approved: string;
  revised: string;
  /** From 1. */
  revision: number;
  /** Reopened: the issue is composed anew until it is approved again; number and first approval stay. */
  open: boolean;
  /** Hash of the editor's page at the approval, empty when there was none. */
  page: string;
  /** Every article the issue considered: what is not among them arrived later. */
  articles: string[];
  hashes: { [file: string]: string };
  issue: Issue;
};

const storySchema = z.looseObject({
  id: z.string(),
  title: z.string(),
  highlights: z.array(z.looseObject({ text: z.string() })),
  alsoIn: z.array(z.looseObject({ id: z.string(), source: z.string() })),
});

const issueSchema = z.looseObject({
  key: z.string(),
  number: z.int(),
  title: z.string(),
  letter: z.string(),
  lead: storySchema.nullable(),
  themes: z.array(z.looseObject({ name: z.string(), stories: z.array(storySchema) })),
});

const sealSchema = z.looseObject({
  version: z.literal(1),
  approved: z.iso.datetime({ offset: true }),
  revised: z.iso.datetime({ offset: true }),
  revision: z.int().min(1),
  open: z.boolean(),
  page: z.string(),
  articles: z.array(z.string()),
  hashes: z.record(z.string(), z.string()),
  issue: issueSchema,
});

/** Reads a seal file; a broken one is an error and counts as absent, so that nobody sends an issue by it. */
export function parseSeal(file: string, text: string): Result<Seal | null> {
  const hint = 'Restore the file from your history, or delete it and approve the issue again.';
  try {
    const data: unknown = JSON.parse(text);
    sealSchema.parse(data);
    // Not what the schema returns: that has its keys in another order, and the bytes of a sealed issue hang on it.
    return { value: data as Seal, diagnostics: [] };
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return { value: null, diagnostics: [diagnose('bad-seal', `cannot be read: ${reason}`, { file, hint })] };
  }
}

/** A seal as it is written: the same seal gives the same bytes. */
export function formatSeal(seal: Seal): string {
  return `${JSON.stringify(seal, null, 2)}\n`;
}
