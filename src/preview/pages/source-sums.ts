import { html } from 'hono/html';
import { checkBytes, checkClasses } from '../../proof/conservation.ts';
import type { SourceFile, SourceIndex, SourcePart } from '../source-index.ts';
import { type ClassSum, type SumName, sumByRule, totalOf } from '../source-sums.ts';
import { formatNumber, type Html } from './page.ts';

const names: { [name in SumName]: string } = {
  body: 'Body',
  title: 'Title and metadata',
  boilerplate: 'Boilerplate',
  duplicate: 'Duplicate',
  unreadable: 'Unreadable',
};

/** Rules that have a line of their own; the others share one. */
const rulesShown = 3;

/** Units of all parts by what they became, with the rules that said so, ending in the total. */
export function sumsTable(file: SourceFile, sums: readonly ClassSum[], index: SourceIndex): Html {
  const faults = file.parts.flatMap((part) => checkClasses(part) ?? []);
  return html`<section aria-labelledby="sums">
<h2 class="small" id="sums">Sums of this file <span class="num">${faults.length === 0 ? 'they match' : ''}</span></h2>
${faults.map((fault) => html`<p class="bad">${fault}.</p>`)}
${bar(sums)}
<table class="sums">
<thead class="hidden"><tr><th>What it became</th><th>Characters</th></tr></thead>
${sums.map((sum) => classRows(sum, index))}
<tfoot><tr><th scope="row">In the file</th><td>${formatNumber(totalOf(sums))}</td></tr></tfoot>
</table>
</section>`;
}

function classRows(sum: ClassSum, index: SourceIndex): Html {
  const { name, units, rules } = sum;
  const told = name === 'body' || name === 'title' ? [] : rules;
  const rest = told.length > rulesShown + 1 ? told.slice(rulesShown) : [];
  const own = told.slice(0, told.length - rest.length);
  const sumOf = rest.reduce((all, { units }) => all + units, 0);
  return html`<tbody>
<tr><th scope="row"><span class="swatch is-${name}"></span>${names[name]}</th><td>${formatNumber(units)}</td></tr>
${own.map((r) => html`<tr class="rule"><td>${nameRule(name, r.rule, index)}</td><td>${formatNumber(r.units)}</td></tr>`)}
${rest.length === 0 ? '' : html`<tr class="rule"><td>${rest[0]?.rule}, ${rest.length - 1} more</td><td>${formatNumber(sumOf)}</td></tr>`}
</tbody>
`;
}

function nameRule(name: SumName, rule: string, index: SourceIndex): Html | string {
  const original = name === 'duplicate' ? index.article(rule.replace(/^copy of /u, '')) : null;
  if (!original) return rule;
  return html`copy of <a href="${index.articleAddress(original)}">${original.title.text}</a>`;
}

/** The sums as one bar. The table below says the same in figures. */
function bar(sums: readonly ClassSum[]): Html {
  const total = totalOf(sums) || 1;
  let at = 0;
  const pieces = sums
    .filter(({ units }) => units > 0)
    .map(({ name, units }) => {
      const [x, width] = [(at / total) * 1000, (units / total) * 1000];
      at += units;
      return html`<rect class="is-${name}" x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="10"/>`;
    });
  return html`<svg class="sum-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg>`;
}

/** What became of the bytes: text, what carries it, what could not be read. */
export function bytesTable({ fates }: SourceFile): Html {
  const { parts, markup, unreadable } = fates.bytes;
  const fault = checkBytes(fates);
  return html`<section aria-labelledby="bytes">
<h2 class="small" id="bytes">Bytes of this file</h2>
${fault === null ? '' : html`<p class="bad">${fault}.</p>`}
<table class="sums">
<thead class="hidden"><tr><th>What they are</th><th>Bytes</th></tr></thead>
<tbody>
<tr><th scope="row">Text, as shown here</th><td>${formatNumber(parts)}</td></tr>
<tr><th scope="row">Markup and encoding</th><td>${formatNumber(markup)}</td></tr>
<tr><th scope="row">Unreadable</th><td>${formatNumber(unreadable)}</td></tr>
</tbody>
<tfoot><tr><th scope="row">In the file</th><td>${formatNumber(fates.size)}</td></tr></tfoot>
</table>
</section>`;
}

/** The sums of one part in a line. */
export function tellSums({ part, classes }: SourcePart): string {
  const told = sumByRule(classes).filter(({ units }) => units > 0);
  const sums = told.map(({ name, units }) => `${names[name].toLowerCase()} ${formatNumber(units)}`);
  return `${formatNumber(part.text.length)} characters${told.length > 0 ? `: ${sums.join(', ')}` : ''}`;
}
