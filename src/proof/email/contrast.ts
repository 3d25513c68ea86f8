/** Whether everybody can read it: the contrast of each text with its ground, light and dark, by WCAG 2. */
import { type Colord, colord, extend } from 'colord';
import a11y from 'colord/plugins/a11y';
import names from 'colord/plugins/names';
import type { Screen, Unseen, Winners } from '../cascade.ts';
import { type Finding, finding, findingAt, type OpenMail, type Verdict } from '../gate.ts';
import { type Element, parentOf } from '../markup.ts';
import { hasWords, stylesOf, withoutWords } from '../screens.ts';

extend([names, a11y]);

/** AA for text of any size: the ease that large text may take is not taken. */
const least = 4.5;

type Look = { colour: Colord; ground: Colord | null; shown: boolean };

type Pair = { colour: Colord; ground: Colord; ratio: number; count: number; first: Element };

export function checkLight(mail: OpenMail): Verdict {
  return checkContrast(mail, false);
}

export function checkDark(mail: OpenMail): Verdict {
  return checkContrast(mail, true);
}

function checkContrast(mail: OpenMail, dark: boolean): Verdict {
  const { sheet, widths, at } = stylesOf(mail.email);
  const pairs = new Map<string, Pair>();
  const unseen: Unseen[] = [...sheet.unseen];
  const alone = new Map<string, Element>();
  for (const width of widths) measure(mail, at({ dark, width }), { pairs, unseen, alone, dark });
  const low = [...pairs.values()].filter(({ ratio }) => ratio < least);
  const faults = low.map((pair) => describe(mail, pair));
  const remarks = [
    ...[...new Map(unseen.map((u) => [u.what, u])).values()].map(({ what, line }) =>
      finding(`cannot be seen from here: ${what}`, 'Look at it in a browser.', line),
    ),
    ...[...alone].map(([what, element]) => findingAt(mail.email, element, what, setTogether)),
  ];
  const lowest = Math.min(...[...pairs.values()].map(({ ratio }) => ratio));
  const figure = pairs.size === 0 ? '–' : `${lowest.toFixed(1)}:1`;
  const scheme = dark ? 'dark' : 'light';
  const sentence =
    faults.length > 0
      ? `${faults.length} of ${pairs.size} pairs of colours are too close in ${scheme} mode; text needs ${least}:1.`
      : `The weakest of ${pairs.size} pairs of colours in ${scheme} mode has ${figure}; text needs ${least}:1.`;
  const result = faults.length > 0 ? 'fail' : remarks.length > 0 ? 'look' : 'pass';
  return { result, figure, sentence, findings: [...faults, ...remarks] };
}

/** Each colour of text with its ground on one screen, as browsers write them. */
export function pairsOf(mail: OpenMail, screen: Screen): string[] {
  const pairs = new Map<string, Pair>();
  measure(mail, stylesOf(mail.email).at(screen), { pairs, unseen: [], alone: new Map(), dark: screen.dark });
  return [...pairs.values()].map(({ colour, ground }) => `${spell(colour)} on ${spell(ground)}`).sort();
}

function spell(colour: Colord): string {
  const { r, g, b } = colour.toRgb();
  return `rgb(${r}, ${g}, ${b})`;
}

const setTogether =
  'Set color and background-color in the same rule: some programs apply only part of dark mode.';

type Tally = { pairs: Map<string, Pair>; unseen: Unseen[]; alone: Map<string, Element>; dark: boolean };

function measure({ email }: OpenMail, winners: Map<Element, Winners>, tally: Tally): void {
  const looks = new Map<Element, Look>();
  const root: Look = {
    colour: colord('#000000'),
    ground: tally.dark ? null : colord('#ffffff'),
    shown: true,
  };
  for (const element of email.elements) {
    const parent = parentOf(element);
    const own = winners.get(element);
    const look = lookOf(element, own, (parent && looks.get(parent)) ?? root, tally.unseen);
    looks.set(element, look);
    if (!look.shown) continue;
    if (tally.dark) noteAlone(element, own, tally.alone);
    if (hasWords(element)) notePair(element, look, tally);
  }
}

