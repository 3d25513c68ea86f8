import type { Leaf } from './tree.ts';

/** A text of a message: a part of it, or several parts that say the same in other formats. */
export type Choice = { plain: Leaf | null; html: Leaf | null };

/** The texts of a message in order: what it shows when opened, its attachments left out. */
export function findChoices(leaves: readonly Leaf[]): Choice[] {
  const choices: Choice[] = [];
  const groups = new Map<number, Choice>();
  for (const leaf of leaves) {
    if (leaf.attached || !isText(leaf)) continue;
    const known = leaf.alternative === null ? undefined : groups.get(leaf.alternative);
    const choice = known ?? { plain: null, html: null };
    if (!known) choices.push(choice);
    if (leaf.alternative !== null) groups.set(leaf.alternative, choice);
    if (leaf.type === 'text/html') choice.html ??= leaf;
    else choice.plain ??= leaf;
  }
  return choices;
}

function isText(leaf: Leaf): boolean {
  return leaf.type === 'text/plain' || leaf.type === 'text/html';
}

const stub =
  /(?:view|read|see|open|display)\b.{0,60}\b(?:browser|online|web ?page|html)|(?:does not|doesn['’]t|cannot|can['’]t|unable to) (?:support|display|show|view)\b.{0,40}\b(?:html|message|e-?mail)|im browser (?:ansehen|öffnen|lesen)|dans (?:votre|le) navigateur|en (?:su|el|tu) navegador/iu;

/** Letters of a plain text that are no web address. */
export function countProse(text: string): number {
  return countLetters(text.replace(/https?:\/\/\S+/gu, ''));
}

export function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** Whether a plain text is fit to be read in place of `html`, the text that the page shows. */
export function isOfSubstance(plain: string, html: string): boolean {
  const prose = countProse(plain);
  if (prose < 60 || (stub.test(plain) && prose < 400)) return false;
  // Addresses of hundreds of signs in every sentence leave nothing to quote.
  return prose * 2 >= countLetters(plain) && prose * 5 >= countLetters(html) * 2;
}
