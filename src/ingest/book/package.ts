import { foldSpace } from '../../text/ranges.ts';
import type { Metadata } from '../../types.ts';
import { isInside, outlineOf, type XmlElement } from '../xml/outline.ts';
import { resolveIn } from './paths.ts';

export type Item = { path: string; type: string; properties: string };

/** What the package file of a book says. `roles`: what the guide calls a file (`cover`, `toc`). */
export type Package = {
  metadata: Metadata;
  title: string;
  publisher: string;
  /** Files of the book in reading order. */
  spine: Item[];
  /** Files that list the chapters: `nav` and `ncx`. */
  lists: string[];
  roles: Map<string, string>;
};

/** Reads the `.opf` file that lies at `path`. */
export function readPackage(source: string, path: string): Package {
  const elements = outlineOf(source);
  const items = new Map<string, Item>();
  for (const e of elements.filter((e) => e.name === 'item'))
    items.set(e.attribute('id'), {
      path: resolveIn(path, e.attribute('href')),
      type: e.attribute('media-type').toLowerCase(),
      properties: e.attribute('properties'),
    });
  const refs = elements.filter((e) => e.name === 'itemref' && e.attribute('linear') !== 'no');
  const all = [...items.values()];
  const lists = all.filter((i) => /\bnav\b/u.test(i.properties) || i.type === 'application/x-dtbncx+xml');
  const guide = elements.filter((e) => e.name === 'reference');
  return {
    ...readMetadata(elements.filter((e) => isInside(e, (outer) => outer.name === 'metadata'))),
    spine: refs.map((e) => items.get(e.attribute('idref'))).filter((i) => i !== undefined),
    lists: lists.map((i) => i.path),
    roles: new Map(
      guide.map((e) => [resolveIn(path, e.attribute('href')), e.attribute('type').toLowerCase()]),
    ),
  };
}

function readMetadata(elements: readonly XmlElement[]): Pick<Package, 'metadata' | 'title' | 'publisher'> {
  const said = (name: string): XmlElement[] => elements.filter((e) => e.name === name && e.text !== '');
  const words = (name: string): string => foldSpace(said(name)[0]?.text ?? '').slice(0, 300);
  const roles = new Map(
    said('meta')
      .filter((e) => e.attribute('property') === 'role')
      .map((e) => [e.attribute('refines').replace(/^#/u, ''), e.text]),
  );
  const roleOf = (e: XmlElement): string => e.attribute('role') || (roles.get(e.attribute('id')) ?? 'aut');
  const authors = said('creator').filter((e) => roleOf(e) === 'aut' && !noOne.test(e.text));
  // Where several dates are told apart, that of the conversion or of the last change is not the book's.
  const dates = said('date').filter((e) => /^(?:|publication|issued)$/u.test(e.attribute('event')));
  const changed = said('meta').find((e) => e.attribute('property') === 'dcterms:modified')?.text ?? '';
  const isOwn = ({ text }: XmlElement): boolean => /^(?:19|20)\d\d/u.test(text) && !isSameTime(text, changed);
  const date = dates.find(isOwn)?.text ?? '';
  const rights = words('rights');
  const language = words('language');
  const url = [...said('source'), ...said('identifier')].find((e) => /^https?:\/\/[^\s"'<>]+$/u.test(e.text));
  const metadata: Metadata = {};
  const stated: [string, string | string[]][] = [
    ['authors', authors.map((e) => foldSpace(e.text))],
    ['date', date],
    ['language', /^[a-z]{2,3}(?:-[a-z0-9]+)*$/iu.test(language) ? language : ''],
    [
      'licence',
      /\b(?:cc|creative commons|public domain|licen[cs]e)\b|creativecommons/iu.test(rights) ? rights : '',
    ],
    ['url', url?.text ?? ''],
  ];
  for (const [key, value] of stated) if (value.length > 0) metadata[key] = { value, range: null };
  return { metadata, title: words('title'), publisher: words('publisher') };
}

/** A program that is told no date writes the time at which it made the file, to the minute. */
function isSameTime(date: string, changed: string): boolean {
  return date.includes('T') && date.slice(0, 16) === changed.slice(0, 16);
}

const noOne = /^(?:unknown|anonymous|various(?: authors)?|n\/?a|calibre.*)$/iu;
