import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { streamSSE } from 'hono/streaming';
import { pictureType } from '../text/pictures.ts';
import { textOf } from './checks.ts';
import { type DerivedName, deriveBytes, derivedNames } from './frames.ts';
import { commonHeaders, framePolicy, pagePolicy, refusal } from './guard.ts';
import { linksOf, type TryOptions, tryLinks } from './links.ts';
import { overlay } from './overlay.ts';
import { issuePage } from './pages/issue.ts';
import type { PreviewPage } from './pages/page.ts';
import { findPage } from './routes.ts';
import type { Session } from './session.ts';
import { renderShell } from './shell.ts';
import { isRendered, type PreviewState } from './state.ts';
import { sheet } from './styles/sheet.ts';

/** Milliseconds in which a page is shown and its frames are loaded. */
const breath = 250;

const script = readFileSync(new URL('./client.js', import.meta.url), 'utf8');

export type AppOptions = {
  session: Session;
  port: () => number;
  /** How links are tried when somebody asks for it. */
  trying: TryOptions;
};

/** The preview as a web application: pages, bytes, and a stream that tells when there are new ones. */
export function createApp({ session, port, trying }: AppOptions): Hono {
  // Tells a page that it was made by another process: its turns cannot be compared with ours.
  const run = randomUUID().slice(0, 8);
  let added = 0;
  /** Of which build a page is, and after the dot how often something was added to what is known of it. */
  const turn = (): string => `${run}-${session.sight().turn}.${added}`;
  const open = new Set<() => void>();
  /** What a page left for later is made when it and its frames have gone out: it may hold everything up. */
  const complete = (state: PreviewState, later: () => Promise<unknown>): void => {
    setTimeout(async () => {
      if (session.sight().state !== state) return;
      const isMade = await later().then(
        () => true,
        // Asked for by itself, it says why.
        () => false,
      );
      if (!isMade) return;
      added += 1;
      for (const tell of open) tell();
    }, breath).unref();
  };
  const app = new Hono();
  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(commonHeaders)) context.header(name, value);
    const { method } = context.req;
    const path = pathOf(context);
    const refused = refusal({ method, path, header: (name) => context.req.header(name) }, port());
    return refused ? context.text(`${refused.words}\n`, refused.status) : await next();
  });
  app.get('/style.css', (context) => context.body(sheet, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/client.js', (context) =>
    context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const tell = (): Promise<void> => stream.writeSSE({ event: 'turn', data: turn() });
      const deaf = session.listen(() => void tell());
      open.add(tell);
      const gone = new Promise<void>((resolve) => stream.onAbort(resolve));
      await tell();
      await gone;
      open.delete(tell);
      deaf();
    }),
  );
  app.get('/raw/*', (context) => rawFile(context, session));
  app.get('/derived/:issue/:name', (context) => derived(context, session));
  app.post('/issues/:issue/links/', async (context) => {
    const { state } = session.sight();
    const key = context.req.param('issue');
    if (!state?.rendered.files.has(`${key}/email.html`)) return await show(context, null);
    const links = linksOf(textOf(state.rendered, `${key}/email.html`), state.newsletter.config.url);
    const tried = await tryLinks(links, trying);
    return await show(context, await issuePage(state, key, { kind: 'links' }, tried));
  });
  app.get('*', async (context) => {
    const { state, faults } = session.sight();
    const path = pathOf(context);
    // Two strokes at the beginning would name another host.
    if (!path.endsWith('/'))
      return context.redirect(`${path.replace(/^\/+/u, '/')}/${new URL(context.req.url).search}`, 301);
    if (!state) return await show(context, faults.length > 0 ? nothingYet : beginning, 200);
    if (path.startsWith('/issues/') && !isRendered(state))
      return await show(context, faults.length > 0 ? nothingYet : rendering, 200);
    return await show(context, await findPage(state, path, new URL(context.req.url).searchParams));
  });
  const show = async (context: Context, page: PreviewPage | null, status = page ? 200 : 404) => {
    const { state, faults, errors } = session.sight();
    const address = pathOf(context);
    const surroundings = { address, live: { turn: turn() }, overlay: overlay(faults, errors) };
    const markup = await renderShell(state, page ?? missing, surroundings);
    if (state && page?.later) complete(state, page.later);
    return context.body(markup, status as 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy,
    });
  };
  return app;
}

function pathOf(context: Context): string {
  return new URL(context.req.url).pathname;
}

const types: { [ending: string]: string } = {
  html: 'text/html; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  eml: 'message/rfc822',
  png: pictureType('.png'),
  jpg: pictureType('.jpg'),
  gif: pictureType('.gif'),
};

/** A file of out/ by its name there, and nothing else: what is not in memory cannot be asked for. */
function rawFile(context: Context, session: Session): Response {
  const path = pathOf(context).slice('/raw/'.length);
  const content = session.sight().state?.rendered.files.get(path);
  if (content === undefined) return context.text('There is no such file.\n', 404);
  const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return context.body(content as string | Uint8Array<ArrayBuffer>, 200, {
    'content-type': type,
    'content-security-policy': framePolicy,
  });
}

async function derived(context: Context, session: Session): Promise<Response> {
  const { state } = session.sight();
  const name = derivedNames.find((n) => `${n}.html` === context.req.param('name'));
  const bytes =
    state && name && (await deriveBytes(state, context.req.param('issue') ?? '', name satisfies DerivedName));
  if (!bytes) return context.text('There is no such file.\n', 404);
  return context.body(bytes, 200, {
    'content-type': types['html'] ?? '',
    'content-security-policy': framePolicy,
  });
}

const beginning: PreviewPage = {
  title: 'Reading',
  nav: 'overview',
  body: html`<div class="pane"><div class="content"><h1>Reading the articles …</h1><p>The pages appear here as soon as they are built.</p></div></div>`,
};

const rendering: PreviewPage = {
  title: 'Rendering',
  nav: 'issues',
  body: html`<div class="pane"><div class="content"><h1>Rendering the emails …</h1><p>The issue appears here in a moment.</p></div></div>`,
};

const nothingYet: PreviewPage = {
  title: 'Nothing built yet',
  nav: 'overview',
  body: html`<div class="pane"><div class="content"><h1>Nothing is built yet</h1><p>The pages appear here as soon as what is wrong is mended.</p></div></div>`,
};

const missing: PreviewPage = {
  title: 'Not found',
  nav: 'overview',
  body: html`<div class="pane"><div class="content"><h1>There is no such page</h1><p>An issue, a file or a view of that name is not there, or not any more. <a href="/">To the overview</a></p></div></div>`,
};
