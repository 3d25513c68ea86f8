import { html } from 'hono/html';
import type { Finding, Gate } from '../../proof/gates.ts';
import { issuePath } from '../addresses.ts';
import type { Checks } from '../checks.ts';
import { count, formatNumber, type Html } from './page.ts';

const order = { fail: 0, look: 1, pass: 2 } as const;
const spoken = { fail: 'Fails:', look: 'To look at:', pass: 'Passes:' } as const;

/**
 * What the checks and the build come to, as a heading; `wrong`: what `tellErrors` says of the issue; `stray`: errors that
 * belong to none.
 */
export function verdict(gates: readonly Gate[], wrong: string, stray = 0): string {
  const number = (result: Gate['result']): number => gates.filter((g) => g.result === result).length;
  const [bad, look] = [number('fail'), number('look') + stray];
  const fails = bad === 0 ? '' : `${inWords(bad)} ${bad === 1 ? 'check fails' : 'checks fail'}`;
  const looks = look === 0 ? '' : `${inWords(look)} to look at`;
  const told = [wrong, fails, looks].filter((words) => words !== '').join(', ');
  if (wrong !== '' || fails !== '') return `Not ready: ${told}`;
  return looks === '' ? 'Ready' : `Ready, with ${looks}`;
}

function inWords(n: number): string {
  return ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][n] ?? `${n}`;
}

/**
 * The checks, what needs a look first; of each at most `limit` findings. Those that pass are folded into one line, but for
 * the size, which is a measure.
 */
export function checkRows(issue: string, checks: Checks, limit: number): Html[] {
  const sorted = [...checks.gates].sort((a, b) => order[a.result] - order[b.result]);
  const isFolded = ({ name, result }: Gate): boolean => result === 'pass' && name !== 'size';
  const open = sorted.filter((gate) => !isFolded(gate)).map((gate) => row(issue, gate, checks, limit));
  const passing = sorted.filter(isFolded);
  if (passing.length === 0) return open;
  const words = count(passing.length, 'check passes', 'checks pass');
  // A browser opens it for an address that names a check in it.
  const folded = html`<details class="passing" id="passing"><summary>${sign('pass')} ${words}</summary>
${passing.map((gate) => row(issue, gate, checks, limit))}</details>
`;
  return [...open, folded];
}

function row(issue: string, gate: Gate, { weights, limit: bytes }: Checks, limit: number): Html {
  return html`<section class="${`check ${gate.result}`}" id="${`check-${gate.name}`}">
<h3>${sign(gate.result)}<span class="hidden">${spoken[gate.result]}</span> ${gate.title}<span class="num">${gate.figure}</span></h3>
${gate.name === 'size' ? meter(weights, bytes) : ''}
<p>${gate.sentence}</p>
${findings(issue, gate, limit)}
${gate.name === 'size' ? weightTable(weights) : ''}
</section>
`;
}

/** Told apart by shape first: tick, triangle, square. */
export function sign(result: Gate['result']): Html {
  const shapes = { pass: 'M1.5 6.5l3 3 6-7', look: 'M6 1l6 10.5H0z', fail: 'M1 1h10v10H1z' };
  return html`<svg class="${`verdict-sign ${result}`}" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="${shapes[result]}"/></svg>`;
}

function findings(issue: string, gate: Gate, limit: number): Html | '' {
  if (gate.findings.length === 0) return '';
  const more = gate.findings.length - limit;
  const rest = html`<li><a href="${issuePath(issue, 'checks')}#${`check-${gate.name}`}">and ${formatNumber(more)} more</a></li>`;
  return html`<ul class="findings">
${gate.findings.slice(0, limit).map((finding) => findingRow(issue, gate, finding))}
${more > 0 ? rest : ''}
</ul>`;
}

function findingRow(issue: string, gate: Gate, finding: Finding): Html {
  const place = placeOf(issue, gate, finding);
  const message = place === null ? html`${finding.message}` : html`<a href="${place}">${finding.message}</a>`;
  const where = finding.where === null ? '' : html`<br><bdi class="soft">${finding.where}</bdi>`;
  const hint = finding.hint === null ? '' : html`<br><span class="soft">${finding.hint}</span>`;
  return html`<li>${message}${where}${hint}</li>
`;
}

/** Where a finding is seen. The email is minified into a few long lines: there a story says more than a line. */
export function placeOf(
  issue: string,
  { name }: Pick<Gate, 'name'>,
  { line, story }: Finding,
): string | null {
  const code = codeOf(name);
  if (story !== null && (code === 'html' || line === null))
    return `${issuePath(issue, 'source')}#${encodeURIComponent(`story-${story}`)}`;
  return line === null ? null : `${issuePath(issue, code)}#L${line}`;
}

/** Which code the lines of a gate's findings are of. */
function codeOf(gate: string): 'text' | 'page-html' | 'message' | 'html' {
  if (gate.startsWith('text')) return 'text';
  if (gate.startsWith('page')) return 'page-html';
  return gate === 'message' || gate === 'transport' ? 'message' : 'html';
}

/** How much of the limit is used; the gate's own sentence says it in words, so the drawing is silent. */
function meter(weights: Checks['weights'], limit: number): Html {
  const used = weights.reduce((sum, { bytes }) => sum + bytes, 0);
  const width = Math.min(100, (100 * used) / Math.max(1, limit)).toFixed(2);
  return html`<svg class="meter" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" y="2" width="100" height="10"/><rect class="used" y="2" width="${width}" height="10"/><rect class="limit" x="99.4" width="0.6" height="14"/></svg>`;
}

function weightTable(weights: Checks['weights']): Html | '' {
  if (weights.length === 0) return '';
  return html`<details><summary>What takes the bytes</summary><table class="weights">
${weights.map(
  ({ name, bytes }) => html`<tr><th scope="row">${name}</th><td>${formatNumber(bytes)}</td></tr>
`,
)}
</table></details>`;
}
