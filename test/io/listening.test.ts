import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { listenAt, portOf } from '../../src/io/listening.ts';

test('a port that is free is had, one that is taken is told, and can be tried again', async () => {
  const [one, two] = [createServer(), createServer()];
  expect(await listenAt(one, 0, '127.0.0.1')).toBeNull();
  expect(portOf(one)).toBeGreaterThan(0);
  expect(await listenAt(two, portOf(one), '127.0.0.1')).toBe('another program uses it');
  expect(await listenAt(two, 0, '127.0.0.1')).toBeNull();
  expect(portOf(two)).not.toBe(portOf(one));
  one.close();
  two.close();
});

test('an address of another machine is told', async () => {
  expect(await listenAt(createServer(), 0, '192.0.2.1')).toBe('this machine has no such address');
});
