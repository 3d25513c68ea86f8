import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DigestifError, diagnose } from '../errors.ts';
import { type FileReader, openFileReader } from '../io/file-reader.ts';
import { loadNewsletter, type Newsletter, ourTemplates } from '../io/newsletter.ts';
import { createCache } from '../pipeline/cache.ts';
import type { Digest } from '../pipeline/digest.ts';
import type { Rendered } from '../pipeline/rendering.ts';
import type { Diagnostic } from '../types.ts';
import { readExcerpt } from './excerpt.ts';
import type { Shown } from './overlay.ts';
import type { PreviewState } from './state.ts';

const shownExcerpts = 20;

/** Milliseconds in which a page that waits can be made, before loading MJML holds everything up. */
const breath = 100;

export type BuiltState = Omit<PreviewState, 'generation' | 'faults'>;

/** A build that succeeded, or the faults that stopped it. */
export type Built = { state: BuiltState; errors: Shown[] } | { faults: Shown[] };

export type Builder = {
  /** The first build hands over early what there is before anything is rendered. */
  build: (early?: (state: BuiltState) => void) => Promise<Built>;
  /** Folder of the newsletter's own templates, as the newest readable config names it. */
  templates: () => string;
  close: () => Promise<void>;
};

/**
 * Builds a newsletter again and again, in memory: nothing is written, neither out/ nor the id ledger. Ids that are not
 * in the ledger are minted anew each time, so that every build gives the bytes that `digestif build` would give now.
 */
export function openBuilder(folder: string): Builder {
  const reading = openReading();
  const cache = createCache();
  let templates = join(folder, 'templates');
  let look = '';
  let isFirst = true;
  const make = async (early: (state: BuiltState) => void): Promise<Built> => {
    const newsletter = loadNewsletter(folder);
    templates = join(folder, newsletter.config.templates);
    look = newsletter.config.look;
    const read = await reading.start(newsletter);
    const { makeDigest, reportArticles } = await loadStages();
    const { value: digest, diagnostics } = await makeDigest({ ...newsletter, read, cache });
    const before = [...newsletter.diagnostics, ...diagnostics];
    const reports = await cache.run('reports', async (remember) => reportArticles(digest, remember));
    if (isFirst) {
      early({ newsletter, digest, rendered: expected(digest), reports, diagnostics: before });
      await pause(breath);
      isFirst = false;
    }
    const { renderDigest } = await import('../pipeline/rendering.ts');
    const rendered = await renderDigest(digest, {
      config: newsletter.config,
      templates: newsletter.templates,
      diagnostics: before,
      cache,
      only: undefined,
      progress: () => {},
    });
    const all = [...before, ...rendered.diagnostics];
    return {
      state: { newsletter, digest, rendered, reports, diagnostics: all },
      errors: show(all.filter((d) => d.severity === 'error')),
    };
  };
  /** The lines are read now: later they may be others. */
  const show = (complaints: readonly Diagnostic[]): Shown[] => {
    const ours = ourTemplates();
    const places = { folder, templates: [templates, join(ours, 'looks', look), ours] };
    return complaints.map((d, i) => ({ ...d, excerpt: i < shownExcerpts ? readExcerpt(d, places) : [] }));
  };
  return {
    build: (early = () => {}) => make(early).catch((error: unknown) => ({ faults: show(faultsOf(error)) })),
    templates: () => templates,
    close: reading.close,
  };
}

type Read = FileReader['read'];

/**
 * A thread that reads files, kept from build to build. Before the first one it begins at once, while the stages are
 * being loaded here; later ones ask only for the few files that changed.
 */
function openReading(): { start: (newsletter: Newsletter) => Promise<Read>; close: () => Promise<void> } {
  let open: { reader: FileReader; seconds: number; read: Read } | null = null;
  const close = async (): Promise<void> => {
    const closing = open?.reader;
    open = null;
    await closing?.close();
  };
  const start = async ({ config: { limits }, files }: Newsletter): Promise<Read> => {
    if (open?.seconds === limits.fileSeconds) return open.read;
    await close();
    const reader = openFileReader(limits);
    // It answers one question at a time; a thread that was ended must not be asked into life again.
    const read = inTurn((file) => {
      if (open?.reader !== reader) throw new Error('The preview was closed.');
      return reader.read(file);
    });
    open = { reader, seconds: limits.fileSeconds, read };
    const ahead = new Map(files.map((file) => [file, read(file)]));
    return (file) => ahead.get(file) ?? read(file);
  };
  return { start, close };
}

/** Reads one file after the other, however many are asked for at once. */
function inTurn(read: Read): Read {
  let last: Promise<unknown> = Promise.resolve();
  return (file) => {
    const reading = last.then(() => read(file));
    last = reading.catch(() => {});
    return reading;
  };
}

/** What takes long to load: while another thread reads the files, and not before one listens. MJML waits still longer. */
async function loadStages() {
  const { makeDigest } = await import('../pipeline/digest.ts');
  const { reportArticles } = await import('../pipeline/reports.ts');
  await import('eld/extrasmall');
  return { makeDigest, reportArticles };
}

/** The issues as they will be, without a byte of them. */
function expected({ composition }: Digest): Rendered {
  const plan = { full: true, marks: true, left: [], bytes: 0 };
  const issues = composition.issues.map(({ issue }) => ({ issue, plan }));
  return { issues, files: new Map(), articles: [], diagnostics: [] };
}

/** A fault of ours must not end a preview in which an editor works: it is shown like any other. */
function faultsOf(error: unknown): Diagnostic[] {
  if (error instanceof DigestifError) return error.diagnostics;
  const message = error instanceof Error ? error.message : String(error);
  const hint = 'This is a fault of Digestif itself: please report it. Undo your last change to go on.';
  return [diagnose('internal-fault', message, { hint })];
}
