import { expect, test } from 'vitest';
import type { Built, BuiltState } from '../../src/preview/building.ts';
import { openSession } from '../../src/preview/session.ts';
import type { PreviewState } from '../../src/preview/state.ts';

const good = (): Built => ({ state: {} as PreviewState, errors: [] });
const bad = (): Built => ({
  faults: [{ code: 'config-invalid', severity: 'error', message: 'no', excerpt: [] }],
});

/** Builds that end when they are told to. */
function slowBuilds() {
  const running: ((built: Built) => void)[] = [];
  let most = 0;
  let started = 0;
  const build = (): Promise<Built> => {
    started += 1;
    return new Promise((resolve) => {
      running.push(resolve);
      most = Math.max(most, running.length);
    });
  };
  const end = async (built: Built): Promise<void> => {
    running.shift()?.(built);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { build, end, count: () => ({ most, started }) };
}

test('what is asked for during a build is built once, after it', async () => {
  const { build, end, count } = slowBuilds();
  const session = openSession(build);
  for (let i = 0; i < 5; i += 1) session.request();
  expect(count().started).toBe(1);
  for (let i = 0; i < 5; i += 1) session.request();
  await end(good());
  expect(count()).toEqual({ most: 1, started: 2 });
  await end(good());
  await session.settled();
  expect(count()).toEqual({ most: 1, started: 2 });
  session.request();
  expect(count().started).toBe(3);
  await end(good());
  expect(session.sight()).toMatchObject({ turn: 3, state: { generation: 3 } });
});

test('a fault keeps the last good build, and goes with the next one', async () => {
  const { build, end } = slowBuilds();
  const session = openSession(build);
  const heard: number[] = [];
  const deaf = session.listen(() => heard.push(session.sight().faults.length));
  session.request();
  await end(good());
  session.request();
  await end(bad());
  const faults = [{ message: 'no' }];
  expect(session.sight()).toMatchObject({ turn: 2, state: { generation: 1, faults }, faults });
  session.request();
  await end(good());
  expect(session.sight()).toMatchObject({ turn: 3, state: { generation: 2, faults: [] }, faults: [] });
  deaf();
  session.request();
  await end(bad());
  expect(heard).toEqual([0, 1, 0]);
});

test('what a build hands over early is shown where there is nothing else', async () => {
  const name = (title: string) => ({ title }) as unknown as BuiltState;
  let round = 0;
  const session = openSession(async (early) => {
    round += 1;
    early(name(`early ${round}`));
    return { state: name(`whole ${round}`), errors: [] };
  });
  const heard: unknown[] = [];
  session.listen(() => heard.push(session.sight()));
  session.request();
  await session.settled();
  session.request();
  await session.settled();
  expect(heard).toMatchObject([
    { turn: 1, state: { title: 'early 1', generation: 1 } },
    { turn: 2, state: { title: 'whole 1', generation: 2 } },
    { turn: 3, state: { title: 'whole 2', generation: 3 } },
  ]);
});
