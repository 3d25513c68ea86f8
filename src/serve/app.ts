import { setTimeout } from 'node:timers/promises';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { routePath } from 'hono/route';
import type { Transport } from '../deliver/types.ts';
import { isBusy } from '../io/state/database.ts';
import { type Entered, type NoticeName, oneClickText, renderServePage } from '../render/serve-page.ts';
import { openAllowance } from './allowance.ts';
import { confirm, type Desk, leave, lookToConfirm, lookToLeave, openAnswer, readAsking } from './desk.ts';
import { readForm } from './forms.ts';
import { archivePolicy, headersOf } from './headers.ts';
import { openNetworks } from './networks.ts';
import { isFolder, isFresh, type Published } from './published.ts';
import { type Job, openQueue } from './queue.ts';

export type AppDeps = Desk & {
  transport: Pick<Transport, 'send'>;
  /** Finds a file of the archive; see `openShelf`. */
  shelf: (path: string) => Promise<Published | null>;
  trustedProxies: readonly string[];
  /** Whether the state answers. */
  isWell: () => Promise<boolean>;
  /** Gets a line for each request and mail. There is no address, no token and no visitor in it. */
  log: (line: string) => void;
  /** Milliseconds after which a mail that could not be sent is tried again; then it is given up. */
  waits?: readonly number[];
  /** Milliseconds from the answer of the form to what comes of it, anew each time. */
  delay: () => number;
  /** Milliseconds before each further try to write what a reader wants while another process writes. */
  pauses?: readonly number[];
};

export type App = {
  fetch: Hono['fetch'];
  request: Hono['request'];
  /** Resolves when every mail that was promised so far is sent or given up. */
  idle: () => Promise<void>;
  /** The same, and promises no more. */
  drain: () => Promise<void>;
};

/** How often the form may be sent, from one network and in all: our mails are not to be a weapon against others. */
const fromNetwork = { count: 20, seconds: 3600 };
const fromAll = { count: 1000, seconds: 3600 };

/** Most mails that wait to be sent. */
const mostMails = 500;

const statusOf = { type: 415, size: 413, broken: 400 } as const;

const defaultWaits = [10_000, 60_000, 300_000];
const defaultPauses = [200, 400, 800, 1600, 2000];

