import type { Range } from '../../types.ts';

/**
 * One line of front matter in any dialect. `value` is null where it is no text and no list of texts, and undefined
 * where nothing is written.
 */
export type Entry = {
  key: string;
  /** Offset of the key in the part. */
  at: number;
  value: string | string[] | null | undefined;
  range: Range;
};

/** The entries of a block, or what makes it unreadable and where. */
export type Entries =
  | { entries: Entry[]; fault: null }
  | { entries: []; fault: { message: string; at: number } };

export function faultAt(message: string, at: number): Entries {
  return { entries: [], fault: { message, at } };
}
