import { enableCompileCache, flushCompileCache } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside src/ in the repository, beside dist/ in the package. */
const home = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Keeps modules as the engine compiled them, for the next start: loading them is most of what a first page costs. Node
 * knows each by name, content and its own version, so that none can be stale, and a newer one takes the place of the
 * older. Where the folder cannot be written, nothing is kept.
 */
export function keepCompiled(folder: string = cacheFolder(home)): void {
  if (process.env['NODE_COMPILE_CACHE'] ?? process.env['NODE_DISABLE_COMPILE_CACHE']) return;
  // Threads that are started from now on look for it here.
  if (enableCompileCache(folder).directory !== undefined) process.env['NODE_COMPILE_CACHE'] = folder;
}

/** Writes what was compiled since: otherwise that waits for an end in order. */
export function saveCompiled(): void {
  flushCompileCache();
}

/** Where tools keep what can be thrown away: within the `node_modules` that holds the package, or that it holds. */
export function cacheFolder(home: string): string {
  const above = dirname(join(home, '.'));
  const modules = basename(above) === 'node_modules' ? above : join(home, 'node_modules');
  return join(modules, '.cache', 'digestif');
}
