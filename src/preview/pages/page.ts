import { html, raw } from 'hono/html';

/** Markup made with the `html` tag: every value put into it is escaped, unless it is such markup itself. */
export type Html = ReturnType<typeof html>;

/** The part of the preview that a page belongs to: what the navigation marks. */
export type Section = 'issues' | 'source' | 'trays' | 'overview' | 'search';

/**
 * What a page has of its own; the shell puts bar and navigation around it. Links within the preview are absolute paths
 * that end in `/` (`/trays/#undated`), in double quotes: `--export` makes them relative. No `style` attributes: the
 * content security policy drops them (an SVG's `width` and the like are fine). No scripts: see `client.js`.
 */
export type PreviewPage = {
  title: string;
  nav: Section;
  /** Inside `<main>`: one `.pane`, or `.panes` with a `.pane` and an `.aside`. */
  body: Html;
  /** Makes what the page says is still to come; afterwards the page is asked for again. Absent: it says all. */
  later?: () => Promise<unknown>;
};

/** `1 story`, `2 stories`, `1,204 readers`. */
export function count(n: number, one: string, many: string): string {
  return `${formatNumber(n)} ${n === 1 ? one : many}`;
}

/** Digits in groups of three, as English writes them: the preview speaks English on every machine. */
export function formatNumber(n: number): string {
  return n.toLocaleString('en');
}

/** What stands between backticks is to be typed. */
export function withCode(text: string): (Html | string)[] {
  return text.split('`').map((piece, i) => (i % 2 === 1 ? html`<code>${piece}</code>` : piece));
}

/**
 * One line that stands for the element after it where the window is narrow, and shows it when it is opened. It is beside
 * it and not around it: where there is room, the line goes and what it stood for needs no opening.
 */
export function fold(name: string): Html {
  return html`<details class="fold"><summary>${name}</summary></details>`;
}

const [open, shut] = ['<!--live-->', '<!--/live-->'];

/** Markup that needs the server or the script: an export leaves it out. */
export function liveOnly(markup: Html): Html {
  return html`${raw(open)}${markup}${raw(shut)}`;
}

/** A page without what is marked as live. No text of an article can hold such a mark: it would be escaped. */
export function withoutLive(page: string): string {
  return page.replace(/<!--live-->[\s\S]*?<!--\/live-->/gu, '');
}
