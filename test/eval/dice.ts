/** Mulberry32 (Tommy Ettinger, 2017): small, seeded, the same everywhere. */
export function createDice(state: number): (sides: number) => number {
  let a = state >>> 0;
  return (sides) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}
