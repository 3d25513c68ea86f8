import { inAnyCase } from '../../text/any-case.ts';
import { monthPattern } from '../lexicon.ts';
import type { Line } from '../lines.ts';
import { jaccard } from '../words.ts';
import { type Context, neighbour, phraseRule, type Rule } from './rule.ts';

const maker =
  '(?:photo(?:graph)?s?|images?|pictures?|pics?|illustrations?|graphics?|credits?|courtesy|fotos?|bild(?:er)?|grafik|crédits?|imagen|immagine|фото|file photo|handout)';
const makerInAnyCase = inAnyCase(`${maker}(?:\\s+(?:credits?|courtesy|by|of|via|from))*`);
// Case matters here but for the words themselves: a dot may follow an initial only.
const name = '(?:[^.!?]|(?<=(?<!\\p{L})\\p{Lu})\\.){1,60}[)\\]）.]*$';
const creditColon = new RegExp(
  `(?:[(\\[（|.]|\\s|^|(?<=\\p{Ll})(?=\\p{Lu}))${makerInAnyCase}\\s*(?:[:：/©|]|\\.{3})\\s*${name}`,
  'u',
);
/** Without a colon the credit stands apart: in brackets, or as a sentence of its own. */
const creditBy = new RegExp(
  `(?:[(\\[（|.!?”"]\\s*|^|(?<=\\p{Ll})(?=\\p{Lu}))${inAnyCase(maker)}(?:\\s+(?:credits?|courtesy))?\\s+(?:by|of|via|from)\\s+\\p{Lu}${name}`,
  'u',
);
const agencyEnd =
  /(?:\((?:[^()]{0,40}[/ ])?(?:AP|AFP|Reuters|REUTERS|EPA|Getty(?: Images)?|Xinhua|XINHUA|VCG|dpa|DPA|NASA|ESA|TASS|Bloomberg|ANSA|EFE|Keystone|PTI|Shutterstock|iStock|Unsplash|Wikimedia(?: Commons)?|Archive|File)(?:[^()]{0,30})?\)|(?:\/|via |Photo |©\s?)(?:AP|AFP|Reuters|REUTERS|EPA|Getty Images|Xinhua|VCG|dpa|TASS|Shutterstock)(?: (?:Photo|Images|file))?)[.]?$/u;
const slashEnd = /\((?:[^()/]{3,60}\/){1,3}[^()/]{3,40}\)$/u;
const chineseCredit =
  /(?:图源|图片来源|供图|摄影|[\p{Script=Han}]{2,4}\s?摄|图\s?[/／|])[^。]{0,20}[)）】]?$/u;
const captionStart =
  /^[[(](?:image|photo|picture|figure|chart|graphic|video|bild|foto|grafik|imagen?|immagine)\s*[:：\]]|^(?:above|below|pictured|file photo|file|left|right|top|caption|image|photo|illustration|im bild|symbolbild|légende|pie de foto|图为|上图|资料图|图说)\s*[:：|]|^(?:a )?(?:file (?:photo|image|picture)|screenshot|screengrab) (?:of|shows|from|taken)\b|^图为|^图[一二三四五六七八九十\d]+\s|^(?:photo|image|video|picture)s? (?:by|credit|courtesy|via)\b/iu;
const makerStart = new RegExp(
  `^[([（]?${maker}(?:\\s+(?:credits?|courtesy|by|of|via|from))*\\s*[:：/©]`,
  'iu',
);
const agencyLine =
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,3}\s?\/\s?\p{Lu}[\p{L}&.'’-]*(?: \p{Lu}[\p{L}&.'’-]*){0,4}$/u;

const agencyNames =
  '(?:AP|AFP|Reuters|REUTERS|EPA|Getty(?: Images)?|Xinhua|VCG|dpa|TASS|Bloomberg|ANSA|EFE|Keystone|PTI|Shutterstock|iStock|Unsplash|NurPhoto|Alamy)';
const agencyBar = new RegExp(
  `^\\p{Lu}[\\p{L}.'’ -]{2,40}\\s*[|/]\\s*(?:[\\p{L} ]{2,30}\\s*[|/]\\s*)?${agencyNames}(?: (?:Photo|Images|file))?$`,
  'u',
);

