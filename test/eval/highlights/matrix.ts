import { cellOf, type Rows } from '../../../src/summarize/model/columns.ts';
import { type Binned, binColumns } from './boost.ts';

/** Rows of features that grow in number, with what each should give. */
export class Matrix {
  readonly target: number[] = [];
  #width = 0;
  #values = new Float32Array(1_000_000);

  /** How many columns there are, once there are rows. */
  get width(): number {
    return this.#width;
  }

  /** How many rows there are. */
  get rows(): number {
    return this.target.length;
  }

  /** Adds rows and their targets, one each. */
  add(rows: Rows, target: readonly number[]): void {
    const { count } = rows;
    this.#width = rows.names.length;
    const at = this.rows * this.width;
    const end = at + count * this.width;
    if (end > this.#values.length) {
      const more = new Float32Array(Math.max(end, this.#values.length * 2));
      more.set(this.#values);
      this.#values = more;
    }
    for (let i = 0; i < count; i += 1)
      for (let c = 0; c < this.width; c += 1) this.#values[at + i * this.width + c] = cellOf(rows, i, c);
    for (let i = 0; i < count; i += 1) this.target.push(target[i] ?? 0);
  }

  bin(): Binned {
    const values = this.#values;
    return binColumns(this.width, this.rows, (c, r) => values[r * this.width + c] ?? Number.NaN);
  }
}
