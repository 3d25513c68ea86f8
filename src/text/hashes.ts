/**
 * Numbers for words and runs of words: the same in every text, without a table that all texts must share. They have 53
 * bits, so that among a million runs two have the same number in one case of twenty thousand.
 */

const HIGH = 2 ** 32;

/** FNV-1a (Fowler, Noll, Vo) over the UTF-16 units of a text, with two primes. */
export function hashText(text: string): number {
  let [low, high] = [0x811c9dc5, 0x9747b28c];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
  }
  return finish(low, high);
}

/** The number of a run of words and what follows it; the order counts. */
export function hashPair(first: number, second: number): number {
  const [a, b, c, d] = [first >>> 0, first / HIGH, second >>> 0, second / HIGH];
  const low = Math.imul(Math.imul(a ^ 0x811c9dc5, 0x01000193) ^ b, 0x01000193) ^ c;
  const high = Math.imul(Math.imul(c ^ 0x9747b28c, 0x5bd1e995) ^ d, 0x5bd1e995) ^ a;
  return finish(Math.imul(low, 0x01000193) ^ d, Math.imul(high, 0x5bd1e995) ^ b);
}

/** Every bit of the number hangs on every bit of both (the finalizer of A. Appleby's MurmurHash3). */
function finish(low: number, high: number): number {
  const [x, y] = [mix(low ^ Math.imul(high, 0x9e3779b1)), mix(high ^ Math.imul(low, 0x85ebca77))];
  return (y >>> 11) * HIGH + (x >>> 0);
}

function mix(bits: number): number {
  let x = bits;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** Several maps for one: a map holds 16.7 million keys. */
const SHARES = 16;

/** Bits of the sieve for each number: one in sixteen that stands in one list only gets through it. */
const SPARE = 16;

/**
 * Numbers from 0 for what stands in more than one list, in the order in which it is first seen; -1 for all else. A list
 * holds nothing twice. Most things stand in one list only: two bits sieve them out before anything is looked up.
 */
export function numberShared(lists: readonly Float64Array[]): { numbers: Int32Array[]; count: number } {
  const passes = sieve(lists);
  const maps = Array.from({ length: SHARES }, () => new Map<number, number>());
  const mapOf = (hash: number): Map<number, number> => maps[hash & (SHARES - 1)] as Map<number, number>;
  // Seen once: -1, seen again: -2, numbered: from 0.
  for (const list of lists)
    for (const hash of list) if (passes(hash)) mapOf(hash).set(hash, mapOf(hash).has(hash) ? -2 : -1);
  let count = 0;
  const numbers = lists.map((list) =>
    Int32Array.from(list, (hash) => {
      const known = passes(hash) ? (mapOf(hash).get(hash) ?? -1) : -1;
      if (known !== -2) return known;
      mapOf(hash).set(hash, count);
      count += 1;
      return count - 1;
    }),
  );
  return { numbers, count };
}

/** Whether a number may stand in several lists. */
function sieve(lists: readonly Float64Array[]): (hash: number) => boolean {
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const bits = 2 ** Math.min(31, Math.ceil(Math.log2(SPARE * total + 32)));
  const [once, again] = [new Uint32Array(bits / 32), new Uint32Array(bits / 32)];
  const mask = bits - 1;
  for (const list of lists) {
    for (let i = 0; i < list.length; i += 1) {
      const at = ((list[i] as number) >>> 0) & mask;
      const bit = 1 << (at & 31);
      const word = at >>> 5;
      if (((once[word] as number) & bit) !== 0) again[word] = (again[word] as number) | bit;
      else once[word] = (once[word] as number) | bit;
    }
  }
  return (hash) => {
    const at = (hash >>> 0) & mask;
    return ((again[at >>> 5] as number) & (1 << (at & 31))) !== 0;
  };
}
