/** `again`: it could not be done now, but perhaps later. */
export type Job = () => Promise<'done' | 'again'>;

export type Queue = {
  /** False, and nothing taken, when it is full or about to end. The job begins later, never within the call. */
  add: (job: Job) => boolean;
  /** Resolves when nothing runs and nothing waits. */
  idle: () => Promise<void>;
  /** Takes no more, lets everything have one more try at once, and resolves when all are done. */
  drain: () => Promise<void>;
};

export type QueueOptions = {
  /** Most jobs that wait or run. */
  room: number;
  /** How many run at the same time. */
  workers: number;
  /** Milliseconds before each further try; then a job is given up. */
  waits: readonly number[];
  /** Milliseconds before the first try, anew for each job. */
  delay: () => number;
  /** Is told of a job that threw: it is given up. */
  failed: (error: unknown) => void;
};

type Entry = { job: Job; tries: number };

/** What is done after an answer was given, so that the answer tells nothing of it. Bounded, in memory. */
export function openQueue({ room, workers, waits, delay, failed }: QueueOptions): Queue {
  const ready: Entry[] = [];
  const sleeping = new Map<Entry, NodeJS.Timeout>();
  let running = 0;
  let isClosing = false;
  const waiting: (() => void)[] = [];
  const size = (): number => ready.length + running + sleeping.size;
  const next = (): void => {
    while (running < workers && ready.length > 0) void run(ready.shift() as Entry);
    if (size() === 0) for (const resolve of waiting.splice(0)) resolve();
  };
  const run = async (entry: Entry): Promise<void> => {
    running += 1;
    const outcome = await entry.job().catch((error: unknown) => {
      failed(error);
      return 'done';
    });
    running -= 1;
    const wait = waits[entry.tries];
    entry.tries += 1;
    if (outcome === 'again' && wait !== undefined && !isClosing) sleep(entry, wait);
    next();
  };
  const sleep = (entry: Entry, wait: number): void => {
    const timer = setTimeout(() => wake(entry), wait);
    sleeping.set(entry, timer);
  };
  const wake = (entry: Entry): void => {
    clearTimeout(sleeping.get(entry));
    sleeping.delete(entry);
    ready.push(entry);
    next();
  };
  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      next();
    });
  return {
    add(job) {
      if (isClosing || size() >= room) return false;
      sleep({ job, tries: 0 }, delay());
      return true;
    },
    idle,
    drain() {
      isClosing = true;
      for (const entry of [...sleeping.keys()]) wake(entry);
      return idle();
    },
  };
}
