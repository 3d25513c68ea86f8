import type { Range } from '../../types.ts';
import type { PageText } from '../html/page-text.ts';
import { attributeOf, isElement, isText, type Tree, type TreeElement, walk } from '../html/tree.ts';

/** How a stretch of a mail's page is shown. `depth` is that of a heading, 0 for other text. */
export type Shown = Range & { depth: number; bold: boolean; href: string; hidden: boolean };

const plain = { depth: 0, bold: false, href: '', hidden: false };

/** How each text node of a page is shown, in order. */
export function readShown(tree: Tree, page: PageText): Shown[] {
  const shown: Shown[] = [];
  const open: Omit<Shown, 'start' | 'end'>[] = [plain];
  walk(
    tree,
    (node) => {
      const outer = open.at(-1) ?? plain;
      const place = page.places.get(node);
      if (isText(node) && place && node.value.trim() !== '') shown.push({ ...place, ...outer });
      open.push(isElement(node) ? styleOf(node, outer) : outer);
      return true;
    },
    () => open.pop(),
  );
  return shown;
}

function styleOf(element: TreeElement, outer: Omit<Shown, 'start' | 'end'>): Omit<Shown, 'start' | 'end'> {
  const style = (attributeOf(element, 'style') ?? '').toLowerCase().replace(/\s+/gu, '');
  const heading = /^h([1-4])$/u.exec(element.tagName);
  const normal = /font-weight:(?:normal|[1-4]00)/u.test(style);
  const depth = heading ? Number(heading[1]) : isBig(element, style) ? outer.depth || 3 : outer.depth;
  return {
    depth,
    bold:
      !normal &&
      (outer.bold ||
        /^(?:b|strong|th|h[1-6])$/u.test(element.tagName) ||
        /font-weight:(?:bold|[6-9]00)/u.test(style)),
    href: element.tagName === 'a' ? (attributeOf(element, 'href') ?? '').trim() : outer.href,
    hidden: outer.hidden || isHidden(element, style),
  };
}

/** Letters larger than those of text: 19 pixels or 14 points, or a `font` of size 4 or more. */
function isBig(element: TreeElement, style: string): boolean {
  const [, number = '0', unit] = /font-size:(\d+(?:\.\d+)?)(px|pt|em|rem)/u.exec(style) ?? [];
  const size = Number(number) * (unit === 'pt' ? 4 / 3 : unit === 'px' ? 1 : 16);
  const font = element.tagName === 'font' ? (attributeOf(element, 'size') ?? '') : '';
  return size >= 18.5 || element.tagName === 'big' || /^(?:\+[1-4]|[4-7])$/u.test(font);
}

/** Words for the list of a mail program, not for the reader of the mail. */
function isHidden(element: TreeElement, style: string): boolean {
  return (
    attributeOf(element, 'hidden') !== undefined ||
    /display:none|visibility:hidden|mso-hide:all|opacity:0(?:\.0+)?(?:[;!]|$)|font-size:[01](?:px|pt)?(?:[;!]|$)|max-height:[01](?:px)?(?:[;!]|$)/u.test(
      style,
    )
  );
}
