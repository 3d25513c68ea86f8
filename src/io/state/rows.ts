import { createHash } from 'node:crypto';
import type { Row } from './database.ts';

/** A column that is never null. */
export function textOf(row: Row, column: string): string {
  return String(row[column]);
}

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  return value === null || value === undefined ? null : String(value);
}

export function numberOf(row: Row | null, column: string): number {
  return Number(row?.[column] ?? 0);
}

/** 128 bits of SHA-256: enough that no two texts share one, and half the room. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Who an address belongs to: case apart, since no server in use tells people apart by it. */
export function personOf(email: string): string {
  return hash(email.toLowerCase());
}

/** Rows page by page, each asked for after the last row of the page before: nothing is held open meanwhile. */
export async function* pages<T>(read: (last: T | null, size: number) => T[]): AsyncGenerator<T> {
  const size = 500;
  let page = read(null, size);
  while (page.length > 0) {
    yield* page;
    page = page.length < size ? [] : read(page.at(-1) as T, size);
  }
}
