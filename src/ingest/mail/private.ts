import { mergeTouching } from '../../text/ranges.ts';
import type { Block, Range } from '../../types.ts';
import type { Person } from './people.ts';

const greeting =
  /^\W{0,4}(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|welcome(?: back)?|thanks|thank you|liebe[rs]?|hallo|guten (?:tag|morgen)|cher|chère|bonjour|hola|estimad[oa]|querid[oa]|ciao|beste|hej|привет|здравствуйте)?[\s,]{0,3}/iu;

/** The longest line that is left out whole; in a longer one only the sentences around the place are kept back. */
const longestAside = 240;

/** Marks what is meant for the recipient alone: lines as `aside`, places in longer lines as `personal`. */
export function markPersonal(text: string, blocks: readonly Block[], people: readonly Person[]): Block[] {
  const places = findPlaces(text, people);
  const armour = findArmour(text);
  return blocks.map((block) => {
    const { start, end } = block.span;
    if (armour.some((r) => r.start < end && r.end > start)) return { ...block, aside: 'mail-signature' };
    const own = within(places, block.span);
    if (own.length === 0) return block;
    const line = text.slice(start, end).trim();
    const opens = greeting.exec(line)?.[0].length ?? 0;
    const indent = text.slice(start, end).search(/\S/u);
    const greets = own.some((r) => r.start - start - indent <= opens && line.length <= longestAside);
    const addressed = line.length <= longestAside && own.some((r) => r.address);
    if (greets || addressed) return { ...block, aside: 'personal' };
    return { ...block, personal: mergeTouching(own.map(({ start: s, end: e }) => ({ start: s, end: e }))) };
  });
}

type Place = Range & { address: boolean };

/** Places in order, so that the ones of a block are found by bisection. */
function within(places: readonly Place[], { start, end }: Range): Place[] {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const own: Place[] = [];
  for (let i = low; i < places.length && (places[i]?.start ?? end) < end; i += 1)
    own.push(places[i] as Place);
  return own;
}

function findPlaces(text: string, people: readonly Person[]): Place[] {
  const addresses = unique(people.flatMap(({ address }) => spellings(address)));
  const names = unique(people.map((p) => p.name).filter((name) => name.length >= 3));
  const firsts = unique(names.map((name) => name.split(/[\s,]+/u)[0] ?? '').filter((n) => n.length >= 2));
  const found = [
    ...matches(text, addresses, (words) => `(?:${words})`, 'giu', true),
    ...matches(text, names, (words) => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'giu', false),
    // A first name may be a word ("May"): it counts where someone is spoken to.
    ...matches(
      text,
      firsts,
      (w) => `(?<=^|[,!]\\s|(?:dear|hi|hello|hey)\\s)(?:${w})(?=\\s*[,!:.–—-])`,
      'gimu',
      false,
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = 0;
  return found.filter((place) => {
    const apart = place.start >= reach;
    if (apart) reach = place.end;
    return apart;
  });
}

/** An address as text and inside a link, where it is escaped. */
function spellings(address: string): string[] {
  if (!/^[^\s@]{1,64}@[^\s@]{3,255}$/u.test(address)) return [];
  return [address, address.replace('@', '%40'), address.replace('@', '='), address.replace('@', ' at ')];
}

function matches(
  text: string,
  words: readonly string[],
  frame: (alternatives: string) => string,
  flags: string,
  address: boolean,
): Place[] {
  if (words.length === 0) return [];
  const escaped = words.map((w) => w.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/ /gu, '\\s+'));
  const pattern = new RegExp(frame(escaped.join('|')), flags);
  return [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length, address }));
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words.filter((w) => w !== ''))];
}

/** What a signing program puts around and below a text. */
function findArmour(text: string): Range[] {
  const head = /^-----BEGIN PGP SIGNED MESSAGE-----\r?\n(?:[A-Za-z]+: .*\r?\n){0,5}/gmu;
  const ranges = [...text.matchAll(head)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  let at = text.indexOf('-----BEGIN PGP SIGNATURE-----');
  while (at !== -1) {
    const close = text.indexOf('-----END PGP SIGNATURE-----', at);
    const end = close === -1 ? text.length : close + 27;
    ranges.push({ start: at, end });
    at = text.indexOf('-----BEGIN PGP SIGNATURE-----', end);
  }
  return ranges.slice(0, 100);
}
