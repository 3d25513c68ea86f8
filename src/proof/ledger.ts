import type { FileFates, RangeClass, Segmented } from '../types.ts';
import { type ClassSums, sumClasses } from './conservation.ts';

/** One file of the ledger. `bytes` adds up to `size`, `units` is what its parts are long. */
export type LedgerLine = {
  file: string;
  articles: number;
  size: number;
  bytes: FileFates['bytes'];
  units: ClassSums;
};

export type Ledger = { files: LedgerLine[]; totals: Omit<LedgerLine, 'file'> & { files: number } };

/** What became of every byte and every unit, a line a file, and the totals. */
export function keepLedger(readings: readonly FileFates[], parts: readonly Segmented[]): Ledger {
  const own = partsByFile(parts);
  const files = readings.map(({ file, size, bytes }): LedgerLine => {
    const mine = own.get(file) ?? [];
    const articles = mine.reduce((sum, { articles }) => sum + articles.length, 0);
    return { file, articles, size, bytes, units: sumClasses(mine.flatMap(({ classes }) => classes)) };
  });
  const sum = (value: (line: LedgerLine) => number): number =>
    files.reduce((total, line) => total + value(line), 0);
  const sums = <K extends string>(keys: K[], value: (line: LedgerLine) => { [key in K]: number }) =>
    Object.fromEntries(keys.map((key) => [key, sum((line) => value(line)[key])])) as { [key in K]: number };
  const totals = {
    files: files.length,
    articles: sum((line) => line.articles),
    size: sum((line) => line.size),
    bytes: sums(['parts', 'markup', 'unreadable'], (line) => line.bytes),
    units: sums(Object.keys(sumClasses([])) as RangeClass[], (line) => line.units),
  };
  return { files, totals };
}

/** Parts by the file they come from: a search for each file would take time that grows with the square. */
export function partsByFile(parts: readonly Segmented[]): Map<string, Segmented[]> {
  return Map.groupBy(parts, ({ part }) => part.file);
}
