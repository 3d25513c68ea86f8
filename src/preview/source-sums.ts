import type { ClassedRange, RangeClass } from '../types.ts';

/** What a class took of a file, in UTF-16 units, and its rules, those that took most first. */
export type ClassSum = { name: SumName; units: number; rules: { rule: string; units: number }[] };

/** Classes as the sums show them: title and metadata have one colour and one line. */
export type SumName = Exclude<RangeClass, 'metadata'>;

const order: SumName[] = ['body', 'title', 'boilerplate', 'duplicate', 'unreadable'];

/** Units by class and rule, every class in fixed order, those without units too. */
export function sumByRule(classes: Iterable<ClassedRange>): ClassSum[] {
  const sums = new Map(order.map((name) => [name, new Map<string, number>()]));
  for (const { class: name, rule, start, end } of classes) {
    const rules = sums.get(name === 'metadata' ? 'title' : name);
    rules?.set(rule, (rules.get(rule) ?? 0) + end - start);
  }
  return [...sums].map(([name, rules]) => ({
    name,
    units: [...rules.values()].reduce((sum, units) => sum + units, 0),
    rules: [...rules]
      .map(([rule, units]) => ({ rule, units }))
      .sort((a, b) => b.units - a.units || (a.rule < b.rule ? -1 : 1)),
  }));
}

/** The units of all classes. */
export function totalOf(sums: readonly ClassSum[]): number {
  return sums.reduce((sum, { units }) => sum + units, 0);
}
