import { createDice } from '../dice.ts';
import { bootstrap, mean } from '../scores.ts';
import type { Outcome, Outcomes } from './highlights.ts';
import { faults } from './readability.ts';
import { formatTable } from './table.ts';

const measures = ['r1', 'r2', 'rl'] as const;
const baseline = 'lead-3';
const pace = 'ts-textrank';

/** Scores in per cent, differences to Lead-3 with their 95% interval, rates in per cent of the highlights. */
export function highlightTable(name: string, { systems, failures }: Outcomes): string {
  const lead = systems.get(baseline) ?? [];
  const slowness = timeOf(systems.get(pace) ?? []);
  const head = [
    `${name}, ${lead.length}`,
    ...measures.map((m) => m.toUpperCase()),
    ...measures.map((m) => `${m.toUpperCase()} over ${baseline}`),
    'words',
    ...faults,
    'verbatim',
    'ms',
    `of ${pace}`,
    'failed',
  ];
  const rows = [...systems].map(([system, outcomes]) => [
    system,
    ...measures.map((m) => percent(mean(outcomes.map((o) => o[m])))),
    ...measures.map((m) => (system === baseline ? '' : difference(outcomes, lead, m))),
    mean(outcomes.map((o) => o.words)).toFixed(0),
    ...faults.map((fault) => rate(outcomes, (o) => o.faults.filter((one) => one === fault).length)),
    rate(outcomes, (o) => o.verbatim),
    system === baseline ? '' : timeOf(outcomes).toFixed(2),
    system === baseline || slowness === 0 ? '' : (timeOf(outcomes) / slowness).toFixed(2),
    String(failures.get(system) ?? 0),
  ]);
  return formatTable(head, rows);
}

function percent(value: number): string {
  return (100 * value).toFixed(2);
}

function difference(
  own: readonly Outcome[],
  lead: readonly Outcome[],
  measure: (typeof measures)[number],
): string {
  const gains = own.map((o, i) => o[measure] - (lead[i]?.[measure] ?? 0));
  const [low, high] = bootstrap(gains, createDice(1));
  const signed = (value: number): string => `${value < 0 ? '' : '+'}${percent(value)}`;
  return `${signed(mean(gains))} (${signed(low)} to ${signed(high)})`;
}

function rate(outcomes: readonly Outcome[], count: (outcome: Outcome) => number): string {
  const all = outcomes.reduce((sum, o) => sum + o.highlights, 0);
  return ((100 * outcomes.reduce((sum, o) => sum + count(o), 0)) / Math.max(1, all)).toFixed(1);
}

function timeOf(outcomes: readonly Outcome[]): number {
  return mean(outcomes.map((o) => o.milliseconds));
}
