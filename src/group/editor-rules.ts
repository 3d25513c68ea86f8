import { compareText } from '../text/ids.ts';

/** Two ids. */
export type IdPair = readonly [string, string];

/** Whether an editor wants these two ids to be in different stories. */
export type Apart = (a: string, b: string) => boolean;

/** `together` are disjoint sets of ids; `contradictions` are merges refused because a split says otherwise. */
export type Merges = { together: string[][]; contradictions: IdPair[] };

/** Every two ids of one split list: each of them is to be in a story of its own. */
export function pairSplits(splits: readonly (readonly string[])[]): IdPair[] {
  return splits.flatMap((list) => list.flatMap((a, i) => list.slice(i + 1).map((b): IdPair => [a, b])));
}

export function createApart(pairs: readonly IdPair[]): Apart {
  const keys = new Set(pairs.map(([a, b]) => pairKey(a, b)));
  return (a, b) => keys.has(pairKey(a, b));
}

/** Joins merge lists that overlap, link by link in code-unit order. A split wins over a merge. */
export function uniteMerges(merges: readonly (readonly string[])[], apart: Apart): Merges {
  const sets = new Map<string, string[]>();
  const contradictions: IdPair[] = [];
  const links = merges.flatMap(([first, ...rest]) => rest.map((id): IdPair => [first ?? id, id]));
  for (const [a, b] of links.sort((x, y) => compareText(pairKey(...x), pairKey(...y)))) {
    const [left, right] = [sets.get(a) ?? [a], sets.get(b) ?? [b]];
    if (left.includes(b)) continue;
    if (left.some((x) => right.some((y) => apart(x, y)))) {
      contradictions.push([a, b]);
      continue;
    }
    const united = [...left, ...right];
    for (const id of united) sets.set(id, united);
  }
  return { together: [...new Set(sets.values())], contradictions };
}

/** The lists without repeats and without ids that do not exist. */
export function keepKnown(lists: readonly (readonly string[])[], ids: ReadonlySet<string>): string[][] {
  return lists.map((list) => [...new Set(list)].filter((id) => ids.has(id)));
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
