import { diagnose } from '../errors.ts';
import { findDialect } from '../text/front-matter.ts';
import { createLineFinder } from '../text/lines.ts';
import { lineOf } from '../text/ranges.ts';
import type { Diagnostic, Metadata, Part, Range } from '../types.ts';
import type { Entries } from './front-matter/entry.ts';
import { meantBy, nameOf } from './front-matter/keys.ts';
import { readToml } from './front-matter/toml.ts';
import { readYaml } from './front-matter/yaml.ts';

export type FrontMatter = {
  metadata: Metadata;
  /** Range of the whole block, fences and the line break after it included; empty when there is none. */
  span: Range;
  diagnostics: Diagnostic[];
};

/** Reads front matter at the head of a part: YAML between `---` lines, TOML between `+++` lines, or JSON. */
export function readFrontMatter(part: Part): FrontMatter {
  const block = findDialect(part.text);
  if (!block) return { metadata: {}, span: { start: 0, end: 0 }, diagnostics: unclosed(part) };
  const read = block.dialect === 'toml' ? readToml : readYaml;
  return { span: { start: 0, end: block.end }, ...takeFields(part, read(block.source, block.start)) };
}

function unclosed(part: Part): Diagnostic[] {
  const fence = /^(---|\+\+\+)[ \t]*\r?\n[\w-]+[ \t]*[:=]/u.exec(part.text)?.[1];
  if (!fence) return [];
  const hint = `Close the front matter with a line that holds only ${fence}.`;
  return [diagnose('broken-front-matter', 'front matter is not closed', { file: part.file, line: 1, hint })];
}

function takeFields(part: Part, { entries, fault }: Entries): Omit<FrontMatter, 'span'> {
  if (fault) return { metadata: {}, diagnostics: [complain(part, fault.message, fault.at)] };
  const metadata: Metadata = {};
  const oddities: Oddity[] = [];
  for (const { key, at, value, range } of entries) {
    const name = nameOf(key);
    if (name === undefined) oddities.push(unknown(key, at));
    else if (value === null) oddities.push({ message: `"${key}" is no text and no list of texts`, at });
    else if (value !== undefined)
      metadata[name] ??= { value: name === 'section' ? firstOf(value) : value, range };
  }
  return { metadata, diagnostics: complainOfOddities(part, oddities) };
}

/** Of several categories an article has the first as its section. */
function firstOf(value: string | string[]): string {
  return typeof value === 'string' ? value : (value[0] ?? '');
}

/** Whether front matter says that the article is not to be published: `draft: true` and what other tools write. */
export function isDraft(metadata: Metadata): boolean {
  const said = (name: string): string => String(metadata[name]?.value ?? '').toLowerCase();
  return (
    said('draft') === 'true' || /^(?:auto-)?draft$/u.test(said('status')) || said('published') === 'false'
  );
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
type Oddity = { message: string; at: number; meant?: string };

/** More complaints than these about one file help nobody. */
const mostOddities = 20;

function unknown(key: string, at: number): Oddity {
  const meant = meantBy(key);
  if (meant === undefined) return { message: `key "${key}" has no meaning here`, at };
  return { message: `key "${key}" is unknown`, at, meant };
}

function complainOfOddities(part: Part, oddities: readonly Oddity[]): Diagnostic[] {
  const lineAt = createLineFinder(part.text);
  const say = ({ message, at, meant }: Oddity): Diagnostic => {
    const place = { file: part.file, line: lineAt(at) };
    if (meant === undefined) return diagnose('unknown-front-matter', `front matter: ${message}`, place);
    return diagnose('misspelt-front-matter', `front matter: ${message}`, {
      ...place,
      hint: `Did you mean "${meant}"?`,
    });
  };
  const shown = oddities.slice(0, mostOddities).map(say);
  const next = oddities[mostOddities];
  if (!next) return shown;
  const message = `and ${oddities.length - mostOddities} more that are not understood`;
  return [...shown, say({ message, at: next.at })];
}
