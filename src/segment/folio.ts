import type { Range } from '../types.ts';
import { isBylineText } from './bylines.ts';
import { findDate, isDateLine } from './dates.ts';
import { isAllCaps } from './shapes.ts';

/** The head of a newspaper's page, its folio line: `FELL COURIER   Thursday, 19 November 2026   Page 3`. */

const pageNumber =
  /(?<!\p{L})(?:page|seite|página|pagina|pag\.|p\.|s\.|сторінка|страница|стр\.|strona|str\.)\s?(?:\p{Lu}\s?)?\d{1,3}(?!\d)|第\s?\d{1,3}\s?[版面]/giu;
const weekday =
  /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)-feira|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)(?!\p{L})/giu;
const paper =
  /(?<!\p{L})(?:advertiser|argus|bugle|chronicle|courier|daily|dispatch|echo|examiner|express|gazette|globe|herald|independent|journal|mail|mercury|monitor|news|observer|packet|post|press|record|reporter|review|sentinel|standard|star|sun|telegraph|times|tribune|weekly|world|courrier|dépêche|écho|nouvelles|correo|diario|heraldo|noticias|corriere|gazzetta|giornale|messaggero|jornal|gazeta|kurier|dziennik|вестник|газета|известия|новости)(?!\p{L})|(?:anzeiger|blatt|bote|kurier|nachrichten|rundschau|zeitung)(?!\p{L})/iu;
const name =
  /^(?:\p{Lu}[\p{L}.'’&-]*|\d{0,2}&)(?:\s(?:\p{Lu}[\p{L}.'’&-]*|&|and|of|the|on|und|für|am|de|du|des|del|della|di|la|le|do|da|и)){0,5}$/u;

/**
 * Where the paper's name stands in a folio line, if the text is one: a name and a day with its year, and either a
 * page's number or a word that papers are called by.
 */
export function findFolioName(text: string): Range | null {
  const found = nameBesideDay(text);
  if (!found) return null;
  const words = text.slice(found.start, found.end);
  const paged = text.search(pageNumber) !== -1;
  if (!paper.test(words) && !(paged && (isAllCaps(words) || words.includes(' ')))) return null;
  return found;
}

/** Names of three to five words are seldom a person's; those of people have particles and initials. */
const unknownPaper = /^\p{Lu}[\p{L}'’&-]*(?:\s(?:\p{Lu}[\p{L}'’&-]*|&|and|of|the|on|und|für)){2,4}$/u;

/**
 * Where a paper's name stands in a line such as `Fell Bee Ring, 3 May 2026`: as in a folio line, or before a comma and
 * the day a name that no paper need be known by.
 */
export function findPaperName(text: string): Range | null {
  const found = nameBesideDay(text);
  if (!found) return null;
  const words = text.slice(found.start, found.end);
  if (paper.test(words)) return found;
  const unknown = found.start === 0 && text[found.end] === ',' && unknownPaper.test(words);
  return unknown && !isDateLine(text) ? found : null;
}

/** The only name beside a day with its year and nothing else but a weekday and a page's number. */
function nameBesideDay(text: string): Range | null {
  if (text.length > 140 || !/\d{4}/u.test(text)) return null;
  const date = findDate(text);
  if (!date || isBylineText(text) || !/(?:19|20)\d{2}/u.test(text.slice(date.start, date.end))) return null;
  const blank = (found: string): string => '|'.repeat(found.length);
  const bare = (text.slice(0, date.start) + blank(text.slice(date.start, date.end)) + text.slice(date.end))
    .replace(pageNumber, blank)
    .replace(weekday, blank);
  const stretches = [...bare.matchAll(/[^\s|·•,;–—/-](?:[^|·•,;–—/]*[^\s|·•,;–—/-])?/gu)];
  const [only] = stretches;
  if (!only || stretches.length > 1 || !name.test(only[0])) return null;
  return { start: only.index, end: only.index + only[0].length };
}
