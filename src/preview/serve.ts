import { createAdaptorServer } from '@hono/node-server';
import { fail } from '../errors.ts';
import { configName } from '../io/config-file.ts';
import { listenAt, portOf } from '../io/listening.ts';
import { ourTemplates } from '../io/newsletter.ts';
import { openBuilder } from './building.ts';
import { type TryOptions, tryLimits } from './links.ts';
import { openSession, type Session } from './session.ts';
import { openWatcher, watchedFolders } from './watching.ts';

export type PreviewOptions = {
  folder: string;
  /** A port that must be had, or null: the first that is free. */
  port: number | null;
  trying?: TryOptions;
};

export type Preview = {
  /** `http://127.0.0.1:4460/` */
  address: string;
  session: Session;
  close: () => Promise<void>;
};

/** Where one looks for a port when none is asked for: the same one each time, so that addresses can be kept. */
const firstPort = 4460;
const tries = 20;

/** Serves the preview of a newsletter on this machine until it is closed. The first build runs meanwhile. */
export async function servePreview({ folder, port, trying = tryLimits }: PreviewOptions): Promise<Preview> {
  const builder = openBuilder(folder);
  const watcher = openWatcher(() => session.request());
  const session = openSession((early) => {
    // Before the files are read: what changes from now on is heard.
    watcher.refresh(
      watchedFolders(folder, { templates: builder.templates(), ours: ourTemplates(), configName }),
    );
    return builder.build(early);
  });
  const at = { port: 0 };
  // Loaded once somebody can be told to wait.
  const load = async () => (await import('./app.ts')).createApp({ session, port: () => at.port, trying });
  let app: ReturnType<typeof load> | null = null;
  const server = createAdaptorServer({
    fetch: async (request, env) => {
      app ??= load();
      return (await app).fetch(request, env);
    },
    overrideGlobalObjects: false,
  });
  const close = async (): Promise<void> => {
    watcher.close();
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await session.settled();
    await builder.close();
  };
  try {
    at.port = await listen(server, port);
  } catch (error) {
    await close();
    throw error;
  }
  session.request();
  app ??= load();
  return { address: `http://127.0.0.1:${at.port}/`, session, close };
}

type Server = ReturnType<typeof createAdaptorServer>;

/** Listens on this machine only. What stands in the way in words, or null. */
function attempt(server: Server, port: number): Promise<string | null> {
  return listenAt(server, port, '127.0.0.1');
}

async function listen(server: Server, port: number | null): Promise<number> {
  if (port !== null) {
    const taken = await attempt(server, port);
    if (taken === null) return portOf(server);
    const hint = 'Name another with --port, or leave it out: then the next free one is taken.';
    return fail('port-taken', `port ${port} cannot be had: ${taken}`, { hint });
  }
  for (let next = firstPort; next < firstPort + tries; next += 1)
    if ((await attempt(server, next)) === null) return portOf(server);
  const last = await attempt(server, 0);
  return last === null ? portOf(server) : fail('port-taken', `no port can be had: ${last}`);
}
