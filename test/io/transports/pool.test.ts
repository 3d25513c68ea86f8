import { expect, test } from 'vitest';
import { openPool, type Pool } from '../../../src/io/transports/pool.ts';

type Line = { name: number; isOpen: boolean };

function makePool(size: number): { pool: Pool<Line>; opened: Line[] } {
  const opened: Line[] = [];
  const pool = openPool<Line>({
    size,
    open: async () => {
      const line = { name: opened.length + 1, isOpen: true };
      opened.push(line);
      return line;
    },
    close: (line) => {
      line.isOpen = false;
    },
    isOpen: (line) => line.isOpen,
  });
  return { pool, opened };
}

test('no more are open than allowed, and all are served in their order', async () => {
  const { pool, opened } = makePool(3);
  const order: number[] = [];
  let [now, most] = [0, 0];
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      pool.use(async () => {
        order.push(i);
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 1));
        now -= 1;
        return { value: i, keep: true };
      }),
    ),
  );
  expect([most, opened.length]).toEqual([3, 3]);
  expect(order).toEqual(Array.from({ length: 20 }, (_, i) => i));
});

test('one that is not to be kept, or has ended meanwhile, is not handed on', async () => {
  const { pool, opened } = makePool(1);
  const name = (keep: boolean) => pool.use(async (line, isNew) => ({ value: [line.name, isNew], keep }));
  expect(await name(true)).toEqual([1, true]);
  expect(await name(false)).toEqual([1, false]);
  expect(await name(true)).toEqual([2, true]);
  if (opened[1]) opened[1].isOpen = false;
  expect(await name(true)).toEqual([3, true]);
});

test('renewed, it hands on none of those that were kept', async () => {
  const { pool, opened } = makePool(3);
  const use = () => pool.use(async ({ name }, isNew) => ({ value: [name, isNew], keep: true }));
  await Promise.all([use(), use(), use()]);
  pool.renew();
  expect(opened.map(({ isOpen }) => isOpen)).toEqual([false, false, false]);
  expect(await use()).toEqual([4, true]);
});

test('a fault gives its place to the next', async () => {
  const { pool } = makePool(1);
  const fault = pool.use(async () => Promise.reject(new Error('broken')));
  const next = pool.use(async (line) => ({ value: line.name, keep: true }));
  await expect(fault).rejects.toThrow('broken');
  expect(await next).toBe(2);
});

test('closed, it closes what is in use and opens no more', async () => {
  const { pool, opened } = makePool(1);
  let end = (): void => {};
  const use = pool.use(async () => {
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    return { value: 'done', keep: true };
  });
  await new Promise(setImmediate);
  pool.close();
  expect(opened[0]?.isOpen).toBe(false);
  end();
  expect(await use).toBe('done');
  await expect(pool.use(async () => ({ value: 1, keep: true }))).rejects.toThrow('closed');
});
