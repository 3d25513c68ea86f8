import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import { diagnose } from '../errors.ts';
import { findFrontMatter } from '../text/front-matter.ts';
import { createLineFinder } from '../text/lines.ts';
import { lineOf } from '../text/ranges.ts';
import type { Diagnostic, Field, Metadata, Part, Range } from '../types.ts';

export type FrontMatter = {
  metadata: Metadata;
  /** Range of the whole block, fences and the line break after it included; empty when there is none. */
  span: Range;
  diagnostics: Diagnostic[];
};

/** Keys with a meaning, by the name used inside; the spellings are those of common site generators. */
const names: { [spelling: string]: string } = {
  title: 'title',
  author: 'authors',
  authors: 'authors',
  byline: 'authors',
  date: 'date',
  published: 'published',
  pubdate: 'published',
  updated: 'updated',
  modified: 'updated',
  lastmod: 'updated',
  source: 'source',
  publication: 'source',
  url: 'url',
  link: 'url',
  canonical: 'url',
  canonical_url: 'url',
  licence: 'licence',
  license: 'licence',
  language: 'language',
  lang: 'language',
  section: 'section',
  theme: 'theme',
  id: 'id',
};

/** Reads YAML front matter between `---` lines at the head of a part. */
export function readFrontMatter(part: Part): FrontMatter {
  const block = findFrontMatter(part.text);
  if (!block) return { metadata: {}, span: { start: 0, end: 0 }, diagnostics: unclosed(part) };
  return { span: { start: 0, end: block.end }, ...parseFields(part, block.yaml, block.start) };
}

function unclosed(part: Part): Diagnostic[] {
  if (!/^---[ \t]*\r?\n[\w-]+:/u.test(part.text)) return [];
  const hint = 'Close the front matter with a line that holds only ---.';
  return [diagnose('broken-front-matter', 'front matter is not closed', { file: part.file, line: 1, hint })];
}

function parseFields(part: Part, yaml: string, offset: number): Omit<FrontMatter, 'span'> {
  // Without its own search for repeated keys, which compares each with all others.
  const document = parseDocument(yaml, { schema: 'core', prettyErrors: false, uniqueKeys: false });
  const [error] = document.errors;
  if (error) return { metadata: {}, diagnostics: [complain(part, error.message, offset + error.pos[0])] };
  if (document.contents === null) return { metadata: {}, diagnostics: [] };
  if (!isMap(document.contents))
    return { metadata: {}, diagnostics: [complain(part, 'it is not a list of key: value lines', offset)] };
  const repeated = findRepeated(document.contents.items.map((item) => item.key));
  if (repeated)
    return {
      metadata: {},
      diagnostics: [complain(part, 'a key stands twice', offset + (repeated.range?.[0] ?? 0))],
    };
  const metadata: Metadata = {};
  const oddities: Oddity[] = [];
  for (const { key, value } of document.contents.items) {
    const spelling = isScalar(key) ? String(key.value ?? '') : '';
    const at = offset + ((key as Node | null)?.range?.[0] ?? 0);
    const name = nameOf(spelling);
    const node = isAlias(value) ? value.resolve(document) : value;
    const field = fieldOf(node, yaml, offset);
    if (name === undefined) oddities.push({ message: `key "${spelling}" has no meaning here`, at });
    else if (field) metadata[name] ??= field;
    else if (!isEmpty(node)) oddities.push({ message: `"${spelling}" is no text and no list of texts`, at });
  }
  return { metadata, diagnostics: complainOfOddities(part, oddities) };
}

function findRepeated(keys: readonly unknown[]): Scalar | undefined {
  const seen = new Set<unknown>();
  return keys.filter(isScalar).find((key) => {
    const isKnown = seen.has(key.value);
    seen.add(key.value);
    return isKnown;
  });
}

function nameOf(spelling: string): string | undefined {
  const key = spelling.toLowerCase();
  return Object.hasOwn(names, key) ? names[key] : undefined;
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function fieldOf(node: unknown, yaml: string, offset: number): Field | null {
  if (isScalar(node) && node.range && node.value !== null) {
    const range = { start: offset + node.range[0], end: offset + node.range[1] };
    return { value: writtenText(node, yaml), range };
  }
  if (isSeq(node) && node.range) {
    const items = node.items.filter(isScalar).filter((item) => !isEmpty(item));
    const value = items.map((item) => writtenText(item, yaml));
    return { value, range: { start: offset + node.range[0], end: offset + node.range[1] } };
  }
  return null;
}

/** A date or a number stays as it was written: 2026-05-14, 007. */
function writtenText(node: Scalar, yaml: string): string {
  return typeof node.value === 'string' ? node.value : yaml.slice(node.range?.[0], node.range?.[1]);
}

function complain(part: Part, message: string, at: number): Diagnostic {
  const hint =
    'Quote values that hold a colon or begin with a special sign. The text below was read without it.';
  return diagnose('broken-front-matter', `front matter cannot be read: ${message}`, {
    file: part.file,
    line: lineOf(part.text, at),
    hint,
  });
}

/** Something in the front matter that is not understood, and where it stands in the part. */
type Oddity = { message: string; at: number };

/** More complaints than these about one file help nobody. */
const mostOddities = 20;

function complainOfOddities(part: Part, oddities: readonly Oddity[]): Diagnostic[] {
  const lineAt = createLineFinder(part.text);
  const say = ({ message, at }: Oddity): Diagnostic =>
    diagnose('unknown-front-matter', `front matter: ${message}`, { file: part.file, line: lineAt(at) });
  const shown = oddities.slice(0, mostOddities).map(say);
  const next = oddities[mostOddities];
  if (!next) return shown;
  const message = `and ${oddities.length - mostOddities} more that are not understood`;
  return [...shown, say({ message, at: next.at })];
}
