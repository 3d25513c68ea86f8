import type { Element } from './elements.ts';
import type { EntryImage } from './entry.ts';
import { findAll, findFirst, readWords, resolveLink } from './fields.ts';

/** The picture of an entry: a media element, else an enclosure, else a thumbnail; of several the first. */
export function findImage(entry: Element): EntryImage | null {
  const holders = [entry, ...findAll(entry, 'media:group')];
  const media = holders.flatMap((holder) => findAll(holder, 'media:content'));
  const links = findAll(entry, 'link').filter((l) => l.attributes['rel'] === 'enclosure');
  const pictures = [...media, ...findAll(entry, 'enclosure'), ...links].filter(isPicture);
  const thumbnails = [...holders, ...media].flatMap((holder) => findAll(holder, 'media:thumbnail'));
  for (const element of [...pictures, ...thumbnails]) {
    const { url = '', href = url } = element.attributes;
    const address = resolveLink(href, element.base);
    if (!address) continue;
    const say = (...names: string[]): string | null => {
      const [said] = [element, ...holders].flatMap((holder) => findFirst(holder, ...names) ?? []);
      return readWords(said ?? null) || null;
    };
    // What stands beside the picture may describe the entry: only its own words say what it shows.
    const alt = readWords(findFirst(element, 'media:description', 'media:title')) || null;
    return { url: address, alt, credit: say('media:credit') };
  }
  return null;
}

function isPicture({ attributes: { medium = '', type = '', url = '', href = url } }: Element): boolean {
  if (medium !== '' || type !== '') return medium.toLowerCase() === 'image' || /^image\//iu.test(type);
  return /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/iu.test(href);
}
