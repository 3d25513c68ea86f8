/** Features by name, a value a row. Unknown is NaN. */
export type Columns<Name extends string = string> = Readonly<Record<Name, Float64Array>>;

/** What a forest is asked about: column after column in one array. */
export type Rows = { count: number; names: readonly string[]; values: Float64Array };

/** One column of so many rows. */
export function columnOf(count: number, value: (row: number) => number): Float64Array {
  const column = new Float64Array(count);
  for (let i = 0; i < count; i += 1) column[i] = value(i);
  return column;
}

/** Rows given one by one, as columns. */
export function columnsOf<Name extends string>(
  rows: readonly Readonly<Record<Name, number>>[],
): Columns<Name> {
  const names = Object.keys(rows[0] ?? {}) as Name[];
  const columns = names.map(
    (name) => [name, columnOf(rows.length, (i) => rows[i]?.[name] as number)] as const,
  );
  return Object.fromEntries(columns) as Columns<Name>;
}

/** Columns side by side, in the order given: the numbers by which a forest knows them. */
export function joinColumns(count: number, ...groups: readonly Columns[]): Rows {
  const columns = groups.flatMap((group) => Object.entries(group));
  const values = new Float64Array(count * columns.length);
  for (const [c, [, column]] of columns.entries()) values.set(column, c * count);
  return { count, names: columns.map(([name]) => name), values };
}

/** One value of rows. */
export function cellOf({ count, values }: Rows, row: number, column: number): number {
  return values[column * count + row] as number;
}
