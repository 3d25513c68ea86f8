import { z } from 'zod';
import { diagnose } from '../errors.ts';
import { isPictureFile, isPictureName } from '../text/pictures.ts';
import type {
  AlsoIn,
  Cited,
  Highlight,
  HostedPicture,
  Issue,
  OwnPicture,
  Range,
  Result,
  Story,
  ThemeSection,
} from '../types.ts';

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

const text = z.string();
const time = z.iso.datetime({ offset: true });
const amount = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u, 'is no SHA-256');
const dir = z.enum(['ltr', 'rtl']);
// Renderers hand it to Intl, which throws at what is no language tag.
const language = z.string().refine(isLanguage, 'is no language tag');
// A key becomes the name of a folder: nothing but the name of a real period may stand there.
const periodKey = z.string().refine(isPeriodKey, 'is no key of a day, week, month or quarter');

const range: z.ZodType<Range> = z
  .object({ start: amount, end: amount })
  .refine((r) => r.start < r.end, 'is an empty range');

const highlight: z.ZodType<Highlight> = z.object({
  text,
  file: text,
  sha256,
  reader: text,
  part: text,
  ranges: z.array(range).min(1),
  article: text,
  source: text.nullable(),
  paragraph: z.int().min(1),
  href: text.nullable(),
});

const alsoIn: z.ZodType<AlsoIn> = z.object({ id: text, title: text, source: text, url: text.nullable() });

const hosted: z.ZodType<HostedPicture> = z.strictObject({
  url: z.url({ protocol: /^https$/u }),
  alt: text,
  credit: text,
});
// Both become names of files.
const own: z.ZodType<OwnPicture> = z.strictObject({
  file: text.refine(isPictureFile, 'is no name of a file in pictures/'),
  name: text.refine(isPictureName, 'is no name of a picture in out/'),
  width: z.int().min(1),
  height: z.int().min(1),
  alt: text,
  credit: text,
});

const storyShape = z.object({
  id: text,
  title: text,
  url: text.nullable(),
  source: text,
  authors: z.array(text),
  date: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, 'is no date')
    .nullable(),
  dateLabel: text,
  minutes: amount,
  language,
  dir,
  licence: text.nullable(),
  highlights: z.array(highlight),
  alsoIn: z.array(alsoIn),
  picture: z.union([hosted, own]).nullable().default(null),
});
const story: z.ZodType<Story> = storyShape;

const theme: z.ZodType<ThemeSection> = z.object({
  id: text,
  name: text,
  minutes: amount,
  stories: z.array(story),
});

const cited: z.ZodType<Cited> = z.object({ text, ranges: z.array(range).min(1) });
const excerpt = z.object({ story: text, sentence: highlight, language, dir });

const issueShape = z.object({
  key: periodKey,
  label: text,
  number: z.int().min(1),
  language,
  dir,
  title: text,
  subject: text,
  preheader: text,
  letter: text,
  published: time,
  updated: time,
  sealed: z.boolean(),
  lead: storyShape.extend({ theme: text }).nullable(),
  themes: z.array(theme),
  counts: z.object({ stories: amount, sources: amount, articles: amount, minutes: amount }),
  numbers: z
    .array(excerpt.extend({ figure: cited, label: cited }))
    .max(4)
    .default([]),
  quote: excerpt.extend({ words: cited, by: cited, dateLabel: text }).nullable().default(null),
});
const issueSchema: z.ZodType<Issue> = issueShape;

const sealSchema: z.ZodType<Seal> = z.object({
  version: z.literal(1),
  approved: time,
  revised: time,
  revision: z.int().min(1),
  open: z.boolean(),
  page: text,
  articles: z.array(text),
  // Without one of these nobody would notice that the mail changed after its approval.
  hashes: z.strictObject({ 'email.html': sha256, 'email.txt': sha256, 'email.eml': sha256 }),
  issue: issueShape.extend({ sealed: z.literal(true) }),
});

/**
 * Reads a seal file, `issue` being the key that its name gives; a broken one is an error and counts as absent, so that
 * nobody sends an issue by it.
 */
export function parseSeal(seal: { file: string; issue: string; text: string }): Result<Seal | null> {
  const read = readJson(seal.text, sealSchema, (read) => ({ ...read, issue: completed(read.issue) }));
  if ('value' in read && read.value.issue.key === seal.issue) return { value: read.value, diagnostics: [] };
  const fault =
    'fault' in read
      ? `cannot be read: ${read.fault}`
      : `is the seal of ${read.value.issue.key}, not of ${seal.issue}`;
  const hint = 'Restore the file from your history, or delete it and approve the issue again.';
  return { value: null, diagnostics: [diagnose('bad-seal', fault, { file: seal.file, hint })] };
}

/** A seal as it is written: the same seal gives the same bytes. */
export function formatSeal(seal: Seal): string {
  return `${JSON.stringify(seal, null, 2)}\n`;
}

/** An issue as out/ keeps it, or what is wrong with it. */
export function parseIssue(json: string): { value: Issue } | { fault: string } {
  return readJson(json, issueSchema, completed);
}

/** What an issue lacks that was sealed before there were figures, a quote and pictures: it had none. */
function completed(issue: Issue): Issue {
  const { lead, themes, numbers, quote } = issue;
  return {
    ...issue,
    lead: lead && withPicture(lead),
    themes: themes.map((section) => ({ ...section, stories: section.stories.map(withPicture) })),
    numbers: numbers ?? [],
    quote: quote ?? null,
  };
}

function withPicture<T extends Story>(told: T): T {
  return { ...told, picture: told.picture ?? null };
}

function readJson<T>(
  json: string,
  schema: z.ZodType<T>,
  complete: (data: T) => T,
): { value: T } | { fault: string } {
  try {
    const data: unknown = JSON.parse(json);
    schema.parse(data);
    // Not what the schema returns: that has its keys in another order, and the bytes of a sealed issue hang on it.
    return { value: complete(data as T) };
  } catch (error) {
    return { fault: error instanceof z.ZodError ? z.prettifyError(error) : String(error) };
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isPeriodKey(key: string): boolean {
  if (/^\d{4}-(?:Q[1-4]|W(?:0[1-9]|[1-4]\d|5[0-3]))$/u.test(key)) return true;
  return z.iso.date().safeParse(/^\d{4}-\d{2}$/u.test(key) ? `${key}-01` : key).success;
}
