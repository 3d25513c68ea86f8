import { createServer } from 'node:net';
import { listenAt, portOf } from '../src/io/listening.ts';

/** A port of this machine that was free a moment ago, far from those that a server looks at by itself. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await listenAt(server, 0, '127.0.0.1');
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
