import { stripControls } from '../../text/markup.ts';
import { foldSpace } from '../../text/ranges.ts';
import { decodeEntities } from './entities.ts';

/** Elements that titles and texts of feeds hold; `<of>` is none, and stays as words. */
const tag =
  /<!--[\s\S]{0,2000}?-->|<\/?(?:a|abbr|acronym|address|article|aside|audio|b|big|blockquote|body|br|button|center|cite|code|dd|del|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|li|main|mark|math|nav|noscript|object|ol|p|picture|pre|q|s|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|time|tr|tt|u|ul|var|video|wbr)(?=[\s/>])[^<>]*>/giu;

const reference = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]+);/iu;

/** Whether a field of unstated type was meant as HTML. */
export function looksLikeHtml(text: string): boolean {
  return text.search(tag) !== -1 || reference.test(text);
}

/** Words of a short field of text: metadata, which unlike a part is cleaned. */
export function plainWords(text: string): string {
  return foldSpace(stripControls(foldSpace(text)));
}

/** Elements whose words no page shows. */
const unseen = /<(script|style|template|noframes)(?=[\s/>])[^<>]*>[\s\S]{0,5000}?<\/\1\s*>/giu;

/** HTML without what is in it for the browser alone. */
export function dropUnseen(html: string): string {
  return html.replace(unseen, '');
}

/** Words of a short field of HTML: its tags gone, its references decoded. */
export function wordsOfHtml(html: string): string {
  return plainWords(decodeEntities(dropUnseen(html).replace(tag, '')));
}

/** Words of a short field that may be HTML. */
export function wordsOf(text: string): string {
  return looksLikeHtml(text) ? wordsOfHtml(text) : plainWords(text);
}

/**
 * Markup that stands in the feed itself, as HTML: without the prefix of its namespace, with what is in CDATA
 * written as references.
 */
export function htmlOfMarkup(source: string): string {
  return source
    .replace(/<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/gu, (_, words: string) =>
      words.includes('<') && looksLikeHtml(words)
        ? words
        : words.replace(/&/gu, '&amp;').replace(/</gu, '&lt;'),
    )
    .replace(/<(\/?)\s*(?:x?html|h|x):(?=\w)/giu, '<$1')
    .replace(/<(?!(?:br|hr|img|wbr|input|source)\b)(\w+)((?:\s[^<>]*)?)\/>/giu, '<$1$2></$1>');
}
