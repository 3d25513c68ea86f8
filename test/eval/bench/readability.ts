/** What ROUGE does not see: faults that a highlight shows when it stands alone. */
export type Fault = 'dangling' | 'unclosed quote' | 'question alone' | 'no end mark';

export const faults: readonly Fault[] = ['dangling', 'unclosed quote', 'question alone', 'no end mark'];

/** A sentence that opens with one of these leans on the one before. */
const openers = new Set(
  `he she it they his her their its him them but and or yet so because however still meanwhile also instead then though
  although nevertheless nonetheless moreover furthermore besides additionally therefore thus otherwise this that
  these those such there here`.split(/\s+/u),
);

/** A highlight as chosen: the place of its first sentence in the article, from 0. */
export type Chosen = { text: string; at: number };

/** The faults of each highlight of an article. The article's first sentence leans on nothing. */
export function findFaults(highlights: readonly Chosen[]): Fault[][] {
  const places = new Set(highlights.map(({ at }) => at));
  return highlights.map(({ text, at }) => {
    const found: Fault[] = [];
    if (at > 0 && !places.has(at - 1) && isDangling(text)) found.push('dangling');
    if (hasOpenQuote(text)) found.push('unclosed quote');
    if (/\?["'”’»)\]]*$/u.test(text)) found.push('question alone');
    if (!/[.!?…。！？]["'”’»」』)\]]*$/u.test(text)) found.push('no end mark');
    return found;
  });
}

export function isDangling(text: string): boolean {
  const word = /^[\s\p{P}]*([\p{L}\p{M}]+)/u.exec(text)?.[1] ?? '';
  return openers.has(word.toLowerCase());
}

/** Straight quotes come in twos, typographic ones open and close. Single ones are too often apostrophes. */
export function hasOpenQuote(text: string): boolean {
  const count = (sign: RegExp): number => text.match(sign)?.length ?? 0;
  return (
    count(/"/gu) % 2 === 1 ||
    count(/[“„]/gu) !== count(/”/gu) + germanEnds(text) ||
    count(/«/gu) !== count(/»/gu)
  );
}

/** In „German“ the sign that opens English quotes closes. */
function germanEnds(text: string): number {
  const low = text.match(/„/gu)?.length ?? 0;
  return low === 0 ? 0 : 2 * (text.match(/“/gu)?.length ?? 0);
}
