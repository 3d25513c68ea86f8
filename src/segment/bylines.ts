import { trimRange } from '../text/ranges.ts';
import type { Author, Range } from '../types.ts';
import { findDate, isReadingTime } from './dates.ts';

const lead =
  /^[（(]?(?:(?:story|text|words|written|reported|report|reporting|posted|published|compiled|an article|a column|interview|edited|translated)\s+)?(?:by|von|par|por|di|door|av|af|от)\s*[:：]?\s+|^[（(]?(?:authors?|editors?|writer|reporter|text|autor(?:in|en|es)?|redaktion|auteurs?|autore|автор|текст|作者|记者|本报记者|编辑|责任编辑|文)\s*[:：/／]\s*/iu;
const editing = /^[（(]?(?:edited|compiled|editors?|translated|redaktion|编辑|责任编辑)/iu;
/** Words of a byline that are no names. */
const smallWords: ReadonlySet<string> = new Set(
  (
    'and und et y e de la van von der den del di da du dos al bin le el our the for with in at ' +
    'of staff reporter reporters writer writers correspondent correspondents editor editors agency agencies desk team special contributor columnist guest author и'
  ).split(' '),
);

/** Who wrote it without a name: `By our own correspondent`. */
const nobody =
  /^(?:(?:an? |the )?(?:our |your )?(?:own )?(?:staff|(?:(?:special|local|staff|sports|foreign|parish|court) )?(?:reporters?|correspondents?|writers?))(?: \p{L}+)?|unser(?:e[mnr])? (?:\p{L}+ )?\p{L}+|notre (?:correspondante?|envoyée? spéciale?|rédaction|reporter)|nuestr[oa] (?:corresponsal|redacción|enviad[oa] especial)|(?:il |la )?nostr[oa] (?:corrispondente|inviat[oa]|redazione))$/iu;

const labelAlone =
  /^(?:by|authors?|writer|words|text|(?:written|posted|published|reported|story) by|von|par|por|autor(?:in|en|a|es|as)?|verfasst von|auteure?s?|écrit par|publié par|escrito por|autore|autrice|scritto da|автор|текст|作者|記者|文)\s*[:：]?$/iu;
const fullName =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|da|del|della|di|do|dos|du|la|le|van|von|der|den|bin|al|el|y|e) )*\p{Lu}[\p{L}.'’-]*){1,3}$|^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}·]{2,8}$/u;

/** Whether a line is a label such as `Author` and the next one the name it announces. */
export function isBylineLabel(text: string, next: string | undefined): boolean {
  return labelAlone.test(text) && next !== undefined && next.length <= 60 && fullName.test(next);
}

/** Whether a line names who wrote or edited the article, and does nothing else. */
export function isBylineText(text: string): boolean {
  const found = lead.exec(text);
  if (!found || text.length > 120) return false;
  const rest = cutTail(text.slice(found[0].length));
  return isNames(rest);
}

/** The name part: what comes before a date, a bar, an address. */
function cutTail(text: string): string {
  const date = findDate(text);
  const upTo = date ? text.slice(0, date.start) : text;
  return (upTo.split(/\s[|·•–—-]\s|[|·•]|\s\/\s\d|,\s*$|\s@|\s<|[()（）]|\bon\s*$/u, 1)[0] ?? '').replace(
    /[\s,;:.–—-]+$/u,
    '',
  );
}

function isNames(text: string): boolean {
  const words = text.split(/[\s,/&]+/u).filter((w) => w !== '');
  if (words.length === 0 || words.length > 12 || /\d/u.test(text) || /[!?"“”;]/u.test(text)) return false;
  if (/^[\p{Script=Han}\s、·]{2,12}$/u.test(text)) return true;
  const names = words.filter((w) => /^\p{Lu}/u.test(w));
  return (
    (names.length > 0 && words.every((w) => /^\p{Lu}/u.test(w) || smallWords.has(w.toLowerCase()))) ||
    nobody.test(text)
  );
}

/** Authors of a byline that stands at `start` of the part; ranges are the names alone. */
export function readAuthors(text: string, start: number): Author[] {
  const found = lead.exec(text);
  const from = found?.[0].length ?? 0;
  const role = editing.test(text) ? 'editor' : 'author';
  const stated = cutTail(text.slice(from));
  // Without `By`, what follows a comma is the paper.
  const names = found ? stated : (stated.split(',', 1)[0] ?? '');
  return splitNames(names).map((r) => ({
    text: names.slice(r.start, r.end).replace(/\s+/gu, ' '),
    ranges: [{ start: start + from + r.start, end: start + from + r.end }],
    role,
  }));
}

function splitNames(names: string): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const found of names.matchAll(
    /\s*[,;/&、]\s*(?:(?:and|und|et|y|и)\s+)?|\s+(?:and|und|et|y|и|with)\s+/gu,
  )) {
    ranges.push({ start, end: found.index });
    start = found.index + found[0].length;
  }
  ranges.push({ start, end: names.length });
  return ranges
    .map((r) => trimRange(names, r))
    .filter((r) => r.start < r.end && isAName(names.slice(r.start, r.end)));
}

function isAName(text: string): boolean {
  return (
    /^\p{Lu}|^\p{Script=Han}/u.test(text) &&
    !/^(?:Special|Contributor|Correspondent|Columnist|Editor|Reporter|Staff Writer|PhD|MD|Jr)\b/u.test(text)
  );
}

/** The name beside the date in a line such as `Ann Lee - 3 May 2024` or `Posted on May 3 by Ann Lee`. */
export function nameBesideDate(text: string): Range | null {
  const date = findDate(text);
  if (!date && !isReadingTime(text)) return null;
  const by = /(?<!\p{L})(?:by|von|par|por)\s+((?:\p{Lu}[\p{L}.'’-]*\s?){1,4})/u.exec(text);
  if (by?.[1]) {
    const start = by.index + by[0].length - by[1].length;
    return { start, end: start + by[1].trimEnd().length };
  }
  if (!date) return null;
  const head = text
    .slice(0, date.start)
    .replace(/[\s|·•,:–—-]+$/u, '')
    .replace(/\s(?:on|am|le)$/iu, '');
  if (/^(?:updated|published|posted|date|stand|sent)/iu.test(head)) return null;
  const words = head.split(/\s+/u);
  const fits = words.length >= 2 && words.length <= 4 && words.every((w) => /^\p{Lu}[\p{L}.'’-]*$/u.test(w));
  return fits ? { start: 0, end: head.length } : null;
}
