/** Styles as trees, each read once; what cannot be read is told and counts as none. */
import { CssSyntaxError, parse, type Root } from 'postcss';
import { attributeOf, type Element } from './markup.ts';

type Styles = { root: Root; fault: string | null };

const known = new WeakMap<Element, Styles>();

const none: Styles = { root: parse(''), fault: null };

/** The contents of a style element, or the declarations of a style attribute. */
export function stylesIn(element: Element): Styles {
  const before = known.get(element);
  if (before) return before;
  const css = element.tagName === 'style' ? textOf(element) : attributeOf(element, 'style');
  const styles = css ? read(css) : none;
  known.set(element, styles);
  return styles;
}

function read(css: string): Styles {
  try {
    return { root: parse(css), fault: null };
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    return { ...none, fault: error.reason };
  }
}

/** The text of an element that readers do not see. */
export function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
