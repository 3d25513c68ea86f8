import type { Built } from './building.ts';
import type { Shown } from './overlay.ts';
import type { PreviewState } from './state.ts';

/** What is to be seen now: the newest good build, its errors, and what stopped a build since. */
export type Sight = { state: PreviewState | null; errors: Shown[]; faults: Shown[]; turn: number };

export type Session = {
  sight: () => Sight;
  /** Builds once more; asked while a build runs, once more after it, however often it was asked. */
  request: () => void;
  /** Calls back after every build; returns how to end that. */
  listen: (heard: () => void) => () => void;
  /** Resolves when nothing is being built and nothing is asked for. */
  settled: () => Promise<void>;
};

/** Builds on request, one build at a time, and keeps the last one that succeeded. */
export function openSession(build: () => Promise<Built>): Session {
  const listeners = new Set<() => void>();
  let sight: Sight = { state: null, errors: [], faults: [], turn: 0 };
  let asked = false;
  let running: Promise<void> | null = null;
  const renew = ({ state, errors }: Extract<Built, { state: unknown }>): Omit<Sight, 'turn'> => {
    const generation = (sight.state?.generation ?? 0) + 1;
    return { state: { ...state, generation }, errors, faults: [] };
  };
  const run = async (): Promise<void> => {
    while (asked) {
      asked = false;
      const built = await build();
      const turn = sight.turn + 1;
      sight = 'faults' in built ? { ...sight, faults: built.faults, turn } : { ...renew(built), turn };
      for (const heard of listeners) heard();
    }
    running = null;
  };
  return {
    sight: () => sight,
    request: () => {
      asked = true;
      running ??= run();
    },
    listen: (heard) => {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    settled: async () => {
      await running;
    },
  };
}