const agencyAlone = new RegExp(`^${agencyNames}(?:[/, ]+(?:${agencyNames}|Photo|Images|file))*$`, 'u');

/** Who stands where in the picture, or when it was taken. */
const placed =
  /(?:, (?:far |second from )?(?:left|right|centre|center)(?:,| and )|\((?:left|right|centre|center|links|rechts|à gauche|à droite|izquierda|derecha)\)|\b(?:from left|clockwise from|von links|de gauche à droite|de izquierda a derecha)\b|, pictured (?:here|above|below|at|in|with|on|left|right)\b|^(?:FILE\s?[-–—]|In this (?:\p{L}+\.? ){0,3}(?:\d{1,2},? )?(?:\d{4},? )?(?:file )?(?:photo|image|picture)))/u;

/** Whether the line names who made a picture. */
export function hasCredit(text: string): boolean {
  const end = text.slice(-120);
  return (
    slashEnd.test(end) ||
    creditColon.test(end) ||
    creditBy.test(end) ||
    agencyEnd.test(end) ||
    chineseCredit.test(end)
  );
}

function isAgencyLine(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    line.text.length <= 80 &&
    (agencyLine.test(line.text) || agencyBar.test(line.text)) &&
    !line.bullet
  );
}

/** A short paragraph right above `Firstname/Agency` is the caption of that picture. */
function standsAboveAgency(line: Line, context: Context): boolean {
  const next = neighbour(line, context, 1);
  return isAgencyLine(next) && (next?.blanksBefore ?? 9) <= 1 && line.words >= 4 && line.words <= 40;
}

const months = new RegExp(`(?<!\\p{L})(${monthPattern})(?!\\p{L})\\.?`, 'giu');

/** Twins are compared without credits and with month names cut to three letters. */
function plain(text: string): string {
  return text
    .replace(/[([（][^()]{0,60}[)\]）][^\p{L}\p{N}]*$/u, '')
    .replace(months, (m) => m.slice(0, 3))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Of a line that is all brackets or credit nothing is left to compare. */
const shortestTwin = 12;

function areTwins(a: Line | undefined, b: Line | undefined): boolean {
  if (!a || !b || a.words < 5 || b.words < 5 || a.text.length > 420 || b.text.length > 420) return false;
  const [one, other] = [plain(a.text), plain(b.text)];
  if (one.length < shortestTwin || other.length < shortestTwin) return false;
  if (one.startsWith(other) || other.startsWith(one)) return true;
  return jaccard(new Set(one.split(' ')), new Set(other.split(' '))) > 0.8;
}

/** The same short paragraph twice in a row: alternative text and caption of one picture. */
function isCaptionTwin(line: Line, context: Context): boolean {
  const others = [neighbour(line, context, 1), neighbour(line, context, -1)];
  return others.some((other) => {
    if (!other || other.text.length > 420) return false;
    return (hasCredit(line.text) || hasCredit(other.text)) && areTwins(line, other);
  });
}

/** Rules for pictures' captions and credits, in order. */
export const captionRules: readonly Rule[] = [
  { name: 'caption-twin', role: 'caption', class: 'boilerplate', max: 420, test: isCaptionTwin },
  phraseRule('caption-label', 'caption', [captionStart, makerStart], 420),
  {
    name: 'caption-credit',
    role: 'caption',
    class: 'boilerplate',
    max: 520,
    test: (line) => hasCredit(line.text),
  },
  {
    name: 'caption-places',
    role: 'caption',
    class: 'boilerplate',
    max: 420,
    test: (line) => placed.test(line.text) && !/["“”„«]/u.test(line.text),
  },
  phraseRule('agency-alone', 'caption', [agencyAlone], 60),
  {
    name: 'agency-line',
    role: 'caption',
    class: 'boilerplate',
    max: 80,
    test: (line, context) => isAgencyLine(line) && (neighbour(line, context, -1)?.words ?? 0) >= 4,
  },
  { name: 'caption-above-agency', role: 'caption', class: 'boilerplate', max: 420, test: standsAboveAgency },
  {
    name: 'picture-owner',
    role: 'caption',
    class: 'boilerplate',
    max: 90,
    test: (line) => /^©\s?(?:\p{Lu}[\p{L}.]*[ /]*){1,8}$/u.test(line.text) && !/\d{4}/u.test(line.text),
  },
];