/** Words in it look like their ground. */
const unseenInk = colord('rgba(0, 0, 0, 0)');

function lookOf(element: Element, own: Winners | undefined, around: Look, unseen: Unseen[]): Look {
  const colour =
    (own?.get('color')?.value.trim().toLowerCase() === 'transparent' ? unseenInk : null) ??
    readColour(own?.get('color')?.value, around.colour, unseen) ??
    linkColour(element, own) ??
    around.colour;
  const layer = readColour(own?.get('background-color')?.value, null, unseen);
  const picture = own?.get('background-image')?.value ?? 'none';
  if (picture !== 'none') unseen.push({ what: `a picture or gradient behind text (${picture})`, line: null });
  const opacity = own?.get('opacity')?.value;
  if (opacity !== undefined && Number(opacity) < 1) unseen.push({ what: `opacity ${opacity}`, line: null });
  if (own?.has('-webkit-text-fill-color')) unseen.push({ what: '-webkit-text-fill-color', line: null });
  const hidden = own?.get('display')?.value === 'none' || own?.get('visibility')?.value === 'hidden';
  return {
    colour,
    ground: layer ? layOver(layer, around.ground) : around.ground,
    shown: around.shown && !hidden && !withoutWords.has(element.tagName),
  };
}

/** What browsers give a link that no style colours. */
function linkColour(element: Element, own: Winners | undefined): Colord | null {
  const isLink = element.tagName === 'a' && element.attrs.some(({ name }) => name === 'href');
  return isLink && !own?.has('color') ? colord('#0000ee') : null;
}

function readColour(value: string | undefined, inherited: Colord | null, unseen: Unseen[]): Colord | null {
  if (value === undefined) return null;
  const plain = value.trim().toLowerCase();
  if (['inherit', 'unset', 'currentcolor'].includes(plain)) return inherited;
  if (plain === 'transparent' || plain === 'none' || plain === 'initial') return null;
  const colour = colord(plain);
  if (colour.isValid()) return colour;
  unseen.push({ what: `the colour ${value}`, line: null });
  return null;
}

/** A colour that lets some of its ground through. */
function layOver(layer: Colord, ground: Colord | null): Colord {
  const alpha = layer.alpha();
  if (alpha >= 1 || ground === null) return layer;
  const [a, b] = [layer.toRgb(), ground.toRgb()];
  const mix = (x: number, y: number): number => Math.round(x * alpha + y * (1 - alpha));
  return colord({ r: mix(a.r, b.r), g: mix(a.g, b.g), b: mix(a.b, b.b) });
}

function notePair(element: Element, look: Look, { pairs, unseen }: Tally): void {
  if (look.ground === null) {
    unseen.push({ what: `<${element.tagName}> has no ground of its own in dark mode`, line: null });
    return;
  }
  const colour = layOver(look.colour, look.ground);
  const key = `${colour.toHex()} ${look.ground.toHex()}`;
  const pair = pairs.get(key) ?? {
    colour,
    ground: look.ground,
    ratio: colour.contrast(look.ground),
    count: 0,
    first: element,
  };
  pair.count += 1;
  pairs.set(key, pair);
}

/** In dark mode colour and ground come together, or a program that drops one rule shows dark on dark. */
function noteAlone(element: Element, own: Winners | undefined, alone: Map<string, Element>): void {
  const colour = own?.get('color')?.isDark ?? false;
  const ground = own?.get('background-color')?.isDark ?? false;
  if (colour === ground) return;
  const what = `<${element.tagName}> gets ${colour ? 'a colour without a ground' : 'a ground without a colour'} in dark mode`;
  if (!alone.has(what)) alone.set(what, element);
}

function describe({ email }: OpenMail, { colour, ground, ratio, count, first }: Pair): Finding {
  const where = count === 1 ? '' : `, in ${count} places`;
  const message = `${colour.toHex()} on ${ground.toHex()} has ${ratio}:1 in <${first.tagName}>${where}`;
  return findingAt(email, first, message, 'Change the colour in the theme.');
}
