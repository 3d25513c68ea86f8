/** Custom properties: what `var()` stands for, so far as it can be put in word for word. */
import type { Winners } from './cascade.ts';

/** By name, with the two hyphens. */
export type Variables = ReadonlyMap<string, string>;

const reference = /var\(\s*(--[^\s,()]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/u;

/** Deeper ones, and longer values, are made to exhaust whoever reads them. */
const limits = { steps: 16, length: 1000 };

/** The variables of an element: its own, over those it inherits. */
export function variablesOf(own: Winners | undefined, inherited: Variables): Variables {
  const mine = [...(own ?? [])].filter(([property]) => property.startsWith('--'));
  if (mine.length === 0) return inherited;
  const all = new Map(inherited);
  for (const [name] of mine) all.delete(name);
  const seen = new Map([...all, ...mine.map(([name, { value }]) => [name, value] as const)]);
  // What a variable refers to is settled where it is set.
  return new Map([...all, ...mine.map(([name, { value }]) => [name, substitute(value, seen)] as const)]);
}

/** A value with its variables put in. One that is not set and has no fallback stays as it is written. */
export function substitute<T extends string | undefined>(value: T, variables: Variables): T | string {
  let whole: string | undefined = value;
  for (let step = 0; whole !== undefined && step < limits.steps; step += 1) {
    const [written, name = '', fallback] = reference.exec(whole) ?? [];
    const meant = variables.get(name) ?? fallback;
    if (written === undefined || meant === undefined || whole.length > limits.length) break;
    whole = whole.replace(written, () => meant.trim());
  }
  return whole as T | string;
}
