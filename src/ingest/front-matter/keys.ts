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
  datepublished: 'published',
  publicationdate: 'published',
  publisheddate: 'published',
  updated: 'updated',
  updatedat: 'updated',
  modified: 'updated',
  postmodified: 'updated',
  lastmod: 'updated',
  lastmodifiedat: 'updated',
  lastmodified: 'updated',
  dateupdated: 'updated',
  datemodified: 'updated',
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

/** What editors call the same in other languages. */
const translated: { [spelling: string]: string } = {
  ...spelledAs('title', 'titel überschrift titre título titolo заголовок 标题'),
  ...spelledAs(
    'authors',
    'autor autorin autoren auteur auteure auteurs autora autores autore autori автор 作者',
  ),
  ...spelledAs('date', 'datum fecha data дата 日期'),
  ...spelledAs('source', 'quelle fuente fonte zeitung journal periódico giornale bron kilde источник 来源'),
  ...spelledAs('language', 'sprache langue idioma lingua'),
  ...spelledAs('section', 'rubrik ressort rubrique sección'),
  ...spelledAs('licence', 'lizenz licencia licenza'),
};

function spelledAs(name: string, spellings: string): { [spelling: string]: string } {
  return Object.fromEntries(spellings.split(' ').map((spelling) => [spelling, name]));
}

/** Keys that mean something to a site generator and nothing here: said in a note, never taken for a slip. */
const elsewhere: ReadonlySet<string> = new Set(
  'aliases comments description excerpt featured guid imagehidden imagerelative keywords layout linktitle menu meta order outputs pagination params permalink series slug stale subtitle summary tag tags template taxonomies toc type uuid visibility weight'.split(
    ' ',
  ),
);

const fold = (spelling: string): string => spelling.toLowerCase().replace(/[-_\s]/gu, '');

/** Hugo and Zola keep what is not theirs in a table of its own. */
export function holdsOthers(spelling: string): boolean {
  return spelling === 'params' || spelling === 'extra';
}

/** The name used inside for a key, if it has a meaning. */
export function nameOf(spelling: string): string | undefined {
  const key = fold(spelling);
  return [names, translated].find((table) => Object.hasOwn(table, key))?.[key];
}

/** The key that was meant, if an unknown one is a slip of one or two letters. */
export function meantBy(spelling: string): string | undefined {
  const key = fold(spelling);
  if (key.length < 4 || elsewhere.has(key)) return undefined;
  const isSlip = (meant: string | undefined): boolean =>
    meant !== undefined && editDistance(key, meant) <= (key.length < 5 ? 1 : 2);
  return [names, translated].map((table) => nearest(key, Object.keys(table))).find(isSlip);
}
