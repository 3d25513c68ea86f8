import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { DigestifError, fail } from '../errors.ts';
import { readText, writeOutputs } from '../io/files.ts';
import type { OutputFiles } from '../types.ts';
import { openBuilder } from './building.ts';
import { deriveBytes, derivedNames, derivedPath } from './frames.ts';
import { withoutLive } from './pages/page.ts';
import { findPage, listAddresses } from './routes.ts';
import { renderShell } from './shell.ts';
import type { PreviewState } from './state.ts';
import { fileOf, makeRelative } from './static.ts';
import { sheet } from './styles/sheet.ts';

/** Builds a newsletter and writes its preview into a folder of its own. Returns how many files that are. */
export async function exportPreview(folder: string, target: string): Promise<number> {
  refuseForeign(folder, target);
  const builder = openBuilder(folder);
  const built = await builder.build().finally(builder.close);
  if ('faults' in built) throw new DigestifError(built.faults);
  const files = await exportFiles({ ...built.state, generation: 1, faults: [] });
  writeOutputs(target, files, (path) => written.test(path));
  return files.size;
}

/** What an export writes, and may remove again when it is no longer written. */
const written = /^(?:index\.html|style\.css|(?:raw|derived|issues|source|trays|search|problems)\/.+)$/u;

/** Neither over anything else that is there, nor where articles would be read from it. */
function refuseForeign(folder: string, target: string): void {
  const hint = 'Name a new folder.';
  const way = relative(join(folder, 'articles'), target);
  if (!way.startsWith('..') && !way.startsWith(sep))
    fail('folder-not-empty', `${target} is in the folder of the articles`, { hint });
  const names = existsSync(target) ? readdirSync(target) : [];
  const isOurs = readText(join(target, 'index.html'))?.includes('content="Digestif preview"') ?? false;
  if (names.length > 0 && !isOurs)
    fail('folder-not-empty', `${target} holds something else than an exported preview`, { hint });
}

/** Every page, and the bytes they show, by path: no script, every link relative. */
export async function exportFiles(state: PreviewState): Promise<OutputFiles> {
  const files: OutputFiles = new Map([['style.css', sheet]]);
  for (const address of listAddresses(state)) {
    const first = await findPage(state, address);
    await first?.later?.();
    const page = first?.later ? await findPage(state, address) : first;
    if (!page) continue;
    const markup = await renderShell(state, page, { address, live: null, overlay: null });
    files.set(fileOf(address), makeRelative(withoutLive(markup), address));
  }
  for (const [path, content] of state.rendered.files) files.set(`raw/${path}`, content);
  for (const { issue } of state.rendered.issues) {
    for (const name of derivedNames) {
      const bytes = await deriveBytes(state, issue.key, name);
      if (bytes !== null) files.set(fileOf(derivedPath(issue.key, name)), bytes);
    }
  }
  return files;
}
