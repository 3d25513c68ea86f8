import { existsSync, type FSWatcher, readdirSync, realpathSync, statSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { picturesFolder } from '../io/pictures.ts';

/** A folder to watch. `deep`: with all below it, but what `skip` names. `only`: nothing else in it matters. */
export type Watched = { folder: string; deep?: boolean; only?: (name: string) => boolean };

export type Watcher = {
  /** Looks again which folders there are: to be called before their files are read. */
  refresh: (wanted: readonly Watched[]) => void;
  close: () => void;
};

/** Milliseconds without a further change, after which files are taken to be written; and the most that is waited. */
const quiet = 50;
const longest = 1000;

/**
 * Tells when anything in some folders changed. One handle a folder and none a file, so that ten thousand articles cost
 * no more than their folders; a folder that is not there is waited for in the nearest one above it that is.
 */
export function openWatcher(changed: () => void): Watcher {
  const open = new Map<string, { handle: FSWatcher; identity: string; only: Watched['only'] }>();
  const settle = createSettler(changed);
  const heard = (path: string, name: string | null): void => {
    const only = open.get(path)?.only;
    if (name === null || (!isPassing(name) && (only === undefined || only(name)))) settle.touch();
  };
  const close = (path: string): void => {
    open.get(path)?.handle.close();
    open.delete(path);
  };
  const refresh = (wanted: readonly Watched[]): void => {
    const folders = listFolders(wanted);
    for (const path of [...open.keys()]) if (!folders.has(path)) close(path);
    for (const [path, only] of folders) {
      const identity = identityOf(path);
      const known = open.get(path);
      if (known && known.identity === identity) {
        known.only = only;
        continue;
      }
      close(path);
      const handle = attempt(() => watch(path, { persistent: true }, (_, name) => heard(path, name)));
      if (!handle || identity === null) continue;
      // A folder that goes away reports an error on some systems; the one above it tells us.
      handle.on('error', () => settle.touch());
      open.set(path, { handle, identity, only });
    }
  };
  return {
    refresh,
    close: () => {
      settle.stop();
      for (const path of [...open.keys()]) close(path);
    },
  };
}

/** Editors write under such names before they rename; what they hold is no article. */
function isPassing(name: string): boolean {
  return /^\.|~$|\.(?:swp|swx|tmp|writing)$/u.test(name);
}

/** Calls back once for any number of touches that follow each other. */
function createSettler(act: () => void): { touch: () => void; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let first = 0;
  const fire = (): void => {
    timer = undefined;
    act();
  };
  return {
    touch: () => {
      const now = performance.now();
      if (timer === undefined) first = now;
      clearTimeout(timer);
      timer = setTimeout(fire, Math.max(0, Math.min(quiet, first + longest - now)));
    },
    stop: () => clearTimeout(timer),
  };
}

/** The folders that have to be watched for these, with what matters in them. */
function listFolders(wanted: readonly Watched[]): Map<string, Watched['only']> {
  const folders = new Map<string, Watched['only']>();
  const add = (path: string, only: Watched['only']): void => {
    const before = folders.get(path);
    const both = only && before ? (name: string) => only(name) || before(name) : undefined;
    folders.set(path, folders.has(path) ? both : only);
  };
  for (const { folder, deep, only } of wanted) {
    const [here, next] = nearestFolder(folder);
    if (next !== null) add(here, (name) => name === next);
    else if (deep) for (const path of foldersBelow(folder, [])) add(path, only);
    else add(folder, only);
    // That it goes away, or comes back as another, is told by the folder above it.
    if (next === null) add(dirname(folder), (name) => join(dirname(folder), name) === folder);
  }
  return folders;
}

/** The nearest folder that is there, and which name in it would lead on; null: it is the folder itself. */
function nearestFolder(path: string, next: string | null = null): [folder: string, next: string | null] {
  const above = dirname(path);
  if (above === path || attempt(() => statSync(path))?.isDirectory()) return [path, next];
  return nearestFolder(above, basename(path));
}

/** As the articles are read: links are followed but not in circles, hidden folders are not entered. */
function foldersBelow(folder: string, above: readonly string[]): string[] {
  const here = attempt(() => realpathSync(folder));
  const entries = attempt(() => readdirSync(folder, { withFileTypes: true }));
  if (!here || !entries || above.includes(here)) return [];
  const inner = entries.filter((e) => !e.name.startsWith('.') && (e.isDirectory() || e.isSymbolicLink()));
  const paths = inner
    .map((e) => join(folder, e.name))
    .filter((path) => attempt(() => statSync(path))?.isDirectory());
  return [folder, ...paths.flatMap((path) => foldersBelow(path, [...above, here]))];
}

/** A folder that was deleted and made again is another one, and a handle on the old one hears nothing. */
function identityOf(path: string): string | null {
  const stat = attempt(() => statSync(path));
  return stat ? `${stat.dev}:${stat.ino}` : null;
}

function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

/** What a build of a newsletter depends on. */
export function watchedFolders(
  folder: string,
  { templates, ours, configName }: { templates: string; ours: string; configName: string },
): Watched[] {
  const others = [templates, ours].filter((path) => existsSync(path) || path === templates);
  return [
    { folder, only: (name) => name === configName },
    { folder: join(folder, 'articles'), deep: true },
    { folder: join(folder, picturesFolder) },
    // A name without an ending may be a folder of looks.
    ...others.map((path) => ({
      folder: path,
      deep: true,
      only: (name: string) => name.endsWith('.hbs') || !name.includes('.'),
    })),
  ];
}
