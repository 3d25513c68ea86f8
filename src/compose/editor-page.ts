import { isMap, isScalar, LineCounter } from 'yaml';
import { z } from 'zod';
import { diagnose } from '../errors.ts';
import { findFrontMatter } from '../text/front-matter.ts';
import { shortHash } from '../text/ids.ts';
import { nearest } from '../text/nearest.ts';
import { dataOf, parseYaml } from '../text/yaml.ts';
import type { Diagnostic, Result } from '../types.ts';

const id = z.string().min(1);
const ids = z.array(id, { error: 'write it as a list: [first-id-1, second-id-1]' });
const pairs = 'write it as lists of two or more ids: [[first-id-1, second-id-1]]';
/** `title: 1984` is a number to YAML and a title to an editor. */
const words = z.union([z.string().trim().min(1), z.number().transform(String)]);

/** Front matter of `_issues/<issue>.md`: the editor's decisions, keyed by article id. */
export const editorSchema = z.strictObject({
  title: words.optional().describe('Title of the issue.'),
  subject: words.optional().describe('Subject of the email.'),
  preheader: words.optional().describe('What inboxes show after the subject.'),
  date: z.record(id, z.string()).default({}).describe('Date of an undated article: id: YYYY-MM-DD.'),
  pin: ids.default([]).describe('Stories that come first; the first of them leads.'),
  exclude: ids.default([]).describe('Articles to leave out.'),
  move: z.record(id, z.string()).default({}).describe('id: name of a theme, or key of an issue (2026-10).'),
  order: ids.default([]).describe('Order of stories within their theme.'),
  merge: z
    .array(ids.min(2, pairs), { error: pairs })
    .default([])
    .describe('Articles that tell one story; the first is the one told.'),
  split: z
    .array(ids.min(2, pairs), { error: pairs })
    .default([])
    .describe('Articles that must not be told as one story.'),
  highlights: z.record(id, z.array(z.string())).default({}).describe('Chosen sentences, word for word.'),
  pictures: z
    .record(
      id,
      z.union(
        [z.literal(true), words, z.strictObject({ file: words, alt: words, credit: words.optional() })],
        {
          error:
            'write true, what one sees, or of a picture of your own { file: wall.jpg, alt: what one sees, credit: who made it }',
        },
      ),
    )
    .default({})
    .describe(
      'id: true, or the words for what one sees: shows the picture of an article, loaded from its publisher. id: { file, alt, credit }: one of your own in pictures/, embedded in the mail.',
    ),
  numbers: z
    .union([z.literal(false), z.array(z.strictObject({ figure: words, label: words })).max(4)], {
      error:
        'write false, or at most four figures: [{ figure: 41,000 crowns, label: The car is expected to fetch }]',
    })
    .optional()
    .describe('The month in numbers: figure and label of each, word for word out of one sentence; or false.'),
  quote: z
    .union([z.literal(false), z.strictObject({ words, by: words })], {
      error: 'write false, or the words and who said them: { words: It was dark, by: Ida Pell }',
    })
    .optional()
    .describe('Quote of the month: words and by, word for word out of one sentence; or false.'),
});

export type EditorDecisions = z.infer<typeof editorSchema>;

/** The editor's page of one issue. `lineOf` tells where an entry stands, for complaints. */
export type EditorPage = EditorDecisions & {
  issue: string;
  file: string;
  letter: string;
  /** SHA-256 of the page as it lies on disk; empty when there is none. */
  hash: string;
  lineOf: (entry: string) => number | undefined;
};

/** A page with no decisions, for an issue without one. */
export function emptyPage(issue: string): EditorPage {
  return { ...editorSchema.parse({}), issue, file: '', letter: '', hash: '', lineOf: () => undefined };
}

