import type { Article, Block } from '../types.ts';
import type { Labelled, Role } from './rules/rule.ts';

/** Roles that a line has by its looks alone: how the format shows it tells more. */
const byLooks: ReadonlySet<Role> = new Set(['prose', 'item', 'heading', 'section', 'quote']);

/** Lines that the format shows as headings are headings. */
export function applyShown(labelled: readonly Labelled[], blocks: readonly Block[]): Labelled[] {
  const heads = blocks.filter((b) => b.kind === 'heading');
  if (heads.length === 0) return [...labelled];
  let at = 0;
  return labelled.map((label) => {
    const { start, end } = label.line.range;
    while (at < heads.length && (heads[at]?.span.end ?? 0) <= start) at += 1;
    const head = heads[at];
    const shown = head && head.span.start < end && end <= head.span.end && byLooks.has(label.role);
    return shown
      ? {
          ...label,
          role: 'heading',
          class: 'title',
          rule: 'shown-as-heading',
          ...(head.depth ? { depth: head.depth } : {}),
        }
      : label;
  });
}

/** An article whose title is a link has the address it leads to. */
export function linkTitles(articles: readonly Article[], blocks: readonly Block[]): Article[] {
  const linked = blocks.filter((b) => b.link !== undefined);
  if (linked.length === 0) return [...articles];
  return articles.map((article) => {
    const at = article.title.ranges[0]?.start ?? -1;
    const text = linked.find((b) => b.span.start <= at && at < b.span.end)?.link;
    return text === undefined || article.url ? article : { ...article, url: { text, ranges: [] } };
  });
}
