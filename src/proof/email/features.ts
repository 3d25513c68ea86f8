/** Which features of HTML and CSS a document uses, by the names that caniemail.com gives them. */
import { parse as parseSelectors, type Selector } from 'css-what';
import type { AtRule, Declaration, Rule } from 'postcss';
import { stylesIn } from '../css.ts';
import { attributeOf, type Doc, type Element, lineOf } from '../markup.ts';

/** Where a feature was met first. */
export type Use = { line: number | null; element: Element | null };

type Note = (slug: string) => void;

/** Every feature by its slug. What only Outlook sees is not looked at: it is written for Outlook. */
export function findFeatures(doc: Doc): Map<string, Use> {
  const uses = new Map<string, Use>();
  const noteAt =
    (use: Use): Note =>
    (slug) => {
      if (!uses.has(slug)) uses.set(slug, use);
    };
  const styles = new Set<string>();
  for (const element of doc.elements) {
    const note = noteAt({ line: lineOf(element), element });
    noteElement(element, note);
    const style = attributeOf(element, 'style');
    if (style !== undefined && !styles.has(style)) {
      styles.add(style);
      stylesIn(element).root.walkDecls((declaration) => noteDeclaration(declaration, note));
    }
    if (element.tagName === 'style') noteSheet(element, noteAt);
  }
  if (doc.comments.length > 0) noteAt({ line: null, element: null })('html-comments');
  return uses;
}

function noteSheet(element: Element, noteAt: (use: Use) => Note): void {
  const media = attributeOf(element, 'media');
  const first = lineOf(element) ?? 1;
  if (media !== undefined) noteMedia(media, noteAt({ line: first, element }));
  stylesIn(element).root.walk((node) => {
    const note = noteAt({ line: first + (node.source?.start?.line ?? 1) - 1, element: null });
    if (node.type === 'decl') noteDeclaration(node, note);
    else if (node.type === 'rule') noteRule(node, note);
    else if (node.type === 'atrule') noteAtRule(node, note);
    else note('css-comments');
  });
}

function noteAtRule({ name, params }: AtRule, note: Note): void {
  if (name === 'media') noteMedia(params, note);
  else note(`css-at-${name}`);
}