/** Reads an editor's page. With broken front matter the letter still counts and the decisions are reported as lost. */
export function parseEditorPage(file: string, issue: string, text: string): Result<EditorPage> {
  const front = findFrontMatter(text);
  if (!front && /^\uFEFF?---[ \t]*\r?\n[\w-]+:/u.test(text)) return unclosed(file, issue);
  const page: EditorPage = {
    ...emptyPage(issue),
    file,
    letter: text.slice(front?.end ?? 0).trim(),
    hash: shortHash(text, 64),
  };
  if (!front) return { value: page, diagnostics: [] };
  const counter = new LineCounter();
  const { document, fault } = parseYaml(front.yaml, { lineCounter: counter, schema: 'core' });
  const { data, fault: unfolding } = dataOf(document);
  const problem = fault ?? unfolding;
  if (problem) return invalid(page, problem.message, counter.linePos(problem.offset).line + 1);
  if (data !== null && !isMap(document.contents))
    return invalid(page, 'it is not a list of key: value lines', 2);
  const lines = linesOf(document.contents, counter);
  const lineOf = (entry: string): number | undefined => lines.get(entry);
  const { decisions, complaints } = parseDecisions((data ?? {}) as { [key: string]: unknown });
  return {
    value: { ...page, ...decisions, lineOf },
    diagnostics: complaints.map((c) => complain(file, c, lineOf)),
  };
}

type Complaint = { key: string; message: string; hint: string };

/** Each key for itself: a wrong one costs no other. */
function parseDecisions(data: { [key: string]: unknown }): {
  decisions: Partial<EditorDecisions>;
  complaints: Complaint[];
} {
  const keys = Object.keys(editorSchema.shape);
  const decisions: { [key: string]: unknown } = {};
  const complaints: Complaint[] = [];
  for (const [key, schema] of Object.entries(editorSchema.shape)) {
    const parsed = schema.safeParse(Object.hasOwn(data, key) ? (data[key] ?? undefined) : undefined);
    if (parsed.success && parsed.data !== undefined) decisions[key] = parsed.data;
    if (!parsed.success) complaints.push(...parsed.error.issues.map((issue) => complaintOf(key, issue)));
  }
  const unknown = Object.keys(data).filter((key) => !keys.includes(key));
  for (const key of unknown) {
    const right = nearest(key, keys);
    const hint = right ? `Did you mean "${right}"?` : `The keys are: ${keys.join(', ')}.`;
    complaints.push({ key, message: `"${key}" is no key of an editor's page`, hint });
  }
  return { decisions, complaints };
}

function complaintOf(key: string, issue: z.core.$ZodIssue): Complaint {
  const path = [key, ...issue.path.map(String)];
  const named = issue.path.find((step) => typeof step === 'string') ?? key;
  const hint = `Nothing under "${key}" took effect; the other entries did.`;
  return { key: String(named), message: `${path.join('.')}: ${issue.message}`, hint };
}

function invalid(page: EditorPage, problem: string, line: number): Result<EditorPage> {
  const hint = 'None of the decisions on this page took effect; the letter did.';
  const message = `front matter cannot be read: ${problem}`;
  return { value: page, diagnostics: [diagnose('editor-invalid', message, { file: page.file, line, hint })] };
}

/** Where the letter begins nobody knows, and the decisions must not be published with it: neither counts. */
function unclosed(file: string, issue: string): Result<EditorPage> {
  const hint = 'Close it with a line that holds only ---. Neither the decisions nor the letter took effect.';
  const place = { file, line: 1, hint };
  return {
    value: { ...emptyPage(issue), file },
    diagnostics: [diagnose('editor-invalid', 'front matter is not closed', place)],
  };
}

function complain(file: string, { key, message, hint }: Complaint, lineOf: EditorPage['lineOf']): Diagnostic {
  const line = lineOf(key);
  return diagnose('editor-invalid', message, { file, hint, ...(line ? { line } : {}) });
}

/** Line of every key and every text in the front matter; the fence above it is line 1. */
function linesOf(contents: unknown, counter: LineCounter): Map<string, number> {
  const lines = new Map<string, number>();
  const visit = (node: unknown): void => {
    if (isScalar(node) && node.range) {
      const text = String(node.value ?? '');
      if (!lines.has(text)) lines.set(text, counter.linePos(node.range[0]).line + 1);
    } else if (isMap(node)) {
      for (const item of node.items) {
        visit(item.key);
        visit(item.value);
      }
    } else if (node !== null && typeof node === 'object' && 'items' in node)
      for (const item of node.items as unknown[]) visit(item);
  };
  visit(contents);
  return lines;
}
