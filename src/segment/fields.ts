import { foldSpace } from '../text/ranges.ts';
import type { Author, Cited, Field, Part } from '../types.ts';

/** A field's words with the place that states them; quotes around them are YAML's. */
export function citeField(part: Part, field: Field | undefined): Cited | null {
  const text = field ? foldSpace(Array.isArray(field.value) ? field.value.join(', ') : field.value) : '';
  if (!field || text === '') return null;
  if (!field.range) return { text, ranges: [] };
  const { start, end } = field.range;
  const at = part.text.slice(start, end).indexOf(text);
  return {
    text,
    ranges: [at === -1 ? { start, end } : { start: start + at, end: start + at + text.length }],
  };
}

/** Names in a field, one each: a list, or words with commas and "and" between. */
export function citeAuthors(part: Part, field: Field | undefined): Author[] {
  if (!field) return [];
  const names = Array.isArray(field.value)
    ? field.value
    : field.value.split(/\s*(?:,|;|\band\b|\bund\b|\bet\b|&)\s*/u);
  return names.flatMap((name) => {
    const cited = citeField(part, { value: name, range: field.range });
    return cited ? [{ ...cited, role: 'author' as const }] : [];
  });
}
