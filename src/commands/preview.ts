import { resolve } from 'node:path';
import { keepCompiled, saveCompiled } from '../io/module-cache.ts';
import { formatJson } from '../io/terminal.ts';
import type { Sight } from '../preview/session.ts';
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
  keepCompiled();
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
  tellErrors(context, address, session.sight());
  saveCompiled();
  await interrupted();
  await close();
  return 0;
}

/** What is wrong with the first build; of later ones the pages tell. */
function tellErrors(context: Context, address: string, { faults, errors }: Sight): void {
  if (faults.length + errors.length === 0) return;
  printDiagnostics(context, [...faults, ...errors]);
  const wrong =
    faults.length > 0
      ? `Not built yet: ${count(faults.length, 'fault', 'faults')}.`
      : `Built with ${count(errors.length, 'error', 'errors')}: ${address}problems/`;
  context.terminal.err(wrong);
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
