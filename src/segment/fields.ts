import { foldSpace } from '../text/ranges.ts';
import type { Author, Cited, Field, Metadata, Part, Picture } from '../types.ts';

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

/** The picture that is stated for an article, if its address leads anywhere; of several the first. */
export function citeImage(part: Part, metadata: Metadata): Picture | null {
  const { image, imageAlt, imageCredit, imageCaption } = metadata;
  const url = citeField(part, image && { ...image, value: [image.value].flat().slice(0, 1) });
  if (!url || !/^https?:\/\/[^\s"'<>]+$/iu.test(url.text) || !URL.canParse(url.text)) return null;
  const credit = citeField(part, imageCredit) ?? citeField(part, imageCaption);
  return { url, alt: citeField(part, imageAlt), credit };
}