/** The public web app. Nothing in it looks at Host: links come from the config, and nothing is shown to its owner alone. */
export function createApp(deps: AppDeps): App {
  const { log, site, templates } = deps;
  const { pathname, protocol } = new URL(deps.serveUrl);
  const base = pathname.replace(/\/+$/u, '');
  const headers = headersOf(protocol === 'https:');
  const networkOf = openNetworks(deps.trustedProxies);
  const allowances = { network: openAllowance(fromNetwork), all: openAllowance(fromAll) };
  const queue = openQueue({
    room: mostMails,
    workers: 4,
    waits: deps.waits ?? defaultWaits,
    delay: deps.delay,
    failed: (error) => log(`mail failed: ${nameFault(error)}`),
  });
  // A slash at the end of a path makes no other page; the archive looks for itself.
  const app = new Hono({ getPath: ({ url }) => pathBelow(base, url).replace(/(?!^)\/+$/u, '') });

  const show = (
    context: Context,
    name: NoticeName,
    status: 200 | 400 | 404 | 405 | 413 | 415 | 429 | 500 | 503 = 200,
    entered?: Entered,
  ): Response => {
    const places = { base, token: context.req.param('token') ?? '' };
    const page = renderServePage(name, site, templates, places, entered);
    return context.body(page, status, { 'content-type': 'text/html; charset=utf-8' });
  };
  const tooMany = (context: Context): Response => {
    context.header('retry-after', '3600');
    return show(context, 'tooMany', 429);
  };

  const patiently = <T>(perform: () => Promise<T>) => tryAgain(perform, deps.pauses ?? defaultPauses);

  app.use(async (context, next) => {
    const start = deps.now();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    await next();
    const route = routePath(context);
    if (route !== '/health')
      log(`${context.req.method} ${route} ${context.res.status} ${deps.now() - start} ms`);
  });

  app.get('/health', async (context) =>
    (await deps.isWell().catch(() => false)) ? context.text('well\n') : context.text('unwell\n', 503),
  );

  app.get('/subscribe', (context) => show(context, 'subscribe'));
  // Another site's page may send this form: a newsletter's own site is expected to, and the mail asks in any case.
  app.post('/subscribe', async (context) => {
    const network = networkOf({ peer: peerOf(context), forwarded: context.req.header('x-forwarded-for') });
    const now = deps.now();
    if (!allowances.network(network, now) || !allowances.all('', now)) return tooMany(context);
    const read = await readForm(context.req.raw);
    if ('fault' in read) return show(context, 'unreadable', statusOf[read.fault]);
    const { email = '', name = '', website = '' } = read.form;
    // More than anybody needs is not sent back.
    const entered = { email: email.slice(0, 255), name: name.slice(0, 81) };
    const asking = readAsking(entered.email, entered.name);
    if (!asking) return show(context, 'wrongAddress', 400, entered);
    // From here on the answer is the same, and as fast, whoever's address it is.
    const isTrapped = website !== '';
    if (!isTrapped && !queue.add(answerJob(deps, openAnswer(deps, asking)))) return tooMany(context);
    return show(context, 'inbox');
  });

  // Programs that scan mails follow links: only the button acts.
  app.get('/confirm/:token', async (context) => {
    const found = await lookToConfirm(deps, context.req.param('token'));
    if (found === 'stale') return show(context, 'staleConfirm', 400);
    return show(context, found === 'open' ? 'confirm' : 'confirmed');
  });
  app.post('/confirm/:token', async (context) => {
    const read = await readForm(context.req.raw);
    if ('fault' in read) return show(context, 'unreadable', statusOf[read.fault]);
    const done = await patiently(() => confirm(deps, context.req.param('token')));
    return done === 'stale' ? show(context, 'staleConfirm', 400) : show(context, 'confirmed');
  });

  app.get('/unsubscribe', (context) => show(context, 'findLink'));
  app.get('/unsubscribe/:token', async (context) => {
    const found = await lookToLeave(deps, context.req.param('token'));
    if (found === 'stale') return show(context, 'staleLeave', 400);
    return show(context, found === 'open' ? 'leave' : 'left');
  });
  // No limit here: a large provider asks for all its people from one network.
  app.post('/unsubscribe/:token', async (context) => {
    const read = await readForm(context.req.raw);
    // The link is enough: whoever wants to leave need not know how to send a form.
    if ('fault' in read && read.fault !== 'broken') return show(context, 'unreadable', statusOf[read.fault]);
    const isOneClick = 'form' in read && read.form['List-Unsubscribe'] === 'One-Click';
    const reason = isOneClick ? 'one click' : 'by the page';
    const done = await patiently(() => leave(deps, context.req.param('token'), reason));
    if (isOneClick) return context.text(`${oneClickText(done, site)}\n`, done === 'done' ? 200 : 410);
    return done === 'stale' ? show(context, 'staleLeave', 400) : show(context, 'left');
  });

  app.get('*', async (context) => {
    const path = pathBelow(base, context.req.url).slice(1);
    const isBare =
      isFolder(path) || (path === '' && new URL(context.req.url).pathname === base && base !== '');
    if (isBare) return context.redirect(`${base}/${path === '' ? '' : `${path}/`}`, 301);
    const file = await deps.shelf(path);
    if (!file) return show(context, 'missing', 404);
    context.header('content-security-policy', archivePolicy);
    context.header('cache-control', 'public, max-age=300');
    context.header('etag', file.tag);
    context.header('last-modified', file.modified.toUTCString());
    context.res.headers.delete('x-robots-tag');
    // Readers of the feed that are web pages show them from here.
    if (file.type.startsWith('image/')) context.header('cross-origin-resource-policy', 'cross-origin');
    if (isFresh(file, (name) => context.req.header(name))) return context.body(null, 304);
    return context.body(file.bytes, 200, { 'content-type': file.type });
  });
  app.all('*', (context) => {
    context.header('allow', 'GET, HEAD');
    return show(context, 'missing', 405);
  });
  app.onError((error, context) => {
    log(`failed: ${nameFault(error)}`);
    if (isBusy(error)) context.header('retry-after', '60');
    return show(context, 'broken', isBusy(error) ? 503 : 500);
  });
  return { fetch: app.fetch, request: app.request, idle: queue.idle, drain: queue.drain };
}

/** What failed only because another process writes is done a little later; others are served meanwhile. */
async function tryAgain<T>(perform: () => Promise<T>, pauses: readonly number[]): Promise<T> {
  for (const pause of pauses) {
    try {
      return await perform();
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    await setTimeout(pause);
  }
  return await perform();
}

/** The same mail again where it did not get through; only the first time it is made, and counted. */
function answerJob(
  { transport, log }: Pick<AppDeps, 'transport' | 'log'>,
  prepare: ReturnType<typeof openAnswer>,
): Job {
  let mail: Awaited<ReturnType<typeof prepare>> = null;
  return async () => {
    try {
      mail ??= await prepare();
    } catch (error) {
      if (isBusy(error)) return 'again';
      throw error;
    }
    if (!mail) return 'done';
    // What the other server says may name the address.
    const { kind } = await transport.send(mail);
    log(`mail ${kind}`);
    return kind === 'later' || kind === 'not-tried' ? 'again' : 'done';
  };
}

/** The path below the web app, whether a proxy took its own part away or not. It begins with a slash. */
function pathBelow(base: string, url: string): string {
  const { pathname } = new URL(url);
  if (base !== '' && (pathname === base || pathname.startsWith(`${base}/`)))
    return pathname.slice(base.length) || '/';
  return pathname;
}

function peerOf(context: Context): string | undefined {
  return context.env?.incoming === undefined ? undefined : getConnInfo(context).remote.address;
}

/** Where something failed, without its words: they may hold an address. */
function nameFault(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const codes = (error as { diagnostics?: { code: string }[] }).diagnostics?.map(({ code }) => code) ?? [];
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return [error.name, ...codes, ...places.slice(0, 8).map((line) => line.trim())].join(' ');
}
