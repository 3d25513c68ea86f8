/** How high text is, and by what styles it is hidden, as far as style sheets say it. */
import type { Winners } from './cascade.ts';
import { attributeOf, type Element } from './markup.ts';

/** In CSS pixels. */
const medium = 16;

const keywords: { [word: string]: number } = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
  'xxx-large': 48,
};

const pixels: { [unit: string]: number } = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  rem: medium,
};

/** What browsers give elements by themselves, as parts of what stands around them. */
const parts: { [tag: string]: number } = {
  small: 5 / 6,
  sub: 5 / 6,
  sup: 5 / 6,
  big: 1.2,
  h1: 2,
  h2: 1.5,
  h3: 1.17,
  h5: 0.83,
  h6: 0.67,
};

/** The values of `<font size>`. */
const steps = [10, 13, 16, 18, 24, 32, 48];

/** Height of an element's text in pixels; null where its style must be reckoned out. */
export function sizeOf(
  element: Element,
  own: Winners | undefined,
  around: number,
  width: number,
): number | null {
  const value = own?.get('font-size')?.value.trim().toLowerCase();
  if (value === undefined) return sizeByTag(element, around);
  const [, number, unit = ''] = /^([+-]?[\d.]+(?:e[+-]?\d+)?)([a-z%]*)$/u.exec(value) ?? [];
  if (number === undefined) return sizeByWord(value, around);
  const n = Number(number);
  if (unit === 'em') return n * around;
  if (unit === '%') return (n / 100) * around;
  if (unit === 'ex' || unit === 'ch') return (n / 2) * around;
  if (unit === 'vw') return (n / 100) * width;
  if (unit === '' && n === 0) return 0;
  const one = pixels[unit];
  return one === undefined ? null : n * one;
}

function sizeByTag(element: Element, around: number): number {
  const size = element.tagName === 'font' ? Number(attributeOf(element, 'size')) : Number.NaN;
  return steps[size - 1] ?? around * (parts[element.tagName] ?? 1);
}

function sizeByWord(word: string, around: number): number | null {
  if (word === 'inherit' || word === 'unset') return around;
  if (word === 'smaller') return (around * 5) / 6;
  if (word === 'larger') return around * 1.2;
  return word === 'initial' ? medium : (keywords[word] ?? null);
}

const nothing = /^[+-]?(?=[\d.])0*\.?0*[a-z%]*$/u;
const faraway = /(?:^|\s)-(?:\d{3,}(?:\.\d+)?(?:px|pt)|\d{2,}(?:\.\d+)?(?:em|rem|vw|%))/u;

/** Values by which words are hidden, whatever stands beside them. */
const hiding: { [property: string]: RegExp } = {
  display: /^none$/u,
  visibility: /^(?:hidden|collapse)$/u,
  opacity: /^(?:0*(?:\.0\d*)?|\d%)$/u,
  'mso-hide': /^all$/u,
  'content-visibility': /^hidden$/u,
  'text-indent': faraway,
  margin: faraway,
  'margin-left': faraway,
  'margin-right': faraway,
  'margin-top': faraway,
  left: faraway,
  right: faraway,
  top: faraway,
  clip: /^rect\(\s*(?:[01](?:px)?[\s,]*){4}\)$/u,
  'clip-path': /^(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0|polygon\(\s*0(?:px)?\s+0(?:px)?[\s,0px]*\))/u,
  transform: /scale[xy]?\(\s*0*\.?0*\s*[,)]|translate\w*\(\s*[^)]*-(?:\d{3,}px|\d{3,}%)/u,
  filter: /opacity\(\s*0/u,
};

/** Sides of a box that show nothing of its words, once what overflows is cut off. */
const sides = ['height', 'max-height', 'width', 'max-width'];

/** Elements that browsers do not show. */
const closed = /^(?:dialog|datalist|noframes|audio|video|canvas|object|iframe)$/u;

/** The properties that matter here. */
export const hidingProperties: readonly string[] = [
  ...Object.keys(hiding),
  ...sides,
  'overflow',
  'font-size',
];

/** Whether a setting hides words by itself. */
export function hides(property: string, value: string): boolean {
  return hiding[property]?.test(value.trim().toLowerCase()) ?? false;
}

/** By what an element hides its words, as one would write it; null when it does not. */
export function hiddenBy(element: Element, own: Winners | undefined): string | null {
  const { tagName } = element;
  if (closed.test(tagName) && attributeOf(element, 'open') === undefined) return `<${tagName}>`;
  if (!own) return null;
  for (const [property, { value }] of own) {
    if (hides(property, value)) return `${property}: ${value}`;
  }
  const cuts = /^(?:hidden|clip)/u.test(own.get('overflow')?.value ?? '');
  const side = cuts ? sides.find((name) => nothing.test(own.get(name)?.value ?? '')) : undefined;
  return side === undefined ? null : `${side}: ${own.get(side)?.value}`;
}
