import { foldSpace, trimRange } from '../text/ranges.ts';
import type { Cited } from '../types.ts';
import { findFolioName, findPaperName } from './folio.ts';
import type { Labelled } from './rules/rule.ts';

const label =
  /^(?:source(?: link| article)?|via|h\/t|quelle|fuente|fonte|источник|来源|稿源|出处)\s*[:：]\s*/iu;
const republished =
  /\b(?:re-?published|published|posted|printed|appeared|erschien|publié|publicado)\b(?:\s+(?:first|originally|zuerst))?\s+(?:from|by|in|on|at|bei|auf|dans|en|por)\s+(?:the\s+(?=\p{Lu}))?(\p{Lu}[^.,;:()]{1,60}?)(?=\s+(?:under|on|in|at|and|with|by)\b|[.,;:()]|$)/u;
const licence =
  /(?:a |an |the )?((?:Creative Commons|CC)[^.,;()]{0,50}?(?:licen[cs]e)?|CC[ -]BY(?:[ -](?:SA|NC|ND|\d(?:\.\d)?))*)(?=[.,;()]|\s+(?:Read|from)\b|$)/u;

/** The publication a source line or republication notice names. */
export function readSource(text: string, line: Labelled): Cited | null {
  const piece = line.line.pieces[0];
  if (!piece) return null;
  const words = text.slice(piece.start, piece.end);
  const labelled = label.exec(words);
  if (labelled)
    return cite(text, piece.start + labelled[0].length, piece.start + words.replace(/[\s.]+$/u, '').length);
  const found = republished.exec(words);
  const name = found?.[1];
  if (!found || !name) return null;
  const start = piece.start + found.index + found[0].lastIndexOf(name);
  return cite(text, start, start + name.length);
}

/** The paper that a folio line, or a line of paper and day below a title, names. */
export function readFolio(text: string, { line, rule }: Labelled): Cited | null {
  const piece = line.pieces[0];
  const find = rule === 'paper-line' ? findPaperName : findFolioName;
  const name = piece && find(text.slice(piece.start, piece.end));
  return name ? cite(text, piece.start + name.start, piece.start + name.end) : null;
}

/** The licence a notice names. */
export function readLicence(text: string, line: Labelled): Cited | null {
  const piece = line.line.pieces[0];
  const found = piece && licence.exec(text.slice(piece.start, piece.end));
  const name = found?.[1];
  if (!piece || !found || !name) return null;
  const start = piece.start + found.index + found[0].indexOf(name);
  return cite(text, start, start + name.length);
}

function cite(text: string, start: number, end: number): Cited | null {
  const range = trimRange(text, { start, end });
  if (range.start >= range.end) return null;
  return { text: foldSpace(text.slice(range.start, range.end)), ranges: [range] };
}
