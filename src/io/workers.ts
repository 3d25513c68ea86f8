import { parentPort, Worker } from 'node:worker_threads';

/** What one question may cost: seconds of real time, megabytes of the thread's heap. */
export type Costs = { seconds: number; megabytes: number };

/** An answer, or why there is none. */
export type Outcome<Answer> =
  | { answer: Answer }
  | { stopped: 'time' }
  | { stopped: 'memory' }
  | { stopped: 'fault'; reason: string; cause?: unknown };

export type Asker<Question, Answer> = {
  /** One question at a time: the next is asked when the answer is there. */
  ask: (question: Question) => Promise<Outcome<Answer>>;
  close: () => Promise<void>;
};

/**
 * A thread that answers one question after another and can be stopped even in a loop that never yields. A question
 * that finds no thread starts one; the time that takes does not count for it.
 */
export function openWorker<Question, Answer>(entry: URL, costs: Costs): Asker<Question, Answer> {
  let thread: Thread | null = null;
  const close = async (): Promise<void> => {
    await thread?.end();
    thread = null;
  };
  const ask = async (question: Question): Promise<Outcome<Answer>> => {
    thread ??= await start(entry, costs);
    const outcome = await thread.ask<Question, Answer>(question, costs.seconds);
    if ('stopped' in outcome) await close();
    return outcome;
  };
  return { ask, close };
}

type Thread = {
  ask: <Question, Answer>(question: Question, seconds: number) => Promise<Outcome<Answer>>;
  end: () => Promise<void>;
};

/** Resolves when the thread has loaded what it needs. */
async function start(entry: URL, { megabytes }: Costs): Promise<Thread> {
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  const end = async (): Promise<void> => {
    worker.removeAllListeners('error').on('error', () => {});
    await worker.terminate();
  };
  const ready = await listen(worker, null);
  if ('stopped' in ready) {
    await end();
    const fault = ready.stopped === 'fault' ? ready : { reason: 'memory', cause: undefined };
    throw new Error(`${entry.href} does not start: ${fault.reason}`, { cause: fault.cause });
  }
  const ask = <Question, Answer>(question: Question, seconds: number): Promise<Outcome<Answer>> => {
    const outcome = listen<Answer>(worker, seconds);
    worker.postMessage(question);
    return outcome;
  };
  return { ask, end };
}

/** The next that is heard of a thread: a message, an error, its end, or nothing in time. */
function listen<Answer>(worker: Worker, seconds: number | null): Promise<Outcome<Answer>> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome<Answer>): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    const onMessage = (answer: Answer): void => settle({ answer });
    const onError = (error: NodeJS.ErrnoException): void =>
      settle(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? { stopped: 'memory' }
          : { stopped: 'fault', reason: error.message, cause: error },
      );
    const onExit = (code: number): void => settle({ stopped: 'fault', reason: `it ended with code ${code}` });
    // An answer that came while this thread was busy itself is heard before its time is up.
    const giveUp = (): void => void setImmediate(() => settle({ stopped: 'time' }));
    const timer = seconds === null ? undefined : setTimeout(giveUp, seconds * 1000);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

/** The other side: answers what this thread is asked. To be called once everything is loaded. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answer(question)));
  parentPort?.postMessage('ready');
}
