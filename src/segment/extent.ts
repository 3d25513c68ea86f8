import type { Labelled } from './rules/rule.ts';

/** What a line adds to the stretch that is the article: text in words, site lines as costs. */
export function weighLine(labelled: Labelled, page: boolean): number {
  const { role, line } = labelled;
  switch (role) {
    case 'prose':
    case 'quote':
      return line.words < 6 ? line.words * 0.4 : Math.min(line.words, 60);
    case 'item':
      return Math.min(line.words, 30) * 0.8;
    case 'long':
      return 60;
    case 'list-head':
      return -30;
    case 'form':
      return -60;
    case 'junk':
      return labelled.rule === 'legal-notice' ? -25 : -4;
    case 'heading':
      return page ? -15 : -2;
    case 'date':
      return page ? -10 : -2;
    default:
      return -1;
  }
}

/** Bounds [from, to) of the stretch of highest value (Kadane's maximum subarray). */
export function findExtent(values: readonly number[]): { from: number; to: number } {
  let best = { from: 0, to: 0, sum: 0 };
  let from = 0;
  let sum = 0;
  values.forEach((value, i) => {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += value;
    if (sum > best.sum) best = { from, to: i + 1, sum };
  });
  return { from: best.from, to: best.to };
}
