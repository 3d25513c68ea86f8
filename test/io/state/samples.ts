/** Invented readers, and states in temporary folders that are closed when a test is over. */
import { afterEach } from 'vitest';
import type { State, Subscriber } from '../../../src/deliver/types.ts';
import { openState } from '../../../src/io/state/open.ts';
import { makeNewsletter } from '../../newsletter.ts';
import { readers, today } from './readers.ts';

export { reader, readers, today } from './readers.ts';

const opened: State[] = [];

afterEach(async () => {
  for (const state of opened.splice(0)) await state.close();
});

/** A state in a folder, a new one when none is named. */
export async function makeState(folder = makeNewsletter({}), pages?: number): Promise<State> {
  const state = await openState(folder, pages === undefined ? {} : { pages });
  opened.push(state);
  return state;
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
