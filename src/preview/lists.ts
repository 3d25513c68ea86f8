import { html } from 'hono/html';
import { formatNumber, type Html } from './pages/page.ts';
import { pager } from './pages/pager.ts';

/** Rows that a page holds: ten thousand in one would slow it down. */
const room = 100;

/** A long list: the address of each of its pages, and what it is called. */
export type Paged = { address: (page: number) => string; name: string };

/** How many pages a list has; one without rows has one too. */
export function countPages(rows: number): number {
  return Math.max(1, Math.ceil(rows / room));
}

/** The addresses of all pages but the first, which stands among other things. */
export function furtherPages(rows: number, { address }: Paged): string[] {
  return Array.from({ length: countPages(rows) - 1 }, (_, i) => address(i + 2));
}

/** The rows of a page, from 1, with the way to the others. `wrap` puts a list or table around them. */
export function onPage<T>(
  rows: readonly T[],
  page: number,
  { address, name }: Paged,
  wrap: (rows: readonly T[]) => Html,
): Html {
  const first = (page - 1) * room;
  const own = rows.slice(first, first + room);
  const told = `${formatNumber(first + 1)} to ${formatNumber(first + own.length)} of ${formatNumber(rows.length)}.`;
  const links = (label: string): Html | '' =>
    pager({ page, pages: countPages(rows.length), address, told, label });
  // Whoever comes to a further page begins at its rows, and goes on below them.
  return html`${page > 1 ? links(`Pages of ${name}`) : ''}${own.length === 0 ? '' : wrap(own)}${links(`Pages of ${name}, below`)}`;
}

/** `one`, `one and two`, `one, two and three`. */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
