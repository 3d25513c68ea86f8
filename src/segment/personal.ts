import { overlaps } from '../text/ranges.ts';
import type { Article, Cited, Paragraph, PartReading, Range, Segmented } from '../types.ts';

/**
 * Keeps back what a format says is meant for one person: sentences that touch it are damaged, which no highlight may
 * be, and titles, names and captions that do are not told.
 */
export function withholdPersonal({ blocks }: PartReading, segmented: Segmented): Segmented {
  const places = blocks.flatMap((block) => block.personal ?? []).sort((a, b) => a.start - b.start);
  return places.length === 0
    ? segmented
    : { ...segmented, articles: segmented.articles.map((article) => withhold(article, places)) };
}

function withhold(article: Article, places: readonly Range[]): Article {
  const { section, source, licence, url, image, ...rest } = article;
  const isFree = (cited: Cited): boolean => !touches(cited.ranges, places);
  return {
    ...rest,
    title: isFree(article.title) ? article.title : untitled(article),
    authors: article.authors.filter(isFree),
    captions: article.captions.filter(isFree),
    ...(section && isFree(section) && { section }),
    ...(source && isFree(source) && { source }),
    ...(licence && isFree(licence) && { licence }),
    ...(url && isFree(url) && { url }),
    ...(image && [image.url, image.alt, image.credit].every((c) => !c || isFree(c)) && { image }),
    paragraphs: article.paragraphs.map((paragraph) => damage(paragraph, places)),
  };
}

function touches(ranges: readonly Range[], places: readonly Range[]): boolean {
  return ranges.some((range) => within(places, range).length > 0);
}

/** The places, in order and apart from each other, that share a unit with a range. */
function within(places: readonly Range[], range: Range): Range[] {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.end ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  const own: Range[] = [];
  for (let place = places[low]; place && overlaps(place, range); place = places[low + own.length])
    own.push(place);
  return own;
}

/** The words of the source stand in for a title that speaks to one person. */
function untitled({ source, part }: Article): Cited {
  const file = part.replace(/#.*$/su, '');
  return source ?? { text: file.replace(/^.*\//su, '').replace(/\.\w+$/u, ''), ranges: [] };
}

function damage(paragraph: Paragraph, places: readonly Range[]): Paragraph {
  const own = paragraph.ranges.flatMap((range) => within(places, range));
  if (own.length === 0) return paragraph;
  const marked = own.map(({ start, end }) => ({ start, end, rule: 'personal' }));
  return { ...paragraph, damage: [...paragraph.damage, ...marked] };
}
