/** Whether words are shown, large enough to be read, and can be made larger. */
import type { Issue } from '../types.ts';
import type { Screen } from './cascade.ts';
import { stylesIn } from './css.ts';
import { type Finding, findingAt, type OpenMail, type Verdict } from './gate.ts';
import { hiddenBy, sizeOf } from './hiding.ts';
import { attributeOf, type Doc, type Element, parentOf, seenBelow, squeeze } from './markup.ts';
import { hasWords, ownWords, stylesOf, withoutWords } from './screens.ts';
import { storiesOf } from './verify.ts';

/** CSS pixels: what is meant to be read is no smaller. */
const least = 11;

/** `matters` says of an element's words whether they must be shown; `mayHide` are words that need not, before all others. */
type Rule = { matters: (words: string) => boolean; mayHide: string };

export function checkLegible({ email, issue }: OpenMail): Verdict {
  const screens = stylesOf(email).widths.flatMap((width) => [false, true].map((dark) => ({ width, dark })));
  const rule = { matters: () => true, mayHide: squeeze(issue.preheader) };
  const found = lookAt(email, screens, rule);
  const remarks = Array.from(found.reckoned, ([value, element]) =>
    findingAt(email, element, `how high ${value} is cannot be told`, 'Write a size in pixels.'),
  );
  return conclude(email, found, remarks, 'No word but the preheader is hidden on any screen');
}

/** Words of the issues it tells of: a page may have others for wide screens only. */
export function judgePageLegible(doc: Doc, issues: readonly Issue[]): Verdict {
  const texts = issues.flatMap((issue) => [
    ...storiesOf(issue).flatMap((story) => [story.title, ...story.highlights.map((h) => h.text)]),
    ...issue.numbers.flatMap(({ figure, label }) => [figure.text, label.text]),
    ...(issue.quote ? [issue.quote.by.text] : []),
  ]);
  const told = new Set(texts.map(squeeze));
  const screens = stylesOf(doc).widths.map((width) => ({ width, dark: false }));
  const found = lookAt(doc, screens, { matters: (words) => told.has(squeeze(words)), mayHide: '' });
  return conclude(doc, found, [], 'No title, highlight or number is hidden on any screen');
}

/** What is wrong with elements, and on how many screens; sizes that are not known here; the smallest of the others. */
type Found = {
  faults: Map<Element, { what: string; screens: number }>;
  reckoned: Map<string, Element>;
  smallest: number;
  screens: number;
};

function lookAt(doc: Doc, screens: readonly Screen[], { matters, mayHide }: Rule): Found {
  const { at } = stylesOf(doc);
  const differing = new Map(screens.map((screen) => [at(screen), screen]));
  const found: Found = { faults: new Map(), reckoned: new Map(), smallest: 1e3, screens: differing.size };
  const worded = new Set(doc.elements.filter((e) => hasWords(e) && matters(ownWords(e))));
  for (const screen of differing.values()) {
    let begun = false;
    for (const [element, { size, hidden, reckoned }] of looksOn(doc, screen)) {
      if (!worded.has(element)) continue;
      if (hidden !== null && !begun && mayHide.includes(withoutFiller(ownWords(element)))) continue;
      begun ||= hidden === null;
      if (reckoned !== null) found.reckoned.set(reckoned, element);
      else if (hidden === null) found.smallest = Math.min(found.smallest, size);
      const high = size < least && reckoned === null ? `is ${round(size)} px high` : null;
      const what = hidden === null ? high : `is hidden by ${hidden}`;
      if (what === null) continue;
      const fault = found.faults.get(element) ?? { what, screens: 0 };
      found.faults.set(element, { what: fault.what, screens: fault.screens + 1 });
    }
  }
  return found;
}

type Look = { size: number; hidden: string | null; reckoned: string | null };

