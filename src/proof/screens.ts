/** The screens on which a document is looked at, and what its styles come to on each. */
import {
  breakpointsOf,
  holds,
  openCascade,
  readSheet,
  type Screen,
  type Sheet,
  type Winners,
} from './cascade.ts';
import { type Doc, type Element, squeeze } from './markup.ts';

/** A desktop and the narrowest phone, in CSS pixels. */
const widths = [600, 320];

type Styles = { sheet: Sheet; widths: number[]; at: (screen: Screen) => Map<Element, Winners> };

const known = new WeakMap<Doc, Styles>();

/** `widths` are those of phone and desktop, and both sides of every breakpoint of the document's own styles. */
export function stylesOf(doc: Doc): Styles {
  const before = known.get(doc);
  if (before) return before;
  const sheet = readSheet(doc);
  const cascade = openCascade(doc, sheet);
  const seen = new Map<string, Map<Element, Winners>>();
  const at = (screen: Screen): Map<Element, Winners> => {
    // On most screens the same rules hold.
    const key = sheet.rules.map(({ media }) => (holds(media, screen) ? '1' : '0')).join('');
    const winners = seen.get(key) ?? cascade(screen);
    seen.set(key, winners);
    return winners;
  };
  const styles = { sheet, widths: widthsOf(sheet), at };
  known.set(doc, styles);
  return styles;
}

function widthsOf({ rules }: Sheet): number[] {
  const breaks = rules.flatMap(({ media }) => media.flatMap(breakpointsOf));
  return [...new Set([...widths, ...breaks])].filter((width) => width >= 240 && width <= 1600);
}

/** What no program shows as text. Noscript is shown where no scripts run. */
export const withoutWords: ReadonlySet<string> = new Set(['head', 'title', 'style', 'script', 'template']);

/** What an element says itself, not by those inside it. */
export function ownWords(element: Element): string {
  return element.childNodes
    .map((node) => (node.nodeName === '#text' && 'value' in node ? node.value : ''))
    .join('');
}

export function hasWords(element: Element): boolean {
  return squeeze(ownWords(element)) !== '';
}
