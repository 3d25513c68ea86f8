import { join } from 'node:path';
import type { Config } from '../config.ts';
import { DigestifError, diagnose } from '../errors.ts';
import { type FileReader, openFileReader } from '../io/file-reader.ts';
import { loadNewsletter, type Newsletter, ourTemplates } from '../io/newsletter.ts';
import { makeDigest } from '../pipeline/digest.ts';
import { reportArticles } from '../pipeline/reports.ts';
import type { Diagnostic } from '../types.ts';
import { readExcerpt } from './excerpt.ts';
import type { Shown } from './overlay.ts';
import type { PreviewState } from './state.ts';

const shownExcerpts = 20;

/** A build that succeeded, or the faults that stopped it. */
export type Built = { state: Omit<PreviewState, 'generation'>; errors: Shown[] } | { faults: Shown[] };

export type Builder = {
  build: () => Promise<Built>;
  /** Folder of the newsletter's own templates, as the newest readable config names it. */
  templates: () => string;
  close: () => Promise<void>;
};

/**
 * Builds a newsletter again and again, in memory: nothing is written, neither out/ nor the id ledger. Ids that are not
 * in the ledger are minted anew each time, so that every build gives the bytes that `digestif build` would give now.
 */
export function openBuilder(folder: string): Builder {
  let reader: { of: Config['limits']; open: FileReader } | null = null;
  let templates = join(folder, 'templates');
  const renderers = loadRenderers();
  const readerFor = async ({ config: { limits } }: Newsletter): Promise<FileReader> => {
    if (reader?.of.fileSeconds !== limits.fileSeconds) {
      await reader?.open.close();
      reader = { of: limits, open: openFileReader(limits) };
    }
    return reader.open;
  };
  const make = async (): Promise<Built> => {
    const newsletter = loadNewsletter(folder);
    templates = join(folder, newsletter.config.templates);
    const { read } = await readerFor(newsletter);
    const { value: digest, diagnostics } = await makeDigest({ ...newsletter, read });
    const before = [...newsletter.diagnostics, ...diagnostics];
    const { renderDigest } = await renderers;
    const rendered = await renderDigest(digest, {
      config: newsletter.config,
      templates: newsletter.templates,
      diagnostics: before,
      only: undefined,
      progress: () => {},
    });
    const all = [...before, ...rendered.diagnostics];
    return {
      state: { newsletter, digest, rendered, reports: reportArticles(digest), diagnostics: all },
      errors: show(all.filter((d) => d.severity === 'error')),
    };
  };
  /** The lines are read now: later they may be others. */
  const show = (complaints: readonly Diagnostic[]): Shown[] => {
    const places = { folder, templates: [templates, ourTemplates()] };
    return complaints.map((d, i) => ({ ...d, excerpt: i < shownExcerpts ? readExcerpt(d, places) : [] }));
  };
  return {
    build: () => make().catch((error: unknown) => ({ faults: show(faultsOf(error)) })),
    templates: () => templates,
    close: async () => {
      await reader?.open.close();
      reader = null;
    },
  };
}

/** While another thread reads the files: MJML and the CSS minifier take a second to load. */
async function loadRenderers(): Promise<typeof import('../pipeline/rendering.ts')> {
  const rendering = await import('../pipeline/rendering.ts');
  await Promise.all([import('mjml'), import('postcss'), import('cssnano'), import('cssnano-preset-lite')]);
  return rendering;
}

/** A fault of ours must not end a preview in which an editor works: it is shown like any other. */
function faultsOf(error: unknown): Diagnostic[] {
  if (error instanceof DigestifError) return error.diagnostics;
  const message = error instanceof Error ? error.message : String(error);
  const hint = 'This is a fault of Digestif itself: please report it. Undo your last change to go on.';
  return [diagnose('internal-fault', message, { hint })];
}
