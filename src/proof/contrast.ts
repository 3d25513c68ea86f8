/** Whether everybody can read it: the contrast of each text with its ground, light and dark, by WCAG 2. */
import { type Colord, colord, extend } from 'colord';
import a11y from 'colord/plugins/a11y';
import names from 'colord/plugins/names';
import type { Screen, Unseen, Winners } from './cascade.ts';
import { textOf } from './css.ts';
import { type Finding, finding, findingAt, type OpenMail, type Verdict } from './gate.ts';
import { attributeOf, type Doc, type Element, parentOf } from './markup.ts';
import { hasWords, stylesOf, withoutWords } from './screens.ts';
import { substitute, type Variables, variablesOf } from './variables.ts';

extend([names, a11y]);

/** AA for text of any size: the ease that large text may take is not taken. */
const least = 4.5;

type Look = { colour: Colord; ground: Colord | null; shown: boolean; variables: Variables };

type Pair = { colour: Colord; ground: Colord; ratio: number; count: number; first: Element };

export function checkLight({ email }: OpenMail): Verdict {
  return conclude([judgeScheme(email, false, true)], ' in light mode');
}

export function checkDark({ email }: OpenMail): Verdict {
  return conclude([judgeScheme(email, true, true)], ' in dark mode');
}

/** Browsers apply all of dark mode or nothing of it, so there a colour may come without its ground. */
export function judgePageContrast(doc: Doc): Verdict {
  const light = judgeScheme(doc, false, false);
  const dark = judgeScheme(doc, true, false);
  const known = new Set([...light.faults, ...light.remarks].map(({ message }) => message));
  const onlyDark = (findings: Finding[]): Finding[] =>
    findings
      .filter(({ message }) => !known.has(message))
      .map((found) => ({ ...found, message: `in dark mode, ${found.message}` }));
  const rest = { ...dark, faults: onlyDark(dark.faults), remarks: onlyDark(dark.remarks) };
  return conclude([light, rest], ', light and dark,');
}

type Judged = { pairs: number; lowest: number; faults: Finding[]; remarks: Finding[] };

/** All widths of one scheme. With `together`, colours of dark mode that come without their grounds are told. */
function judgeScheme(doc: Doc, dark: boolean, together: boolean): Judged {
  const { sheet, widths, at } = stylesOf(doc);
  const pairs = new Map<string, Pair>();
  const unseen: Unseen[] = [...sheet.unseen];
  const alone = new Map<string, Element>();
  for (const width of widths) measure(doc, at({ dark, width }), { pairs, unseen, alone, dark });
  const all = [...pairs.values()];
  return {
    pairs: all.length,
    lowest: Math.min(...all.map(({ ratio }) => ratio)),
    faults: all.filter(({ ratio }) => ratio < least).map((pair) => describe(doc, pair)),
    remarks: [
      ...[...new Map(unseen.map((u) => [u.what, u])).values()].map(({ what, line }) =>
        finding(`cannot be seen from here: ${what}`, 'Look at it in a browser.', line),
      ),
      ...(together ? [...alone] : []).map(([what, element]) => findingAt(doc, element, what, setTogether)),
    ],
  };
}

function conclude(judged: readonly Judged[], where: string): Verdict {
  const pairs = judged.reduce((sum, one) => sum + one.pairs, 0);
  const faults = judged.flatMap((one) => one.faults);
  const remarks = judged.flatMap((one) => one.remarks);
  const lowest = Math.min(...judged.map((one) => one.lowest));
  const figure = pairs === 0 ? '–' : `${lowest.toFixed(1)}:1`;
  const sentence =
    faults.length > 0
      ? `${faults.length} of ${pairs} pairs of colours${where} ${faults.length === 1 ? 'is' : 'are'} too close; text needs ${least}:1.`
      : `The weakest of ${pairs} pairs of colours${where} has ${figure}; text needs ${least}:1.`;
  const result = faults.length > 0 ? 'fail' : remarks.length > 0 ? 'look' : 'pass';
  return { result, figure, sentence, findings: [...faults, ...remarks] };
}

/** Each colour of text with its ground on one screen, as browsers write them. */
export function pairsOf(doc: Doc, screen: Screen): string[] {
  const pairs = new Map<string, Pair>();
  measure(doc, stylesOf(doc).at(screen), { pairs, unseen: [], alone: new Map(), dark: screen.dark });
  return [...pairs.values()].map(({ colour, ground }) => `${spell(colour)} on ${spell(ground)}`).sort();
}

function spell(colour: Colord): string {
  const { r, g, b } = colour.toRgb();
  return `rgb(${r}, ${g}, ${b})`;
}

const setTogether =
  'Set color and background-color in the same rule: some programs apply only part of dark mode.';

type Tally = { pairs: Map<string, Pair>; unseen: Unseen[]; alone: Map<string, Element>; dark: boolean };

/** Whether browsers may draw the canvas dark: without such words it is white in dark mode as well. */
function maybeDark({ elements }: Doc): boolean {
  return elements.some(
    (e) =>
      (e.tagName === 'style' && /(?<!prefers-)color-scheme\s*:[^;}]*\bdark/u.test(textOf(e))) ||
      (attributeOf(e, 'name') === 'color-scheme' && /\bdark\b/u.test(attributeOf(e, 'content') ?? '')),
  );
}

function measure(doc: Doc, winners: Map<Element, Winners>, tally: Tally): void {
  const looks = new Map<Element, Look>();
  const root: Look = {
    colour: colord('#000000'),
    ground: tally.dark && maybeDark(doc) ? null : colord('#ffffff'),
    shown: true,
    variables: new Map(),
  };
  for (const element of doc.elements) {
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
  const variables = variablesOf(own, around.variables);
  const told = (property: string): string | undefined => substitute(own?.get(property)?.value, variables);
  const colour =
    (told('color')?.trim().toLowerCase() === 'transparent' ? unseenInk : null) ??
    readColour(told('color'), around.colour, unseen) ??
    linkColour(element, own) ??
    around.colour;
  const behind = told('background-color');
  const isInk = behind?.trim().toLowerCase() === 'currentcolor';
  const layer = isInk ? colour : readColour(behind, null, unseen);
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
    variables,
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
  if (element.namespaceURI.endsWith('/svg')) {
    unseen.push({ what: 'words in a drawing', line: null });
    return;
  }
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

function describe(doc: Doc, { colour, ground, ratio, count, first }: Pair): Finding {
  const where = count === 1 ? '' : `, in ${count} places`;
  const message = `${colour.toHex()} on ${ground.toHex()} has ${ratio}:1 in <${first.tagName}>${where}`;
  return findingAt(doc, first, message, 'Change the colour in the theme.');
}
