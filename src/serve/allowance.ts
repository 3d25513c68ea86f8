/** Most uses in a time. */
export type Limit = { count: number; seconds: number };

/** Networks that are remembered at the same time. */
const room = 20_000;

/**
 * Counts uses by key in a sliding window: true, and counted, while there were fewer than `count`. In memory, since a
 * flood must not make the disk work, and since nothing of a visitor needs to be kept; a restart forgives. `now` in
 * milliseconds.
 */
export function openAllowance({ count, seconds }: Limit): (key: string, now: number) => boolean {
  const uses = new Map<string, number[]>();
  return (key, now) => {
    const recent = (uses.get(key) ?? []).filter((at) => at > now - seconds * 1000);
    if (recent.length >= count) return false;
    // Written anew it is the youngest; the one that was not heard of for longest is forgotten first.
    uses.delete(key);
    uses.set(key, [...recent, now]);
    const [oldest] = uses.keys();
    if (uses.size > room && oldest !== undefined) uses.delete(oldest);
    return true;
  };
}
