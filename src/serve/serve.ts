import type { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Config } from '../config.ts';
import type { DkimKey } from '../deliver/dkim.ts';
import type { List } from '../deliver/mail.ts';
import type { State, Transport } from '../deliver/types.ts';
import { forgetUnconfirmed } from '../deliver/unconfirmed.ts';
import { fail } from '../errors.ts';
import { listenAt, portOf } from '../io/listening.ts';
import { loadTemplates } from '../io/newsletter.ts';
import { compileTemplates } from '../render/templates.ts';
import type { Site } from '../types.ts';
import { type App, createApp } from './app.ts';
import { openShelf } from './published.ts';

export type ServeOptions = {
  folder: string;
  config: Config;
  /** Public address; see `serve.url`. */
  serveUrl: string;
  state: State;
  transport: Transport;
  site: Site;
  list: Pick<List, 'id' | 'returnPath'>;
  dkim: readonly DkimKey[];
  secret: string;
  host: string;
  /** 0: any that is free. */
  port: number;
  log: (line: string) => void;
  now: () => number;
  newId: () => string;
  /** From 0 up to 1, as Math.random gives it. */
  random: () => number;
};

export type Served = {
  /** Port it listens on. */
  port: number;
  /** Takes no more requests, ends those in flight, and sends what was promised. */
  close: () => Promise<void>;
};

/** Serves the web app of a newsletter. Faults: `port-taken`, and those of templates. */
export async function servePublic(options: ServeOptions): Promise<Served> {
  const { folder, config, state } = options;
  const app = createApp({
    ...options,
    serveUrl: options.serveUrl.replace(/\/+$/u, ''),
    templates: compileTemplates(loadTemplates(folder, config)),
    confirmDays: config.serve.confirmDays,
    trustedProxies: config.serve.trustedProxies,
    shelf: openShelf(join(folder, 'out'), { onlySealed: config.publish === 'sealed' }),
    // Who measures how soon the next answer comes must not learn from it what was done for the last.
    delay: () => 200 + 1800 * options.random(),
    isWell: async () => (await state.recall('health')) === null,
  });
  const served = await listen(app, options);
  await forgetSome(options);
  const timer = setInterval(() => void forgetSome(options), day);
  return {
    ...served,
    close() {
      clearInterval(timer);
      return served.close();
    },
  };
}

const day = 86_400_000;

async function forgetSome({ state, config, now, log }: ServeOptions): Promise<void> {
  const { confirmDays } = config.serve;
  try {
    const count = await forgetUnconfirmed(state.subscribers, { confirmDays, now: now() });
    if (count > 0) log(`${count} who never confirmed are forgotten`);
  } catch (error) {
    // Another process writes, say; tomorrow is soon enough.
    log(`who never confirmed could not be forgotten: ${(error as Error).message}`);
  }
}

/** Milliseconds that requests in flight have when it ends. */
const patience = 10_000;

/** Puts an app on a port. */
export async function listen(
  app: Pick<App, 'fetch' | 'drain'>,
  { host, port }: Pick<ServeOptions, 'host' | 'port'>,
): Promise<Served> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    // Who sends a header letter by letter is not waited for.
    serverOptions: { headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 65_000 },
  });
  const lines = watchLines(server);
  const fault = await listenAt(server, port, host);
  if (fault !== null) {
    const hint = 'Name another with --port or serve.port, or end the program that has it.';
    fail('port-taken', `port ${port} of ${host} cannot be had: ${fault}`, { hint });
  }
  return {
    port: portOf(server),
    async close() {
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      const started = performance.now();
      const timer = setInterval(() => lines.end(performance.now() - started > patience), 20);
      await ended;
      clearInterval(timer);
      await app.drain();
    },
  };
}

/** Keeps an eye on all connections: one on which nothing was asked would keep a server from ending. */
function watchLines(server: EventEmitter): { end: (all: boolean) => void } {
  const open = new Set<Socket>();
  const busy = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    busy.add(socket);
    response.once('close', () => busy.delete(socket));
  });
  return {
    end(all) {
      for (const socket of open) if (all || !busy.has(socket)) socket.destroy();
    },
  };
}
