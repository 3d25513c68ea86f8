import { expect, test } from 'vitest';
import { type Job, openQueue, type QueueOptions } from '../../src/serve/queue.ts';

const open = (options: Partial<QueueOptions> = {}) => {
  const failed: unknown[] = [];
  const queue = openQueue({
    room: 3,
    workers: 2,
    waits: [1, 1],
    delay: () => 0,
    failed: (error) => failed.push(error),
    ...options,
  });
  return { ...queue, failed };
};

/** A job that gives these outcomes, one a try. */
const job = (...outcomes: ('done' | 'again')[]): { job: Job; tries: () => number } => {
  let tries = 0;
  return {
    job: async () => {
      tries += 1;
      return outcomes[tries - 1] ?? 'done';
    },
    tries: () => tries,
  };
};

const pause = (milliseconds = 30) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('a job begins after whoever gave it has gone on', async () => {
  const { add, drain } = open();
  const one = job();
  expect(add(one.job)).toBe(true);
  await Promise.resolve();
  expect(one.tries()).toBe(0);
  await drain();
  expect(one.tries()).toBe(1);
});

test('it has room for so many, and no more; those who wait for another try count', async () => {
  const { add, drain } = open({ waits: [1_000_000] });
  const jobs = Array.from({ length: 4 }, () => job('again'));
  expect(jobs.map((one) => add(one.job))).toEqual([true, true, true, false]);
  await pause();
  expect(add(job().job)).toBe(false);
  await drain();
  expect(jobs.map((one) => one.tries())).toEqual([2, 2, 2, 0]);
});

test('not more than so many run at the same time', async () => {
  const { add, drain } = open({ room: 9 });
  let [running, most] = [0, 0];
  for (let i = 0; i < 9; i += 1)
    add(async () => {
      running += 1;
      most = Math.max(most, running);
      await pause(1);
      running -= 1;
      return 'done';
    });
  await drain();
  expect([running, most]).toEqual([0, 2]);
});

test('what could not be done is tried again, and given up', async () => {
  const { add, idle, drain } = open();
  const jobs = [job('again', 'done'), job('again', 'again', 'again', 'again')];
  for (const one of jobs) add(one.job);
  await idle();
  expect(jobs.map((one) => one.tries())).toEqual([2, 3]);
  await drain();
  expect(jobs.map((one) => one.tries())).toEqual([2, 3]);
});

test('a job that throws is told, and does no harm', async () => {
  const { add, drain, failed } = open();
  const fine = job();
  add(() => Promise.reject(new Error('no')));
  add(fine.job);
  await drain();
  expect([fine.tries(), failed.length]).toEqual([1, 1]);
});

test('idle is when nothing is left, and at once when nothing was', async () => {
  const { add, idle } = open();
  await idle();
  const one = job('again', 'done');
  add(one.job);
  await Promise.all([idle(), idle()]);
  expect(one.tries()).toBe(2);
  add(one.job);
  await idle();
  expect(one.tries()).toBe(3);
});

test('about to end, it takes nothing', async () => {
  const { add, drain } = open();
  await drain();
  expect(add(job().job)).toBe(false);
});

test('a job waits before it begins, as long as it is told to; an end waits for nothing', async () => {
  const delays = [0, 1_000_000];
  const { add, drain } = open({ delay: () => delays.shift() ?? 0 });
  const jobs = [job(), job()];
  for (const one of jobs) add(one.job);
  await pause();
  expect(jobs.map((one) => one.tries())).toEqual([1, 0]);
  await drain();
  expect(jobs.map((one) => one.tries())).toEqual([1, 1]);
});
