import { decodeText } from '../../text/encodings.ts';
import { outlineOf } from '../xml/outline.ts';
import type { Archive } from '../zip/archive.ts';
import { type Navigation, readNavigation } from './navigation.ts';
import { type Package, readPackage } from './package.ts';
import { resolveIn } from './paths.ts';

/** What is known of a book before its chapters are read. `listed`: the book itself says which files those are. */
export type Book = Pick<Package, 'metadata' | 'title' | 'publisher' | 'roles'> &
  Pick<Navigation, 'labels'> & { files: string[]; lists: string[]; listed: boolean };

/** Finds the package file and the lists of chapters. */
export function openBook(archive: Archive): Book {
  const path = findPackage(archive);
  const found = readPackage(path === null ? '' : (textAt(archive, path) ?? ''), path ?? '');
  const [labels, roles] = [new Map<string, string>(), new Map(found.roles)];
  for (const list of found.lists) {
    const navigation = readNavigation(textAt(archive, list) ?? '', list);
    for (const [target, label] of navigation.labels) if (!labels.has(target)) labels.set(target, label);
    for (const [target, role] of navigation.roles) if (!roles.has(target)) roles.set(target, role);
  }
  const { metadata, title, publisher, lists } = found;
  const spine = found.spine.filter((i) => isPage(i.path, i.type)).map((i) => i.path);
  const files = spine.length > 0 ? spine : archive.names.filter((name) => isPage(name, ''));
  return { metadata, title, publisher, labels, roles, files, lists, listed: spine.length > 0 };
}

function textAt(archive: Archive, path: string): string | null {
  const member = archive.read(path);
  return member && decodeText(member.bytes, { markup: 'xml' }).text;
}

function findPackage(archive: Archive): string | null {
  const container = outlineOf(textAt(archive, 'META-INF/container.xml') ?? '');
  const stated = container.find((e) => e.name === 'rootfile')?.attribute('full-path') ?? '';
  const path = resolveIn('', stated);
  if (path !== '' && archive.read(path)) return path;
  return archive.names.find((name) => /\.opf$/iu.test(name)) ?? null;
}

function isPage(path: string, type: string): boolean {
  return /html|^text\/x-oeb1-document$/u.test(type) || (type === '' && /\.x?html?$/iu.test(path));
}
