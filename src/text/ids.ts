import { createHash } from 'node:crypto';

/** Query parameters that say where a reader came from, not what the page is. */
const trackers =
  /^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs(?:enc|mi)|ref|ref_src|cmpid)$/iu;

/**
 * An address with everything folded that does not change the page: scheme, host case, default port, tracking
 * parameters, fragment, trailing slash. `null` when it is no http(s) address.
 */
export function canonicalUrl(address: string): string | null {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  if (!url || !/^https?:$/u.test(url.protocol)) return null;
  const query = [...url.searchParams].filter(([name]) => !trackers.test(name));
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : '';
  return `https://${url.host.replace(/:(?:80|443)$/u, '')}${url.pathname.replace(/\/+$/u, '')}${search}`;
}

/** Words of a title in lower case with hyphens between, at most `limit` units; letters of any script stay. */
export function slugify(title: string, limit = 60): string {
  const words = title
    .normalize('NFKD')
    // Accents go; vowel signs of Indic scripts and the like are half the word and stay.
    .replace(/[\u0300-\u036F'’]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu);
  let slug = '';
  for (const word of words ?? []) {
    if (slug !== '' && slug.length + 1 + word.length > limit) break;
    slug = slug === '' ? cutWord(word, limit) : `${slug}-${word}`;
  }
  return slug === '' ? 'article' : slug;
}

/** At most `limit` units; half a surrogate pair is not left. */
function cutWord(word: string, limit: number): string {
  return word.slice(0, limit).replace(/\p{Surrogate}$/u, '');
}

/** First `length` hex digits of the SHA-256 of a text. */
export function shortHash(text: string, length = 12): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/** The order of everything that is written: by code unit, the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
