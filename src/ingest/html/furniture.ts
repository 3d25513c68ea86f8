import { type DomNode, domChildren } from './document.ts';
import { blockElements } from './tree.ts';
import { listLabel } from './words.ts';

/** Words in a class, id or role that say an element stands beside the article. */
const beside =
  /(?:^|[\s_-])(?:share|sharing|shares|social|socials|addthis|sharedaddy|related|relatedposts|recirc|recirculation|outbrain|taboola|newsletter|signup|sign-up|subscribe|subscription|paywall|promo|promotion|advert|advertisement|ad|ads|adsense|sponsor|sponsored|breadcrumbs?|byline|bylines|author-?(?:bio|box|info|card|profile|description)|about-author|bio|tags|taglist|tag-list|comments?|commentlist|respond|disqus|toolbar|navigation|navbar|menu|submenu|read-?(?:more|next|also)|more-(?:stories|from|on|news|links)|also-(?:like|read|on)|you-may|recommended|recommendations|recommends|trending|popular|most-read|rollover|tooltip|popup|pop-up|popover|hovercard|modal|cookie|cookies|consent|gdpr|pagination|pager|print-only|skip-link|screen-reader-text|sr-only|visually-hidden|postmetadata|post-meta|entry-meta|entry-footer|post-footer|article-footer|timestamp|dateline-date|toc|table-of-contents)(?:$|[\s_-])/iu;

const besideRoles = new Set([
  'navigation',
  'complementary',
  'search',
  'dialog',
  'menu',
  'toolbar',
  'form',
  'banner',
]);
const besideNames = new Set(['nav', 'aside', 'button', 'form', 'footer', 'select', 'textarea', 'dialog']);

/** An element that is more than this share of the text is the text, whatever its class says. */
const largestShare = 0.3;

/** Takes share bars, related lists, comment parts and the like out of the element that holds the article. */
export function removeFurniture(root: DomNode): void {
  const limit = largestShare * root.textContent.length;
  const todo = domChildren(root);
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (node.nodeType !== 1) continue;
    if (isFurniture(node, limit)) node.parentNode?.removeChild(node);
    else for (const child of domChildren(node)) todo.push(child);
  }
}

function isFurniture(node: DomNode, limit: number): boolean {
  const says =
    besideNames.has(node.localName ?? '') ||
    besideRoles.has(node.getAttribute('role') ?? '') ||
    beside.test(
      camelApart(
        `${node.getAttribute('class') ?? ''} ${namedAfterHeading(node) ? '' : (node.getAttribute('id') ?? '')}`,
      ),
    ) ||
    (isList(node) && isLinkList(node));
  return says && node.textContent.length < limit && standsApart(node);
}

/** Generators make ids of headings: a chapter "Sharing the work" is no share bar. */
export function namedAfterHeading(node: DomNode): boolean {
  const id = node.getAttribute('id') ?? '';
  if (id === '') return false;
  const heading = isHeading(node) ? node : domChildren(node).find(isHeading);
  const text = heading?.textContent ?? '';
  return slug(text) === slug(id) && !listLabel.test(text);
}

function isHeading({ localName }: DomNode): boolean {
  return /^h[1-6]$/u.test(localName ?? '');
}

function slug(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
}

/** An inline element amid words belongs to their sentence, whatever it is called. */
function standsApart(node: DomNode): boolean {
  if (blockElements.has(node.localName ?? '')) return true;
  const siblings = node.parentNode ? domChildren(node.parentNode) : [];
  return !siblings.some((s) => s.nodeType === 3 && s.textContent.trim() !== '');
}

function camelApart(names: string): string {
  return names.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2');
}

function isList(node: DomNode): boolean {
  return node.localName === 'ul' || node.localName === 'ol';
}

/** Three or more items that are links and hardly anything else. */
function isLinkList(list: DomNode): boolean {
  const items = domChildren(list).filter((n) => n.localName === 'li');
  if (items.length < 3) return false;
  const all = list.textContent.trim().length;
  return linkedLength(list) > 0.85 * all;
}

/** Characters of link text below a node. */
export function linkedLength(node: DomNode): number {
  let length = 0;
  const todo = [node];
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (next.localName === 'a') length += next.textContent.trim().length;
    else for (const child of domChildren(next)) todo.push(child);
  }
  return length;
}
