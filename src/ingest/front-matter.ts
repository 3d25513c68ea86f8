import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { diagnose } from '../errors.ts';
import { findFrontMatter } from '../text/front-matter.ts';
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
  const document = parseDocument(yaml, { schema: 'core', prettyErrors: false, maxAliasCount: 0 } as object);
  const [error] = document.errors;
  if (error) return { metadata: {}, diagnostics: [complain(part, error.message, offset + error.pos[0])] };
  if (document.contents === null) return { metadata: {}, diagnostics: [] };
  if (!isMap(document.contents))
    return { metadata: {}, diagnostics: [complain(part, 'it is not a list of key: value lines', offset)] };
  const metadata: Metadata = {};
  const diagnostics: Diagnostic[] = [];
  for (const { key, value } of document.contents.items) {
    const spelling = isScalar(key) ? String(key.value) : '';
    const name = names[spelling.toLowerCase()];
    const field = fieldOf(value as Node | null, yaml, offset);
    if (name === undefined)
      diagnostics.push(unknownKey(part, spelling, offset + ((key as Node).range?.[0] ?? 0)));
    else if (field) metadata[name] ??= field;
  }
  return { metadata, diagnostics };
}

function fieldOf(node: Node | null, yaml: string, offset: number): Field | null {
  if (isScalar(node) && node.range && node.value !== null) {
    const range = { start: offset + node.range[0], end: offset + node.range[1] };
    // A date or a number stays as it was written: 2026-05-14, 007.
    const value = typeof node.value === 'string' ? node.value : yaml.slice(node.range[0], node.range[1]);
    return { value, range };
  }
  if (isSeq(node) && node.range) {
    const value = node.items.filter(isScalar).map((item) => String(item.value));
    return { value, range: { start: offset + node.range[0], end: offset + node.range[1] } };
  }
  return null;
}

function complain(part: Part, message: string, at: number): Diagnostic {
  const hint =
    'Quote values that hold a colon or begin with a special sign. The text below was read without it.';
  return diagnose('broken-front-matter', `front matter cannot be read: ${message}`, {
    file: part.file,
    line: lineOf(part.text, at + 1),
    hint,
  });
}

function unknownKey(part: Part, key: string, at: number): Diagnostic {
  return diagnose('unknown-front-matter', `front-matter key "${key}" has no meaning here`, {
    file: part.file,
    line: lineOf(part.text, at + 1),
  });
}
