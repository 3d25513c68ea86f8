import type { Built, BuiltState } from './building.ts';
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

/**
 * Builds on request, one build at a time, and keeps the last one that succeeded. What a build hands over early is shown
 * where there is nothing else.
 */
export function openSession(build: (early: (state: BuiltState) => void) => Promise<Built>): Session {
  const listeners = new Set<() => void>();
  let sight: Sight = { state: null, errors: [], faults: [], turn: 0 };
  let asked = false;
  let running: Promise<void> | null = null;
  const renew = ({ state, errors }: Extract<Built, { state: unknown }>): Omit<Sight, 'turn'> => {
    const generation = (sight.state?.generation ?? 0) + 1;
    return { state: { ...state, generation, faults: [] }, errors, faults: [] };
  };
  const stop = (faults: Shown[]): Omit<Sight, 'turn'> => {
    return { ...sight, state: sight.state && { ...sight.state, faults }, faults };
  };
  const show = (built: Built): void => {
    const turn = sight.turn + 1;
    sight = { ...('faults' in built ? stop(built.faults) : renew(built)), turn };
    for (const heard of listeners) heard();
  };
  const early = (state: BuiltState): void => {
    if (sight.state === null) show({ state, errors: [] });
  };
  const run = async (): Promise<void> => {
    while (asked) {
      asked = false;
      show(await build(early));
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