function noteMedia(query: string, note: Note): void {
  note('css-at-media');
  for (const [, feature] of query.matchAll(/\(\s*(?:-webkit-|any-)?(?:min-|max-)?([a-z-]+)/gu))
    note(`css-at-media-${feature}`);
}

const combinators: { [type: string]: string } = {
  child: 'child',
  descendant: 'descendant',
  adjacent: 'adjacent-sibling',
  sibling: 'general-sibling',
};

function noteRule(rule: Rule, note: Note): void {
  if (rule.parent?.type === 'rule') note('css-nesting');
  let selectors: Selector[][];
  try {
    selectors = parseSelectors(rule.selector);
  } catch {
    return;
  }
  if (selectors.length > 1) note('css-selector-grouping');
  for (const selector of selectors) {
    for (const [index, part] of selector.entries()) {
      const slug = slugOfPart(part);
      if (slug) note(slug);
      const before = selector[index - 1];
      if (before && !(part.type in combinators) && !(before.type in combinators))
        note('css-selector-chaining');
    }
  }
}

function slugOfPart(part: Selector): string | null {
  if (part.type === 'tag') return 'css-selector-type';
  if (part.type === 'universal') return 'css-selector-universal';
  if (part.type === 'pseudo') return `css-pseudo-class-${part.name}`;
  if (part.type === 'pseudo-element') return `css-pseudo-element-${part.name}`;
  if (part.type !== 'attribute')
    return combinators[part.type] ? `css-selector-${combinators[part.type]}` : null;
  if (part.name === 'class' && part.action === 'element') return 'css-selector-class';
  return part.name === 'id' && part.action === 'equals' ? 'css-selector-id' : 'css-selector-attribute';
}

/** Properties that share a name there. */
const families: [RegExp, string][] = [
  [/^(margin|padding)-(?:block|inline)$/u, '$1-inline-block'],
  [/^(margin|padding)-block-(?:start|end)$/u, '$1-block-start-end'],
  [/^(margin|padding)-inline-(?:start|end)$/u, '$1-inline-start-end'],
  [/^(margin|padding|border)-(?:top|right|bottom|left)(?:-.*)?$/u, '$1'],
  [/^border-(?:block|inline)-(?:start|end)-(?:width|style|color)$/u, 'border-inline-block-individual'],
  [/^border-(?:block|inline)-(?:start|end|width|style|color)$/u, 'border-inline-block-longhand'],
  [/^border-(?:block|inline)$/u, 'border-inline-block'],
  [/^border-(?:start|end)-(?:start|end)-radius$/u, 'border-radius-logical'],
  [/^border-.*-radius$/u, 'border-radius'],
  [/^border-(?:width|style|color)$/u, 'border'],
  [/^(?:block-size|inline-size)$/u, 'block-inline-size'],
  [/^(?:row-gap|column-gap)$/u, 'gap'],
  [/^grid-template-.*$/u, 'grid-template'],
  [/^(?:left|right|top|bottom)$/u, 'left-right-top-bottom'],
  [/^(?:columns|column-(?:fill|rule.*|span|width))$/u, 'column-layout-properties'],
  [/^scroll-snap-.*$/u, 'scroll-snap'],
  [/^--.*$/u, 'variables'],
];

const functions: { [name: string]: string } = {
  calc: 'unit-calc',
  var: 'variables',
  lch: 'modern-color',
  oklch: 'modern-color',
  lab: 'modern-color',
  oklab: 'modern-color',
  clamp: 'function-clamp',
  max: 'function-max',
  min: 'function-min',
  'light-dark': 'function-light-dark',
};

function noteDeclaration({ prop, value, important }: Declaration, note: Note): void {
  const property = prop.toLowerCase();
  note(`css-${property}`);
  for (const [form, name] of families) {
    if (form.test(property)) note(`css-${property.replace(form, name)}`);
  }
  // Words in quotes are names of fonts and the like.
  const bare = value.replace(/"[^"]*"|'[^']*'/gu, '').toLowerCase();
  if (important) note('css-important');
  if (property === 'display')
    for (const word of bare.split(/\s+/u)) note(`css-display-${word.replace('inline-', '')}`);
  for (const [, name = ''] of bare.matchAll(/([a-z-]+)\(/gu)) note(`css-${functions[name] ?? name}`);
  for (const [, unit] of bare.matchAll(/(?<![\w#-])[+-]?[\d.]+([a-z]+|%)/gu))
    note(`css-unit-${unit === '%' ? 'percent' : unit}`);
  if (/\binitial\b/u.test(bare)) note('css-unit-initial');
  if (/\b(?:fit|min|max)-content\b/u.test(bare)) note('css-intrinsic-size');
  if (/\b(?:system-ui|ui-(?:serif|sans-serif|rounded|monospace))\b/u.test(bare)) note('css-sytem-ui');
}

const groups: { [tag: string]: string } = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'h1-h6'])),
  ...Object.fromEntries(['ul', 'ol', 'dl'].map((tag) => [tag, 'lists'])),
  ...Object.fromEntries(
    'article aside details figcaption figure footer header main mark nav section summary time'
      .split(' ')
      .map((tag) => [tag, 'semantics']),
  ),
  area: 'image-maps',
  map: 'image-maps',
};

const attributes = new Set(
  'align aria-describedby aria-hidden aria-label aria-labelledby aria-live background cellpadding cellspacing dir height hidden lang popover required role srcset target valign width'.split(
    ' ',
  ),
);

function noteElement(element: Element, note: Note): void {
  const { tagName, attrs } = element;
  if (tagName === 'input' || tagName === 'button')
    note(`html-${tagName}-${attributeOf(element, 'type') ?? 'text'}`);
  else note(`html-${groups[tagName] ?? tagName}`);
  for (const { name, value } of attrs) {
    if (attributes.has(name)) note(`html-${name}`);
    if (name === 'sizes') note('html-srcset');
    if (name === 'loading') note('html-loading-attribute');
    if (name === 'usemap') note('html-image-maps');
    if (name === 'inert') note('css-inert-attribute');
    if (name === 'href' && value.startsWith('#')) note('html-anchor-links');
    if (name === 'href' && value.startsWith('mailto:')) note('html-mailto-links');
    if (name === 'name' && value === 'color-scheme') note('html-meta-color-scheme');
  }
}
