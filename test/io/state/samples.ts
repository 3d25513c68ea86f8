/** Invented readers, and states in temporary folders that are closed when a test is over. */
import { createHash } from 'node:crypto';
import { afterEach } from 'vitest';
import type { State, Subscriber } from '../../../src/deliver/types.ts';
import { openState } from '../../../src/io/state/open.ts';
import { makeNewsletter } from '../../newsletter.ts';

const opened: State[] = [];

afterEach(async () => {
  for (const state of opened.splice(0)) await state.close();
});

export const today = '2026-06-01T08:00:00.000Z';

/** A state in a folder, a new one when none is named. */
export async function makeState(folder = makeNewsletter({}), pages?: number): Promise<State> {
  const state = await openState(folder, pages === undefined ? {} : { pages });
  opened.push(state);
  return state;
}

export function reader(email: string, more: Partial<Subscriber> = {}): Subscriber {
  return {
    id: createHash('sha256').update(`id of ${email}`).digest('hex').slice(0, 32),
    email,
    name: null,
    tags: [],
    language: null,
    status: 'active',
    consent: null,
    created: today,
    updated: today,
    softBounces: 0,
    ...more,
  };
}

export function readers(count: number): Subscriber[] {
  return Array.from({ length: count }, (_, i) => reader(`reader${String(i).padStart(6, '0')}@pond.example`));
}

export async function* recipients(list: readonly Subscriber[], excluded: string | null = null) {
  for (const subscriber of list) yield { subscriber, excluded };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

export const run = {
  id: '2026-05/1',
  issue: '2026-05',
  hashes: { 'email.html': 'ab', 'email.txt': 'cd' },
  started: today,
};

/** A state with so many active readers, all of them queued in `run`. */
export async function makeRun(count: number, folder?: string): Promise<{ state: State; list: Subscriber[] }> {
  const state = await makeState(folder);
  const list = readers(count);
  await state.subscribers.put(list);
  await state.ledger.freeze(run, recipients(list));
  return { state, list };
}
