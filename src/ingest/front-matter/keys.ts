import { editDistance, nearest } from '../../text/nearest.ts';

/**
 * Keys with a meaning, by the name used inside. The spellings are those of Hugo, Jekyll, Eleventy, Ghost and
 * WordPress exports; case, hyphens and underscores do not count.
 */
const names: { [spelling: string]: string } = {
  title: 'title',
  headline: 'title',
  posttitle: 'title',
  author: 'authors',
  authors: 'authors',
  byline: 'authors',
  creator: 'authors',
  primaryauthor: 'authors',
  postauthor: 'authors',
  date: 'date',
  postdate: 'date',
  published: 'published',
  pubdate: 'published',
  publishdate: 'published',
  publishedat: 'published',
  publishedon: 'published',
  updated: 'updated',
  updatedat: 'updated',
  modified: 'updated',
  postmodified: 'updated',
  lastmod: 'updated',
  lastmodifiedat: 'updated',
  source: 'source',
  publication: 'source',
  url: 'url',
  link: 'url',
  canonical: 'url',
  canonicalurl: 'url',
  licence: 'licence',
  license: 'licence',
  language: 'language',
  lang: 'language',
  locale: 'language',
  image: 'image',
  images: 'image',
  cover: 'image',
  coverimage: 'image',
  thumbnail: 'image',
  featureimage: 'image',
  featuredimage: 'image',
  heroimage: 'image',
  headerimage: 'image',
  ogimage: 'image',
  imageurl: 'image',
  imagesrc: 'image',
  imageimage: 'image',
  imagealt: 'imageAlt',
  coveralt: 'imageAlt',
  thumbnailalt: 'imageAlt',
  featureimagealt: 'imageAlt',
  alt: 'imageAlt',
  imagecredit: 'imageCredit',
  imageattribution: 'imageCredit',
  photocredit: 'imageCredit',
  credit: 'imageCredit',
  imagecaption: 'imageCaption',
  featureimagecaption: 'imageCaption',
  covercaption: 'imageCaption',
  caption: 'imageCaption',
  section: 'section',
  category: 'section',
  categories: 'section',
  theme: 'theme',
  id: 'id',
  draft: 'draft',
  status: 'status',
  poststatus: 'status',
};

/** Keys that mean something to a site generator and nothing here: said in a note, never taken for a slip. */
const elsewhere: ReadonlySet<string> = new Set(
  'aliases comments data description excerpt featured guid imagehidden imagerelative keywords layout linktitle menu meta order outputs pagination params permalink series slug stale subtitle summary tag tags template taxonomies toc type uuid visibility weight'.split(
    ' ',
  ),
);

const fold = (spelling: string): string => spelling.toLowerCase().replace(/[-_\s]/gu, '');

/** The name used inside for a key, if it has a meaning. */
export function nameOf(spelling: string): string | undefined {
  const key = fold(spelling);
  return Object.hasOwn(names, key) ? names[key] : undefined;
}

/** The key that was meant, if an unknown one is a slip of one or two letters. */
export function meantBy(spelling: string): string | undefined {
  const key = fold(spelling);
  if (key.length < 4 || elsewhere.has(key)) return undefined;
  const meant = nearest(key, Object.keys(names));
  return meant && editDistance(key, meant) <= (key.length < 5 ? 1 : 2) ? meant : undefined;
}
