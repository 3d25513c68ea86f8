import type { Field, Metadata } from '../../types.ts';
import type { LinkedData } from './json-ld.ts';
import type { PageText } from './page-text.ts';
import { type MetaTable, metaValues, type Stated, shownBy, withoutOthers } from './stated.ts';
import { attributeOf, elementsIn, type TreeElement } from './tree.ts';

/** A picture in the page with the figure around it. */
type Shown = { image: TreeElement; figure: TreeElement | null; url: string };

/**
 * The picture of an article: what the head states, else the first figure with a caption. What it shows and who made
 * it are taken from where the page shows that very file.
 */
export function findImage(
  elements: readonly TreeElement[],
  page: PageText,
  meta: MetaTable,
  data: LinkedData,
  base: string,
): Metadata {
  const stated = [
    ...metaValues(meta, ['og:image:secure_url', 'og:image', 'og:image:url']).map((s) => s.value),
    ...data.images.map((image) => image.url),
    ...metaValues(meta, ['twitter:image', 'twitter:image:src', 'parsely-image-url']).map((s) => s.value),
  ];
  const head = stated.flatMap((value) => absolute(value, base) ?? []).find(isPicture);
  const shown = shownIn(elements, base);
  const figure = head
    ? shown.find((s) => fileOf(s.url) === fileOf(head))
    : shown.find((s) => s.figure && captionsOf(s.figure).length > 0);
  const url = head ?? figure?.url;
  if (!url) return {};
  const own = data.images.find((image) => absolute(image.url, base) === url);
  const said = metaValues(meta, ['og:image:alt', 'twitter:image:alt']).map((s) => s.value);
  const alt = [attributeOf(figure?.image ?? nothing, 'alt') ?? '', ...(head ? said : []), own?.caption ?? ''];
  const credit = (figure?.figure && creditOf(figure.figure, page)) ?? outside(own?.credit);
  return defined({
    image: outside(url),
    imageAlt: outside(alt.find((a) => a.trim() !== '')),
    imageCredit: credit,
  });
}

const nothing = { attrs: [] } as unknown as TreeElement;

function outside(value: string | undefined): Field | null {
  return value ? { value: value.replace(/\s+/gu, ' ').trim(), range: null } : null;
}

function defined(fields: { [key: string]: Field | null }): Metadata {
  const metadata: Metadata = {};
  for (const [key, field] of Object.entries(fields)) if (field) metadata[key] = field;
  return metadata;
}

function absolute(address: string, base: string): string | null {
  const url = URL.parse(address.trim(), /^https?:/iu.test(base) ? base : undefined);
  return url && /^https?:$/u.test(url.protocol) && url.href.length < 2000 ? url.href : null;
}

/** Marks of the site and stand-ins are no pictures of an article. */
function isPicture(url: string): boolean {
  return !/(?:^|[/_.-])(?:logo|favicon|placeholder|spacer|pixel|avatar|gravatar|blank|sprite|default)(?:[/_.\d-]|$)|\.svg(?:[?#]|$)/iu.test(
    url.replace(/^https?:\/\/[^/]*/iu, ''),
  );
}

/** The name of a file without what tells its sizes apart. */
function fileOf(url: string): string {
  const name = url.replace(/[?#].*$/su, '').replace(/^.*\/(?=[^/]+\/?$)/su, '');
  return name.toLowerCase().replace(/(?:[-_.@]?\d+x\d*|-scaled|@\dx)?(?=\.\w+$)/u, '');
}

/** More pictures than these no article needs looked at. */
const mostPictures = 200;

function shownIn(elements: readonly TreeElement[], base: string): Shown[] {
  const images = withoutOthers(elements).filter((e) => e.tagName === 'img');
  return images.slice(0, mostPictures).flatMap((image) => {
    const stated = ['src', 'data-src', 'data-original', 'data-lazy-src', 'srcset'].flatMap(
      (name) => attributeOf(image, name)?.trim().split(/\s+/u)[0] ?? [],
    );
    const url = stated.flatMap((address) => absolute(address, base) ?? [])[0];
    return url && isPicture(url) ? [{ image, figure: figureOf(image), url }] : [];
  });
}

/** The figure around a picture, or the box that says it is one. */
function figureOf(image: TreeElement): TreeElement | null {
  let node = image.parentNode;
  for (let steps = 0; node && 'attrs' in node && steps < 6; steps += 1) {
    if (node.tagName === 'figure' || figureClass.test(attributeOf(node, 'class') ?? '')) return node;
    node = node.parentNode;
  }
  return null;
}

const figureClass = /(?:^|\s)(?:wp-caption|figure|article-image|image-with-caption|photo-block)(?:\s|$)/iu;

const captionClass =
  /(?:^|[\s_-])(?:caption|credits?|photographer|attribution|copyright)(?:-?text)?(?:$|[\s_-])/iu;

function captionsOf(figure: TreeElement): TreeElement[] {
  const named = (e: TreeElement): boolean =>
    e.tagName === 'figcaption' || (e.tagName !== 'img' && captionClass.test(attributeOf(e, 'class') ?? ''));
  return elementsIn(figure).filter((e) => e !== figure && named(e));
}

/** Who made a picture, as its caption says it: an element of its own, else the last words after a sign of credit. */
function creditOf(figure: TreeElement, page: PageText): Stated | null {
  const captions = captionsOf(figure);
  const own = captions.filter((e) => creditClass.test(attributeOf(e, 'class') ?? '')).at(-1);
  const shown = own && shownBy(own, page);
  if (shown?.range && shown.value !== '' && shown.value.length <= longestCredit)
    return { value: page.text.slice(shown.range.start, shown.range.end), range: shown.range };
  for (const { range } of captions.map((e) => shownBy(e, page))) {
    const found =
      range &&
      creditWords.exec(page.text.slice(range.start, Math.min(range.end, range.start + longestCaption)));
    const words = found?.groups?.['credit'] ?? found?.groups?.['agency'];
    if (!range || !found || !words || words.length > longestCredit) continue;
    const start = range.start + found.index + found[0].lastIndexOf(words);
    return { value: words, range: { start, end: start + words.length } };
  }
  return null;
}

const creditClass = /(?:^|[\s_-])(?:credits?|photographer|attribution|copyright)(?:$|[\s_-])/iu;

/** Units. */
const longestCredit = 120;
const longestCaption = 1000;

/** "Photo: B. Lens", "© Harbour Post", "(B. Lens / Agency)": to the end of the caption. */
const creditWords =
  /(?<credit>(?:(?:photo(?:graph|graphy|graphie)?|image|picture|foto(?:grafie|grafia|grafía)?|bild|fotó|zdj\.|фото|写真|图片|圖片|사진|illustration|crédit|credit)s?(?: (?:by|credit|von|par|di|de))?[ \u00a0]?[:：]\s*|(?:photo(?:graph)?|image|picture|foto) (?:by|von|par|di|de|courtesy of) |©\s*)[^\n]{2,}?)\s*$|\((?<agency>[^()\n]*\/[^()\n]*)\)\s*$/iu;
