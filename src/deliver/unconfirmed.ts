import type { SubscriberStore } from './types.ts';

const day = 86_400_000;

/**
 * Forgets who asked by the form and never confirmed, once the last link they were sent is worth nothing: it may have been a
 * stranger's address that somebody typed. `now` in milliseconds since 1970. Gives how many.
 */
export async function forgetUnconfirmed(
  subscribers: Pick<SubscriberStore, 'forgetPending'>,
  { confirmDays, now }: { confirmDays: number; now: number },
): Promise<number> {
  return await subscribers.forgetPending(new Date(now - confirmDays * day).toISOString());
}
