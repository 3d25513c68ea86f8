import type { html } from 'hono/html';

/** Markup made with the `html` tag: every value put into it is escaped, unless it is such markup itself. */
export type Html = ReturnType<typeof html>;

/** The part of the preview that a page belongs to: what the navigation marks. */
export type Section = 'issues' | 'source' | 'trays' | 'overview' | 'search';

/**
 * What a page has of its own; the shell puts bar and navigation around it. Links within the preview are absolute paths
 * that end in `/` (`/trays/#undated`), in double quotes: `--export` makes them relative.
 */
export type PreviewPage = {
  title: string;
  nav: Section;
  /** Inside `<main>`: one `.pane`, or `.panes` with a `.pane` and an `.aside`. */
  body: Html;
};

/** `1 story`, `2 stories`, `1,204 readers`. */
export function count(n: number, one: string, many: string): string {
  return `${formatNumber(n)} ${n === 1 ? one : many}`;
}

/** Digits in groups of three, as English writes them: the preview speaks English on every machine. */
export function formatNumber(n: number): string {
  return n.toLocaleString('en');
}
