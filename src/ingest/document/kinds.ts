import { foldSpace } from '../../text/ranges.ts';
import type { Kind, Placed } from './blocks.ts';
import type { Style, StyleRole, Styles } from './styles.ts';

type Seen = Placed & { style: Style; depth: number | null; words: string };

const kindOfRole: Partial<{ [role in StyleRole]: Kind }> = {
  title: { kind: 'heading', depth: 1 },
  subtitle: { kind: 'paragraph' },
  author: { kind: 'paragraph', role: 'author' },
  date: { kind: 'paragraph', role: 'date' },
  quote: { kind: 'quote' },
  code: { kind: 'code' },
  caption: { kind: 'image' },
  contents: { kind: 'paragraph', aside: 'contents-list' },
  note: { kind: 'paragraph', aside: 'footnote' },
};

/**
 * What each paragraph is. `titled`: the document says by its styles what its title and headings are; otherwise it is
 * typed like a letter, and its articles must be found as in a pasted text.
 */
export function kindsOf(
  placed: readonly Placed[],
  text: string,
  styles: Styles,
  title: string,
): { kinds: Kind[]; titled: boolean } {
  const seen = placed.map((place): Seen => {
    const style = styles.of(place.paragraph.style);
    const words = foldSpace(text.slice(place.start, Math.min(place.end, place.start + 1000)));
    return { ...place, style, depth: place.paragraph.outline ?? style.depth, words };
  });
  const main = seen.filter((s) => !s.paragraph.inBox && !s.paragraph.inTable);
  const headed = main.some((s) => s.depth !== null || s.style.role === 'title');
  const heading = findTyped(main, title, headed);
  const mast = findMast(main, heading);
  const titles = new Set(seen.filter((s) => s === heading || s.style.role === 'title'));
  const boxed = isSetInBoxes(seen);
  const lowered = titles.size > 0 && !mast ? 1 : 0;
  const kinds = seen.map((s): Kind => {
    if (s.paragraph.inBox && !boxed) return { kind: 'paragraph', aside: 'text-box' };
    if (s.paragraph.inTable) return { kind: 'table' };
    if (s === mast) return { kind: 'paragraph', aside: 'masthead' };
    if (titles.has(s)) return { kind: 'heading', depth: 1 };
    if (s.style.role) return kindOfRole[s.style.role] ?? { kind: 'paragraph' };
    if (s.depth !== null) return { kind: 'heading', depth: s.depth + lowered };
    return { kind: s.paragraph.listed || s.style.listed ? 'item' : 'paragraph' };
  });
  return { kinds, titled: headed || heading !== undefined };
}

const longestTitle = 150;

/** A title without the style of one: the words that the file gives as its title, or a first line above headings. */
function findTyped(main: readonly Seen[], title: string, headed: boolean): Seen | undefined {
  if (main.some((s) => s.style.role === 'title')) return undefined;
  const first = main.find((s) => s.style.role !== 'contents');
  if (!first || first.depth !== null || first.style.role !== null) return undefined;
  const named =
    title !== '' && main.slice(0, 5).find((s) => s.depth === null && s.words === foldSpace(title));
  if (named) return named;
  return headed && isTitleLike(first) ? first : undefined;
}

function isTitleLike({ words, paragraph, style }: Seen): boolean {
  return (
    words.length <= longestTitle &&
    !/[.:;,。]$/u.test(words) &&
    !isCredit(words) &&
    !(paragraph.listed || style.listed)
  );
}

/** The name of a collection: the one title above headings that each have a byline or date of their own. */
function findMast(main: readonly Seen[], typed: Seen | undefined): Seen | null {
  const titles = main.filter((s) => s === typed || s.style.role === 'title');
  const [title] = titles;
  const firsts = main.flatMap((s, i) => (s.depth === 1 && s !== typed ? [i] : []));
  const [first] = firsts;
  if (titles.length !== 1 || !title || first === undefined || firsts.length < 2) return null;
  const above = main.slice(0, first);
  if (!above.includes(title) || above.some((s) => s !== title && isProse(s))) return null;
  const signed = firsts.filter((i) => main.slice(i + 1, i + 3).some((s) => isCredit(s.words)));
  return 2 * signed.length >= firsts.length ? title : null;
}

function isProse({ words }: Seen): boolean {
  return words.length >= 120;
}

/** A line that says who wrote or when. */
function isCredit(words: string): boolean {
  return isByline(words) || isDateLine(words);
}

const byWords = /^(?:(?:words|text|story|report|written) )?(?:by|von|par|por|di|door|av|texte?:?) /iu;

export function isByline(words: string): boolean {
  if (words.length > 80 || /[.!?]["”’]?$/u.test(words)) return false;
  const start = byWords.exec(words)?.[0].length;
  return start !== undefined && /^\p{Lu}/u.test(words.slice(start));
}

/** A day and nothing else: "3 September 2026", "Tuesday, September 3, 2026". */
export function isDateLine(words: string): boolean {
  if (words.length > 60) return false;
  return /^(?:\p{L}+,? )?(?:\d{1,2}\.? \p{L}+|\p{L}+ \d{1,2},) (?:19|20)\d\d$/u.test(words);
}

/** A newsletter laid out in boxes has its text there. */
function isSetInBoxes(seen: readonly Seen[]): boolean {
  const lengthOf = (inBox: boolean): number =>
    seen.filter((s) => s.paragraph.inBox === inBox).reduce((sum, s) => sum + s.end - s.start, 0);
  return lengthOf(true) > lengthOf(false);
}
