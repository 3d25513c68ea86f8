import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Config } from '../config.ts';
import type { DkimKey } from '../deliver/dkim.ts';
import { listIdOf } from '../deliver/mail.ts';
import type { State, Transport } from '../deliver/types.ts';
import { fail } from '../errors.ts';
import { listenAt, portOf } from '../io/listening.ts';
import { loadTemplates } from '../io/newsletter.ts';
import { siteOf } from '../pipeline/site.ts';
import { compileTemplates } from '../render/templates.ts';
import { type App, createApp } from './app.ts';
import { openShelf } from './published.ts';

export type ServeOptions = {
  folder: string;
  config: Config;
  /** Public address; see `serve.url`. */
  serveUrl: string;
  state: State;
  transport: Transport;
  dkim: readonly DkimKey[];
  secret: string;
  host: string;
  /** 0: any that is free. */
  port: number;
  log: (line: string) => void;
  now: () => number;
  newId: () => string;
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
  const site = siteOf(config);
  const app = createApp({
    ...options,
    serveUrl: options.serveUrl.replace(/\/+$/u, ''),
    site,
    templates: compileTemplates(loadTemplates(folder, config)),
    list: { id: listIdOf(site), returnPath: config.sending.returnPath ?? config.sender.email },
    confirmDays: config.serve.confirmDays,
    trustedProxies: config.serve.trustedProxies,
    shelf: openShelf(join(folder, 'out'), { onlySealed: config.publish === 'sealed' }),
    isWell: async () => (await state.recall('health')) === null,
  });
  return await listen(app, options);
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
  const fault = await listenAt(server, port, host);
  if (fault !== null) {
    const hint = 'Name another with --port or serve.port, or end the program that has it.';
    fail('port-taken', `port ${port} of ${host} cannot be had: ${fault}`, { hint });
  }
  return {
    port: portOf(server),
    async close() {
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection that is kept open is only known to be idle after its answer.
      const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50);
      const late = setTimeout(
        () => 'closeAllConnections' in server && server.closeAllConnections(),
        patience,
      );
      await ended;
      clearInterval(idle);
      clearTimeout(late);
      await app.drain();
    },
  };
}
