import { html } from 'hono/html';
import { formatNumber, type Html } from './pages/page.ts';

/** Rows that are shown at once; the others wait folded, so that ten thousand do not slow a page down. */
const bundle = 200;

/** Rows in bundles: the first open, the others folded under what they hold. `wrap` puts a list or table around each. */
export function inBundles<T>(rows: readonly T[], wrap: (rows: readonly T[]) => Html): Html {
  const further = rows.slice(bundle);
  const bundles = further.flatMap((_, i) => (i % bundle === 0 ? [further.slice(i, i + bundle)] : []));
  return html`${rows.length === 0 ? '' : wrap(rows.slice(0, bundle))}${bundles.map((own, i) => {
    const first = bundle * (i + 1) + 1;
    const range = `${formatNumber(first)} to ${formatNumber(first + own.length - 1)}`;
    return html`<details class="bundle"><summary>${range} of ${formatNumber(rows.length)}</summary>${wrap(own)}</details>
`;
  })}`;
}

/** `one`, `one and two`, `one, two and three`. */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
