/** The editor's letter: Markdown to HTML that cannot act, and to plain paragraphs. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { micromark } from 'micromark';
import { findTooComplex, plainParagraphs } from '../text/markdown-limits.ts';
import { escapeHtml, safeUrl } from '../text/markup.ts';
import { foldSpace } from '../text/ranges.ts';

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/**
 * HTML of the letter. micromark escapes raw HTML and drops dangerous protocols, so that such a link is its words;
 * `base` makes links absolute, and headings take the rank of a story's, so that the letter does not break the issue's outline.
 */
export function letterToHtml(markdown: string, base: string): string {
  return parsed(
    markdown,
    () => parsedToHtml(markdown, base),
    (paragraphs) => paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`).join('\n'),
  );
}

/** A letter that asks too much of the parser stands as it is written, in plain paragraphs. */
function parsed<T>(markdown: string, parse: () => T, plain: (paragraphs: string[]) => T): T {
  const asWritten = (): T =>
    plain(plainParagraphs(markdown).map(({ start, end }) => foldSpace(markdown.slice(start, end))));
  if (findTooComplex(markdown)) return asWritten();
  try {
    return parse();
  } catch (error) {
    // What nests deeper than the stack in a way that no limit foresees, such as emphasis.
    if (error instanceof RangeError) return asWritten();
    throw error;
  }
}

function parsedToHtml(markdown: string, base: string): string {
  return micromark(markdown)
    .replace(/<(\/?)h[1-6]>/g, '<$1h3>')
    .replace(/<img src="([^"]*)" alt="([^"]*)"[^>]*>/g, (image, address: string, alt: string) =>
      resolveEscaped(address, base) === null ? alt : image,
    )
    .replace(/<a href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, (link, address: string, words: string) =>
      resolveEscaped(address, base) === null ? words : link,
    )
    .replace(
      / (href|src)="([^"]*)"/g,
      (_, name: string, value: string) => ` ${name}="${escapeHtml(resolveEscaped(value, base) ?? '')}"`,
    )
    .trim();
}

function resolveEscaped(value: string, base: string): string | null {
  return resolve(value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'), base);
}

function resolve(address: string, base: string): string | null {
  if (address === '' || !URL.canParse(address, base)) return null;
  return safeUrl(new URL(address, base).href);
}

/** Paragraphs of the letter as plain text, each link in angle brackets behind its words, once. */
export function letterToText(markdown: string, base: string): string[] {
  return parsed(
    markdown,
    () => {
      const seen = new Set<string>();
      return fromMarkdown(markdown).children.flatMap((node) => blockToText(node, base, seen));
    },
    (paragraphs) => paragraphs,
  );
}

function blockToText(node: Node, base: string, seen: Set<string>): string[] {
  if (node.type === 'thematicBreak' || node.type === 'definition') return [];
  if (node.type === 'code' || node.type === 'html') return [node.value];
  if (node.type === 'list') {
    return node.children.map((item) => `- ${blocksToText(item.children, base, seen).join(' ')}`);
  }
  if (node.type === 'blockquote') return blocksToText(node.children, base, seen);
  const text = inlineToText(node, base, seen).trim();
  return text === '' ? [] : [text];
}

function blocksToText(nodes: readonly Node[], base: string, seen: Set<string>): string[] {
  return nodes.flatMap((node) => blockToText(node, base, seen));
}

function inlineToText(node: Node, base: string, seen: Set<string>): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return node.alt ?? '';
  // A line end in the source is a space; wrapping comes later.
  if ('value' in node) return node.value.replace(/\s*\n\s*/g, ' ');
  if (!('children' in node)) return '';
  const text = node.children.map((child) => inlineToText(child, base, seen)).join('');
  return node.type === 'link' ? linkToText(text, resolve(node.url, base), seen) : text;
}

function linkToText(text: string, address: string | null, seen: Set<string>): string {
  if (address === null || address === text || seen.has(address)) return text;
  seen.add(address);
  return `${text} <${address}>`;
}
