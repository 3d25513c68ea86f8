/**
 * The few properties that decide what colour text has, how high it is and whether it is shown, as a browser would find them: style sheets, media queries on
 * width and scheme, specificity, order, !important, style attributes, colour attributes, inheritance. What it cannot
 * see it names: other at-rules, unknown media features and selectors, pictures and gradients behind text, variables.
 * States such as :hover and text that a style sheet makes are not looked at.
 */
import type { ChildNode, Declaration, Rule } from 'postcss';
import { stylesIn } from './css.ts';
import { hides, hidingProperties } from './hiding.ts';
import { attributeOf, type Doc, type Element, lineOf } from './markup.ts';
import { type Matcher, readSelectors, subjectsOf } from './selectors.ts';

export type Screen = { dark: boolean; width: number };

/** Something that styles say and this does not understand, with its line. */
export type Unseen = { what: string; line: number | null };

/** `isDark`: it holds in dark mode only. */
export type Value = { value: string; isDark: boolean };

type Setting = { property: string; value: string; isImportant: boolean };

type StyleRule = {
  matchers: Matcher[];
  media: string[];
  settings: Setting[];
  order: number;
};

export type Sheet = { rules: StyleRule[]; unseen: Unseen[] };

const looks = new Set([
  'color',
  'background-color',
  'background-image',
  '-webkit-text-fill-color',
  ...hidingProperties,
]);

/** Reads every style element of a document. */
export function readSheet(doc: Doc): Sheet {
  const sheet: Sheet = { rules: [], unseen: [] };
  for (const element of doc.elements) {
    if (element.tagName !== 'style') continue;
    const media = attributeOf(element, 'media');
    const firstLine = lineOf(element) ?? 1;
    readNodes(stylesIn(element).root.nodes, media === undefined ? [] : [media], firstLine, sheet);
  }
  return sheet;
}

function readNodes(nodes: readonly ChildNode[], media: string[], firstLine: number, sheet: Sheet): void {
  for (const node of nodes) {
    const line = firstLine + (node.source?.start?.line ?? 1) - 1;
    if (node.type === 'rule') readRule(node, media, line, sheet);
    else if (node.type === 'atrule' && node.name === 'media') {
      readNodes(node.nodes ?? [], [...media, node.params], firstLine, sheet);
    } else if (
      node.type === 'atrule' &&
      node.nodes &&
      !/^(?:font-face|page|keyframes|-\w+-keyframes)$/u.test(node.name)
    ) {
      sheet.unseen.push({ what: `@${node.name} ${node.params}`.trim(), line });
    }
  }
}

function readRule(rule: Rule, media: string[], line: number, sheet: Sheet): void {
  const settings = settingsOf(rule.nodes);
  if (settings.length === 0) return;
  const matchers = readSelectors(rule.selector);
  if (matchers !== null) sheet.rules.push({ matchers, media, settings, order: sheet.rules.length });
  if (!settings.some(isTelling)) return;
  if (matchers === null) sheet.unseen.push({ what: rule.selector, line });
  const asked = media.find((query) => evaluateMedia(query, { dark: false, width: 600 }) === null);
  if (asked !== undefined) sheet.unseen.push({ what: `@media ${asked}`, line });
}

/** Whether it would change what is seen, wherever it holds: most measures of a box do not. */
function isTelling({ property, value }: Setting): boolean {
  return !hidingProperties.includes(property) || property === 'font-size' || hides(property, value);
}

function settingsOf(nodes: readonly ChildNode[]): Setting[] {
  return nodes
    .filter((node): node is Declaration => node.type === 'decl')
    .flatMap((node) => readSetting(node.prop, node.value, node.important === true));
}

/** A declaration as settings of the properties that matter here. */
function readSetting(name: string, value: string, isImportant: boolean): Setting[] {
  if (name.startsWith('--')) return [{ property: name, value, isImportant }];
  const property = name.toLowerCase();
  if (property === 'font') return [{ property: 'font-size', value: sizeInFont(value), isImportant }];
  if (property !== 'background') return looks.has(property) ? [{ property, value, isImportant }] : [];
  const picture = /(?:url|gradient|image|image-set)\(/iu.exec(value)?.[0];
  const colour = value.match(/(?:[a-z-]+\([^)]*\)|[^\s(),/]+)/giu)?.find(isColourWord);
  return [
    { property: 'background-color', value: colour ?? 'transparent', isImportant },
    { property: 'background-image', value: picture ?? 'none', isImportant },
  ];
}

/** The size in `italic 700 14px/20px serif`: the first length, or the word for one. */
function sizeInFont(value: string): string {
  const size =
    /(?:^|\s)([\d.]+(?:[a-z]+|%)|0(?=[\s/])|(?:x+-)?(?:small|large)(?:er)?|medium|[a-z-]+\([^/]*\))(?=[\s/])/iu;
  return size.exec(value)?.[1] ?? 'medium';
}

const positions =
  /^(?:none|repeat(?:-[xy])?|no-repeat|scroll|fixed|local|top|bottom|left|right|center|auto|cover|contain|border-box|padding-box|content-box|[\d.+-]+(?:%|[a-z]+)?)$/iu;

