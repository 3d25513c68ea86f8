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

/** Bits of the sieve for each number: one in sixteen that stands in one list only gets through it. */
const SPARE = 16;

/**
 * Numbers from 0 for what stands in more than one list, in the order in which it is first seen; -1 for all else. A list
 * holds nothing twice. Most things stand in one list only: two bits sieve them out before anything is looked up.
 */
export function numberShared(lists: readonly Float64Array[]): { numbers: Int32Array[]; count: number } {
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const passing = sieve(lists, total);
  const most = passing.reduce((sum, list) => sum + list.length, 0);
  const slots = powerAbove(2 * most);
  const table = { hashes: new Float64Array(slots), numbers: new Int32Array(slots) };
  for (const list of passing) {
    for (let i = 0; i < list.length; i += 1) {
      const slot = findSlot(table.hashes, list[i] as number);
      table.numbers[slot] = table.hashes[slot] === 0 ? ONCE : AGAIN;
      table.hashes[slot] = list[i] as number;
    }
  }
  let count = 0;
  const numbers = lists.map((list) => {
    const own = new Int32Array(list.length);
    for (let i = 0; i < list.length; i += 1) {
      const slot = findSlot(table.hashes, list[i] as number);
      if (table.numbers[slot] === AGAIN) {
        count += 1;
        table.numbers[slot] = count;
      }
      own[i] = Math.max(0, table.numbers[slot] as number) - 1;
    }
    return own;
  });
  return { numbers, count };
}

/** What is filed under a number before those are given out, from 1. */
const ONCE = -1;
const AGAIN = -2;

/** Where a number stands in an open table, or would stand. An empty slot holds 0. */
function findSlot(hashes: Float64Array, hash: number): number {
  const mask = hashes.length - 1;
  let slot = (hash >>> 0) & mask;
  for (let found = hashes[slot]; found !== 0 && found !== hash; found = hashes[slot])
    slot = (slot + 1) & mask;
  return slot;
}

/** What may stand in several lists, list by list. */
function sieve(lists: readonly Float64Array[], total: number): Float64Array[] {
  const bits = Math.min(2 ** 31, powerAbove(SPARE * total));
  const [once, again] = [new Uint32Array(bits / 32), new Uint32Array(bits / 32)];
  const mask = bits - 1;
  for (const list of lists) {
    for (let i = 0; i < list.length; i += 1) {
      const at = ((list[i] as number) >>> 0) & mask;
      const [word, bit] = [at >>> 5, 1 << (at & 31)];
      if (((once[word] as number) & bit) !== 0) again[word] = (again[word] as number) | bit;
      else once[word] = (once[word] as number) | bit;
    }
  }
  return lists.map((list) =>
    list.filter((hash) => {
      const at = (hash >>> 0) & mask;
      return ((again[at >>> 5] as number) & (1 << (at & 31))) !== 0;
    }),
  );
}

function powerAbove(least: number): number {
  return 2 ** Math.ceil(Math.log2(least + 32));
}
