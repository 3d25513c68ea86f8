import { type DomNode, domChildren } from './document.ts';
import { linkedLength, namedAfterHeading } from './furniture.ts';

/** A class or id, whole, of what readers wrote below an article. */
const comments =
  /^(?:(?:the-?|all-?|post-?|article-?|user-?|fb-?|facebook-?|reader-?)?comments|comments-?(?:area|section|list|wrapper|container|block|box|content|template)|comment-?(?:list|section|area|wrap|wrapper|container|s-list)|disqus(?:_thread|-comments)?|kommentare|commentaires|comentarios|comentários|commenti|komentarze|yorumlar|reacties)$/iu;

/** A class or id of a window that asks to be let into a reader's machine. */
const consent =
  /(?:^|[-_])(?:cookie|consent|gdpr|ccpa|didomi|onetrust|cmp|cookiebot|usercentrics|privacy-?(?:wall|banner|popup|notice))(?:$|[-_])/iu;

const windows = new Set(['dialog', 'alertdialog']);

/** What must be left, in letters, or the page is about what would be taken out. */
const leastLeft = 150;

/**
 * Takes out of a page what is never its article, however long it is, before the article is looked for; ids made of
 * headings are emptied, as they say nothing about what an element is for.
 */
export function prepareBody(body: DomNode): void {
  const limit = ownLength(body) - leastLeft;
  let gone = 0;
  const todo = domChildren(body);
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (node.nodeType !== 1) continue;
    if (namedAfterHeading(node)) node.setAttribute('id', '');
    if (!isApart(node)) {
      todo.push(...domChildren(node));
      continue;
    }
    const length = ownLength(node);
    if (gone + length > limit) todo.push(...domChildren(node));
    else {
      gone += length;
      node.parentNode?.removeChild(node);
    }
  }
}

function isApart(node: DomNode): boolean {
  if (node.localName === 'dialog' || node.localName === 'amp-consent') return true;
  if (windows.has(node.getAttribute('role') ?? '') || node.getAttribute('aria-modal') === 'true') return true;
  const names = `${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''}`.split(/\s+/u);
  return names.some((name) => comments.test(name) || (consent.test(name) && node.localName !== 'html'));
}

function ownLength(node: DomNode): number {
  return node.textContent.length - linkedLength(node);
}
