import { elementsIn, isElement, type Tree, type TreeElement, textIn } from './tree.ts';

/** Shorter ones are teasers. */
const shortest = 600;

/** Whether a page holds several whole articles: two or more with headings of their own, of about the same length. */
export function listsArticles(tree: Tree): boolean {
  const articles = elementsIn(tree).filter((e) => e.tagName === 'article' && !isNested(e));
  if (articles.length < 2 || articles.length > 200) return false;
  const lengths = articles.filter(hasHeading).map((e) => textIn(e).length);
  const longest = Math.max(...lengths);
  const alike = lengths.filter((n) => n >= shortest && n >= longest / 4);
  return alike.length >= 2 && alike.length >= lengths.length / 2;
}

function isNested(element: TreeElement): boolean {
  for (let node = element.parentNode; node; node = 'parentNode' in node ? node.parentNode : null)
    if (isElement(node) && node.tagName === 'article') return true;
  return false;
}

function hasHeading(element: TreeElement): boolean {
  return elementsIn(element).some((e) => /^h[1-3]$/u.test(e.tagName));
}
