import { attributeOf, elementsIn, type Tree, type TreeElement, textIn } from './tree.ts';

/** Shorter ones are teasers. */
const shortest = 600;

/** Whether a page holds several whole articles: two or more with headings of their own, of about the same length. */
export function listsArticles(tree: Tree): boolean {
  const elements = elementsIn(tree);
  const named = elements.filter((e) => e.tagName === 'article');
  if (named.length === 0 && elements.some(saysArticle)) return false;
  const found = named.length > 0 ? named : elements.filter(isPost);
  const outer = new Set<unknown>(found);
  const articles = found.filter((e) => !isNested(e, outer));
  if (articles.length < 2 || articles.length > 200) return false;
  const lengths = articles.filter(hasHeading).map((e) => textIn(e).length);
  const longest = Math.max(...lengths);
  const alike = lengths.filter((n) => n >= shortest && n >= longest / 4);
  return alike.length >= 2 && alike.length >= lengths.length / 2;
}

/** A page that says it is one article. */
function saysArticle(element: TreeElement): boolean {
  const named = attributeOf(element, 'property') === 'og:type';
  return named && attributeOf(element, 'content')?.toLowerCase() === 'article';
}

/** How blogs without `article` elements mark a post. */
function isPost(element: TreeElement): boolean {
  const names = (attributeOf(element, 'class') ?? '').split(/\s+/u);
  return (
    names.some((name) => /^(?:hentry|h-entry|blog-?post|post)$/iu.test(name)) ||
    /\/BlogPosting$/u.test(attributeOf(element, 'itemtype') ?? '')
  );
}

function isNested(element: TreeElement, outer: ReadonlySet<unknown>): boolean {
  for (let node = element.parentNode; node; node = 'parentNode' in node ? node.parentNode : null)
    if (outer.has(node)) return true;
  return false;
}

function hasHeading(element: TreeElement): boolean {
  return elementsIn(element).some((e) => /^h[1-3]$/u.test(e.tagName));
}
