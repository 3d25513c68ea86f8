import { foldSpace } from '../../text/ranges.ts';
import { isInside, outlineOf, type XmlElement } from '../xml/outline.ts';
import { resolveIn } from './paths.ts';

/** What the lists of a book call its files: the label of a chapter, and its role (`toc`, `copyright-page`). */
export type Navigation = { labels: Map<string, string>; roles: Map<string, string> };

/** Reads a `nav` page of EPUB 3 or an `ncx` file of EPUB 2. */
export function readNavigation(source: string, path: string): Navigation {
  const found: Navigation = { labels: new Map(), roles: new Map() };
  let label = '';
  for (const element of outlineOf(source)) {
    if (element.name === 'navLabel') label = foldSpace(element.text);
    else if (element.name === 'content') note(found.labels, resolveIn(path, element.attribute('src')), label);
    else if (element.name === 'a') noteLink(found, element, path);
  }
  return found;
}

function noteLink(found: Navigation, element: XmlElement, path: string): void {
  const target = resolveIn(path, element.attribute('href'));
  const within = (type: string): boolean =>
    isInside(element, (outer) => outer.name === 'nav' && outer.attribute('type').split(' ').includes(type));
  if (within('landmarks')) note(found.roles, target, element.attribute('type').toLowerCase());
  else if (!within('page-list')) note(found.labels, target, foldSpace(element.text));
}

function note(map: Map<string, string>, path: string, value: string): void {
  if (value !== '' && !map.has(path)) map.set(path, value.slice(0, 300));
}
