import { html } from 'hono/html';
import { formatNumber, type Html } from './page.ts';

/** Where one is among pages that follow each other, from 1. */
export type Paging = {
  page: number;
  pages: number;
  address: (page: number) => string;
  /** What stands on this page, as a sentence. */
  told: string;
  /** What a screen reader calls the links. */
  label: string;
};

/** The way to the other pages; nothing where there is only one. */
export function pager({ page, pages, address, told, label }: Paging): Html | '' {
  if (pages < 2) return '';
  const link = (to: number, name: string, rel: string): Html | '' =>
    to < 1 || to > pages ? '' : html` <a rel="${rel}" href="${address(to)}">${name}</a>`;
  return html`<nav class="pager" aria-label="${label}">
<span>${told}</span>${link(page - 1, 'Previous page', 'prev')}${link(page + 1, 'Next page', 'next')}
<details><summary>All pages</summary><ol>${Array.from({ length: pages }, (_, i) => i + 1).map(
    (to) =>
      html`<li><a href="${address(to)}"${to === page ? html` aria-current="page"` : ''}>${formatNumber(to)}</a></li>`,
  )}</ol></details>
</nav>`;
}
