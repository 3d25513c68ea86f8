export type Dice = (sides: number) => number;

/** Mulberry32 (Tommy Ettinger, 2017): small, seeded, the same everywhere. */
export function createDice(seed: number): Dice {
  let a = seed >>> 0;
  return (sides) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

/** One of the list; the list must not be empty. */
export function pick<T>(dice: Dice, list: readonly T[]): T {
  return list[dice(list.length)] as T;
}
