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

/** Slots of the sieve for each number: one in eight that stands in one list only gets through it. */
const SPARE = 8;

/** Where in a list something stands that other lists have too, ascending, and its numbers. */
export type Shared = { places: Int32Array; numbers: Int32Array };

/**
 * Numbers from 0 for what stands in more than one list, in the order in which it is first seen. No hash is 0; what a list
 * holds twice counts as in two. Most things stand in one list only: two bits sieve them out before anything is looked up.
 */
export function numberShared(lists: readonly Float64Array[]): { shared: Shared[]; count: number } {
  const places = sieve(lists);
  const slots = powerAbove(2 * places.reduce((sum, list) => sum + list.length, 0));
  const [hashes, numbers] = [new Float64Array(slots), new Int32Array(slots)];
  lists.forEach((list, l) => {
    const own = places[l] as Int32Array;
    for (let i = 0; i < own.length; i += 1) {
      const hash = list[own[i] as number] as number;
      const slot = findSlot(hashes, hash);
      numbers[slot] = hashes[slot] === 0 ? ONCE : AGAIN;
      hashes[slot] = hash;
    }
  });
  let count = 0;
  const shared = lists.map((list, l): Shared => {
    const own = places[l] as Int32Array;
    const given = new Int32Array(own.length);
    let length = 0;
    for (let i = 0; i < own.length; i += 1) {
      const place = own[i] as number;
      const slot = findSlot(hashes, list[place] as number);
      if (numbers[slot] === ONCE) continue;
      if (numbers[slot] === AGAIN) {
        numbers[slot] = count;
        count += 1;
      }
      own[length] = place;
      given[length] = numbers[slot] as number;
      length += 1;
    }
    return { places: own.subarray(0, length), numbers: given.subarray(0, length) };
  });
  return { shared, count };
}

/** What is filed under a hash before numbers are given out. */
const ONCE = -1;
const AGAIN = -2;

/** Where a hash stands in an open table, or would stand. An empty slot holds 0. */
function findSlot(hashes: Float64Array, hash: number): number {
  const mask = hashes.length - 1;
  let slot = (hash >>> 0) & mask;
  for (let found = hashes[slot]; found !== 0 && found !== hash; found = hashes[slot])
    slot = (slot + 1) & mask;
  return slot;
}

/** The places of each list at which something may stand that other lists have too. */
function sieve(lists: readonly Float64Array[]): Int32Array[] {
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const slots = Math.min(2 ** 31, powerAbove(SPARE * total));
  // Two bits a slot, sixteen slots a number: never seen, seen once, seen again.
  const seen = new Uint32Array(slots / 16);
  const mask = slots - 1;
  for (const list of lists) {
    for (let i = 0; i < list.length; i += 1) {
      const at = ((list[i] as number) >>> 0) & mask;
      const once = 1 << (2 * (at & 15));
      const word = seen[at >>> 4] as number;
      seen[at >>> 4] = word | ((word & once) << 1) | once;
    }
  }
  return lists.map((list) => {
    const places = new Int32Array(list.length);
    let length = 0;
    for (let i = 0; i < list.length; i += 1) {
      const at = ((list[i] as number) >>> 0) & mask;
      if ((((seen[at >>> 4] as number) >>> (2 * (at & 15))) & 2) === 0) continue;
      places[length] = i;
      length += 1;
    }
    return places.subarray(0, length);
  });
}

function powerAbove(least: number): number {
  return 2 ** Math.ceil(Math.log2(least + 32));
}
