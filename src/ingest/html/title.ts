import type { Range } from '../../types.ts';
import type { LinkedData } from './json-ld.ts';
import type { PageText } from './page-text.ts';
import { type MetaTable, metaValues, type Stated, shownBy } from './stated.ts';
import { attributeOf, type TreeElement } from './tree.ts';
import { foldWords } from './words.ts';

/** The title as the page shows it where it does, else as its markup states it. */
export function findTitle(
  elements: readonly TreeElement[],
  page: PageText,
  meta: MetaTable,
  data: LinkedData,
  site: string,
): Stated | null {
  const inHead = elements.find((e) => e.tagName === 'title');
  const stated = [
    ...data.headline,
    ...metaValues(meta, ['og:title', 'twitter:title', 'title', 'dc.title', 'parsely-title']).map(
      (m) => m.value,
    ),
    ...(inHead ? [textOfTitle(inHead)] : []),
  ].filter((title) => title !== '' && foldWords(title) !== foldWords(site));
  const shown = elements
    .filter((e) => /^h[1-3]$/u.test(e.tagName) || attributeOf(e, 'itemprop') === 'headline')
    .slice(0, 200)
    .map((e) => ({ level: e.tagName, ...shownBy(e, page) }))
    .filter(
      (s) => s.range && s.value !== '' && s.value.length < 400 && foldWords(s.value) !== foldWords(site),
    );
  const match =
    shown.find((s) => stated.some((title) => foldWords(title) === foldWords(s.value))) ??
    shown.find((s) => stated.some((title) => isMost(foldWords(s.value), foldWords(title)))) ??
    shown.find((s) =>
      stated.some((title) => piecesOf(title).some((piece) => foldWords(piece) === foldWords(s.value))),
    );
  const h1s = shown.filter((s) => s.level === 'h1');
  const found = match ?? (h1s.length === 1 && stated.length === 0 ? h1s[0] : undefined);
  if (found) return { value: found.value, range: found.range };
  const [best] = stated;
  if (best === undefined) return null;
  const value = withoutSite(best, site);
  for (const words of [value, ...piecesOf(best)]) {
    const range = words.length < 10 ? null : lineOf(words, page.text);
    if (range) return { value: words, range };
  }
  return { value, range: null };
}

/** The first line of a text that is these words. */
function lineOf(words: string, text: string): Range | null {
  for (let n = 0, at = text.indexOf(words); at !== -1 && n < 50; n += 1, at = text.indexOf(words, at + 1)) {
    const range = { start: at, end: at + words.length };
    if (
      /(?:^|\n)[^\S\n]*$/u.test(text.slice(Math.max(0, at - 80), at)) &&
      /^[^\S\n]*(?:\n|$)/u.test(text.slice(range.end, range.end + 80))
    )
      return range;
  }
  return null;
}

/** The element's own text: `textIn` leaves titles out, as no page shows them. */
function textOfTitle(element: TreeElement): string {
  return element.childNodes
    .map((c) => ('value' in c ? c.value : ''))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether one title begins or holds the other and is not much shorter. */
function isMost(shown: string, stated: string): boolean {
  const words = shown.split(' ').length;
  if (words >= 3 && stated.includes(shown)) return true;
  return stated.split(' ').length >= 3 && shown.includes(stated) && shown.length < 2 * stated.length;
}

/** A title between the names of a site and its sections. */
function piecesOf(title: string): string[] {
  return title
    .split(/\s*(?:[|\u2013\u2014\u00b7\u00bb\u203a_]|::|\s-|:(?=\s))\s*/u)
    .filter((piece) => piece.length > 2);
}

/** Without the name of the site at an end. */
export function withoutSite(title: string, site: string): string {
  const pieces = title.split(/\s+[|\u2013\u2014\u00b7\u00bb:-]\s+|\s*\|\s*/u);
  const cut = (from: number, to: number): string =>
    title.slice(
      from === 0 ? 0 : title.indexOf(pieces[from] ?? '', (pieces[0] ?? '').length),
      to === pieces.length ? title.length : title.lastIndexOf(pieces[to] ?? ''),
    );
  const tidy = (text: string): string => text.replace(/[\s|\u2013\u2014\u00b7\u00bb:-]+$/u, '').trim();
  if (pieces.length < 2) return title;
  if (site !== '' && foldWords(pieces.at(-1) ?? '') === foldWords(site))
    return tidy(cut(0, pieces.length - 1));
  if (site !== '' && foldWords(pieces[0] ?? '') === foldWords(site)) return tidy(cut(1, pieces.length));
  const last = (pieces.at(-1) ?? '').split(/\s+/u).length;
  const before = tidy(cut(0, pieces.length - 1));
  return title.includes('|') && last <= 4 && before.split(/\s+/u).length >= 3 ? before : title;
}