/** How every element that may show words looks on a screen, in document order. */
function looksOn(doc: Doc, screen: Screen): Map<Element, Look> {
  const winners = stylesOf(doc).at(screen);
  const looks = new Map<Element, Look>();
  for (const element of doc.elements) {
    const parent = parentOf(element);
    const around = parent ? looks.get(parent) : { size: 16, hidden: null, reckoned: null };
    if (!around || withoutWords.has(element.tagName)) continue;
    const own = winners.get(element);
    const size = sizeOf(element, own, around.size, screen.width);
    looks.set(element, {
      size: size ?? around.size,
      hidden: around.hidden ?? hiddenBy(element, own),
      reckoned:
        size === null
          ? (own?.get('font-size')?.value ?? null)
          : own?.has('font-size')
            ? null
            : around.reckoned,
    });
  }
  return looks;
}

/** Words of a document, or of an element of it, that no screen hides. */
export function shownWords(doc: Doc, root: Element | Doc['root'] = doc.root): string {
  const screens = stylesOf(doc).widths.flatMap((width) => [false, true].map((dark) => ({ width, dark })));
  const differing = new Map(screens.map((screen) => [stylesOf(doc).at(screen), screen]));
  const looks = [...differing.values()].map((screen) => looksOn(doc, screen));
  let words = '';
  for (const node of seenBelow(root)) {
    const parent = parentOf(node);
    if ('value' in node && parent && looks.every((on) => on.get(parent)?.hidden === null))
      words += node.value;
  }
  return words;
}

/** Signs without width keep the words that follow out of the list of mails. */
function withoutFiller(words: string): string {
  return squeeze(words).replaceAll('\u034f', '');
}

function conclude(doc: Doc, { faults, smallest, screens }: Found, remarks: Finding[], good: string): Verdict {
  const findings = [
    ...Array.from(faults, ([element, { what, screens: on }]) =>
      findingAt(
        doc,
        element,
        `“${beginOf(ownWords(element))}” ${what}${on < screens ? ' on some screens' : ''}`,
      ),
    ),
    ...findFixedZoom(doc),
    ...findBrokenStyles(doc),
  ];
  const size = `${round(smallest === 1e3 ? 0 : smallest)} px`;
  const sentence =
    remarks.length > 0 ? 'Some sizes cannot be told.' : `${good}; the smallest are ${size} high.`;
  return {
    result: findings.length > 0 ? 'fail' : remarks.length > 0 ? 'look' : 'pass',
    figure: size,
    sentence: findings.length > 0 ? 'Some readers could not read some words.' : sentence,
    findings: [...findings, ...remarks],
  };
}

function beginOf(words: string): string {
  const plain = words.replace(/\s+/gu, ' ').trim();
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}

function round(size: number): number {
  return Math.round(size * 10) / 10;
}

/** Whoever sees badly draws the page larger with two fingers. */
function findFixedZoom(doc: Doc): Finding[] {
  const viewports = doc.elements.filter(
    (e) => e.tagName === 'meta' && attributeOf(e, 'name')?.trim().toLowerCase() === 'viewport',
  );
  return viewports.flatMap((element) =>
    (attributeOf(element, 'content') ?? '')
      .split(/[\s,;]+(?!=)/u)
      .filter((setting) => {
        const [name = '', value = ''] = setting.toLowerCase().split('=');
        const number = Number.parseFloat(value);
        if (name === 'maximum-scale') return number < 2;
        return name === 'user-scalable' && (value === 'no' || Math.abs(number) < 1);
      })
      .map((setting) => findingAt(doc, element, `${setting} stops readers from zooming in`, 'Leave it out.')),
  );
}

/** Programs guess what was meant, each in its own way. */
function findBrokenStyles(doc: Doc): Finding[] {
  return doc.elements.flatMap((element) => {
    const { fault } = stylesIn(element);
    return fault === null ? [] : [findingAt(doc, element, `styles that cannot be read: ${fault}`)];
  });
}
