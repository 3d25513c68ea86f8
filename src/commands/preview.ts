import { resolve } from 'node:path';
import { saveCompiled } from '../io/module-cache.ts';
import { formatJson } from '../io/terminal.ts';
import type { Session, Sight } from '../preview/session.ts';
import { type Context, count, type ExitCode, interrupted, printDiagnostics } from './command.ts';

export type PreviewCommand = {
  /** A port that must be had; the first free one when absent. */
  port?: number;
  open: boolean;
  /** Write the pages into this folder instead of serving them. */
  export?: string;
};

/** Serves the preview until it is interrupted, or exports it. */
export async function preview(context: Context, options: PreviewCommand): Promise<ExitCode> {
  if (options.export !== undefined) return await exportPages(context, options.export);
  const { servePreview } = await import('../preview/serve.ts');
  const { address, session, close } = await servePreview({
    folder: resolve(context.folder),
    port: options.port ?? null,
  });
  const { terminal, json } = context;
  terminal.out(json ? formatJson({ address }) : `The preview is at ${address}\nPress Ctrl-C to end it.`);
  if (options.open) {
    const { openAddress } = await import('../preview/open-address.ts');
    openAddress(address, process.platform, process.env);
  }
  // Until there is something to end in order, a signal ends the process at once, as busy as it may be.
  await session.settled();
  tellBuilds(context, address, session);
  saveCompiled();
  await interrupted();
  await close();
  return 0;
}

/** What is wrong with the newest build, when that is something else than was said last; and once that it is mended. */
function tellBuilds(context: Context, address: string, session: Session): void {
  let said = '[]';
  const tell = (): void => {
    const sight = session.sight();
    const wrong = [...sight.faults, ...sight.errors];
    const now = JSON.stringify(wrong.map(({ file, line, message }) => [file, line, message]));
    if (now === said) return;
    said = now;
    printDiagnostics(context, wrong);
    context.terminal.err(wrong.length === 0 ? 'Mended: built without errors.' : summary(sight, address));
  };
  tell();
  session.listen(tell);
}

/** One line below what is wrong. A build that was stopped leaves the pages as they were. */
function summary({ state, faults, errors }: Sight, address: string): string {
  if (faults.length === 0)
    return `Built with ${count(errors.length, 'error', 'errors')}: ${address}problems/`;
  const how = state === null ? 'Not built yet' : 'Not rebuilt';
  return `${how}: ${count(faults.length, 'fault', 'faults')}.`;
}

async function exportPages(context: Context, target: string): Promise<ExitCode> {
  const { exportPreview } = await import('../preview/export.ts');
  const folder = resolve(context.folder, target);
  const files = await exportPreview(resolve(context.folder), folder);
  const { terminal, json } = context;
  if (json) terminal.out(formatJson({ folder, files }));
  else terminal.out(`${count(files, 'file', 'files')} written to ${folder}: open index.html there.`);
  return 0;
}
