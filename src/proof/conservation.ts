import type { ClassedRange, FileFates, RangeClass, Segmented } from '../types.ts';

export type ClassSums = { [name in RangeClass]: number };

/** UTF-16 units by class. */
export function sumClasses(classes: readonly ClassedRange[]): ClassSums {
  const sums: ClassSums = { title: 0, metadata: 0, body: 0, boilerplate: 0, duplicate: 0, unreadable: 0 };
  for (const range of classes) sums[range.class] += range.end - range.start;
  return sums;
}

/** Why the bytes of a file do not add up to its size, or null. */
export function checkBytes({ size, bytes }: FileFates): string | null {
  const sum = bytes.parts + bytes.markup + bytes.unreadable;
  const negative = Object.values(bytes).some((n) => n < 0);
  return sum === size && !negative ? null : `${sum} of ${size} bytes are accounted for`;
}

/** Why the classes do not cover their part exactly once, or null. */
export function checkClasses({ part, classes }: Pick<Segmented, 'part' | 'classes'>): string | null {
  let at = 0;
  for (const { start, end } of classes) {
    if (start !== at || end <= start) return `the class at ${start} should begin at ${at}`;
    at = end;
  }
  return at === part.text.length ? null : `${at} of ${part.text.length} units are classed`;
}
