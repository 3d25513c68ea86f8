import { scaleBand, scaleLinear } from 'd3-scale';
import { html } from 'hono/html';
import { count, type Html } from './pages/page.ts';

/** One chart of a set: a value for each period, oldest first. */
export type Series = { name: string; values: readonly number[] };

const size = { width: 264, height: 96, head: 18 };

/**
 * Small multiples: a bar a period, one scale for all, the last bar in green, the highest of each with its number.
 * `periods` are labels, as many as values. A screen reader hears name and sentence; a table gives every number.
 */
export function smallMultiples(
  periods: readonly string[],
  series: readonly Series[],
  thisPeriod: string,
): Html {
  const most = Math.max(1, ...series.flatMap(({ values }) => values));
  const x = scaleBand(
    periods.map((_, i) => i),
    [0, size.width],
  )
    .paddingInner(0.28)
    .round(false);
  const y = scaleLinear([0, most], [size.height - 1, size.head]);
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  const ends =
    periods.length > 1 ? html`<span>${first}</span><span>${last}</span>` : html`<span>${last}</span>`;
  return html`<div class="charts">
${series.map(
  (own, i) => html`<figure class="chart">
<figcaption><b>${own.name}</b> <span class="num">${own.values.at(-1) ?? 0} ${thisPeriod}</span></figcaption>
<svg width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="chart-${i}-title chart-${i}-text">
<title id="chart-${i}-title">${own.name}</title>
<desc id="chart-${i}-text">${describe(own, periods)}</desc>
${own.values.map((value, at) => bar(value, at === own.values.length - 1, x(at) ?? 0, x.bandwidth(), y))}
<line x1="0" x2="${size.width}" y1="${size.height - 0.5}" y2="${size.height - 0.5}"/>
${peak(own, x, y)}
</svg>
<p class="ends">${ends}</p>
</figure>
`,
)}</div>
${table(periods, series)}`;
}

type Band = ReturnType<typeof scaleBand<number>>;
type Linear = ReturnType<typeof scaleLinear<number, number>>;

function bar(value: number, isLast: boolean, x: number, width: number, y: Linear): Html | string {
  if (value === 0) return '';
  const top = y(value);
  return html`<rect${isLast ? html` class="now"` : ''} x="${round(x)}" y="${round(top)}" width="${round(width)}" height="${round(size.height - 1 - top)}"/>`;
}

/** The number of the highest bar; of several as high the newest. */
function peak({ values }: Series, x: Band, y: Linear): Html | string {
  const most = Math.max(...values);
  const at = values.lastIndexOf(most);
  if (most <= 0 || at < 0) return '';
  const middle = Math.min(size.width - 6, Math.max(6, (x(at) ?? 0) + x.bandwidth() / 2));
  return html`<text x="${round(middle)}" y="${round(y(most) - 5)}" text-anchor="middle">${most}</text>`;
}

function describe({ values }: Series, periods: readonly string[]): string {
  const most = Math.max(0, ...values);
  const now = values.at(-1) ?? 0;
  const peak = periods[values.lastIndexOf(most)] ?? '';
  const latest = `${count(now, 'story', 'stories')} in ${periods.at(-1) ?? ''}`;
  return now === most
    ? `${latest}, the most so far shown.`
    : `${latest}; most, ${most}, in ${peak}. The table below has every number.`;
}

function table(periods: readonly string[], series: readonly Series[]): Html {
  return html`<details class="numbers"><summary>The same numbers as a table</summary>
<div class="wide" tabindex="0" role="region" aria-label="Stories of each theme by period"><table>
<thead><tr><th scope="col">Period</th>${series.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${periods.map(
  (
    period,
    i,
  ) => html`<tr><th scope="row">${period}</th>${series.map(({ values }) => html`<td>${values[i] ?? 0}</td>`)}</tr>
`,
)}</tbody>
</table></div></details>`;
}

function round(n: number): string {
  return String(Math.round(n * 100) / 100);
}