function isColourWord(word: string): boolean {
  return !positions.test(word) && !/^(?:url|[\w-]*gradient|image|image-set)\(/iu.test(word);
}

/** What holds for each element before inheritance. */
export type Winners = Map<string, Value>;

/** Finds once which rules mean which elements, then answers for any screen. */
export function openCascade(doc: Doc, sheet: Sheet): (screen: Screen) => Map<Element, Winners> {
  const bySubject = new Map<string, Element[]>();
  for (const element of doc.elements) {
    for (const subject of new Set(subjectsOf(element))) {
      const alike = bySubject.get(subject);
      if (alike) alike.push(element);
      else bySubject.set(subject, [element]);
    }
  }
  const meant = sheet.rules.map(({ matchers }) => {
    const weights = new Map<Element, number>();
    for (const { matches, weight, subject } of matchers) {
      const candidates = subject === null ? doc.elements : (bySubject.get(subject) ?? []);
      for (const element of candidates)
        if (matches(element)) weights.set(element, Math.max(weight, weights.get(element) ?? 0));
    }
    return [...weights].map(([element, weight]) => ({ element, weight }));
  });
  const inline = doc.elements.map((element) => ({ element, ...readOwn(element) }));
  return (screen) => {
    const candidates = new Map<Element, { setting: Setting; rank: number; isDark: boolean }[]>();
    const add = (element: Element, setting: Setting, rank: number, isDark: boolean): void => {
      const list = candidates.get(element) ?? [];
      list.push({ setting, rank: rank + (setting.isImportant ? 1e14 : 0), isDark });
      candidates.set(element, list);
    };
    for (const { element, hints, style } of inline) {
      for (const hint of hints) add(element, hint, -1, false);
      for (const setting of style) add(element, setting, 1e13, false);
    }
    for (const [index, rule] of sheet.rules.entries()) {
      if (!holds(rule.media, screen)) continue;
      const isDark = rule.media.some((query) => /prefers-color-scheme:\s*dark/u.test(query));
      for (const { element, weight } of meant[index] ?? [])
        for (const setting of rule.settings) add(element, setting, weight * 1e4 + rule.order, isDark);
    }
    return new Map([...candidates].map(([element, list]) => [element, pickWinners(list)]));
  };
}

function pickWinners(list: { setting: Setting; rank: number; isDark: boolean }[]): Winners {
  const best = new Map<string, number>();
  const winners: Winners = new Map();
  for (const { setting, rank, isDark } of list) {
    if (rank < (best.get(setting.property) ?? Number.NEGATIVE_INFINITY)) continue;
    best.set(setting.property, rank);
    winners.set(setting.property, { value: setting.value, isDark });
  }
  return winners;
}

/** What an element says of itself: attributes from before style sheets, and its style attribute. */
function readOwn(element: Element): { hints: Setting[]; style: Setting[] } {
  const hint = (attribute: string, property: string): Setting[] => {
    const value = attributeOf(element, attribute);
    return value === undefined ? [] : [{ property, value, isImportant: false }];
  };
  const hints = [
    ...hint('bgcolor', 'background-color'),
    ...(element.tagName === 'font' ? hint('color', 'color') : []),
    ...(element.tagName === 'body' ? hint('text', 'color') : []),
    ...(attributeOf(element, 'hidden') === undefined
      ? []
      : [{ property: 'display', value: 'none', isImportant: false }]),
  ];
  const style = element.tagName === 'style' ? [] : settingsOf(stylesIn(element).root.nodes);
  return { hints, style };
}

/** Widths, in CSS pixels, on both sides of where a media query begins or ceases to hold. */
export function breakpointsOf(query: string): number[] {
  return [...query.matchAll(/(min|max)-width\s*:\s*(\d+)px/giu)].flatMap(([, side, pixels]) => {
    const at = Number(pixels);
    return side?.toLowerCase() === 'min' ? [at - 1, at] : [at, at + 1];
  });
}

/** Whether all of these media queries, one inside the other, hold on a screen. */
export function holds(media: readonly string[], screen: Screen): boolean {
  return media.every((query) => evaluateMedia(query, screen) === true);
}

/** Whether a media query list holds on a screen; null when it asks for something else. */
export function evaluateMedia(list: string, screen: Screen): boolean | null {
  const answers = list.split(',').map((query) => evaluateQuery(query.trim().toLowerCase(), screen));
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

function evaluateQuery(query: string, screen: Screen): boolean | null {
  const isNot = query.startsWith('not ');
  const terms = query.replace(/^(?:only|not)\s+/u, '').split(/\s+and\s+/u);
  const answers = terms.map((term) => evaluateTerm(term.trim(), screen));
  const all = answers.includes(false) ? false : answers.includes(null) ? null : true;
  return isNot && all !== null ? !all : all;
}

function evaluateTerm(term: string, { dark, width }: Screen): boolean | null {
  if (term === 'screen' || term === 'all' || term === '') return true;
  if (term === 'print' || term === 'speech') return false;
  const [, name, value = ''] = /^\(\s*([\w-]+)\s*:\s*([^)]+?)\s*\)$/u.exec(term) ?? [];
  if (name === 'prefers-color-scheme') return (value === 'dark') === dark;
  const pixels = /^(\d+(?:\.\d+)?)px$/u.exec(value)?.[1];
  if (name === 'min-width' && pixels !== undefined) return width >= Number(pixels);
  if (name === 'max-width' && pixels !== undefined) return width <= Number(pixels);
  return null;
}
