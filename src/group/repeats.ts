import { anew } from '../text/anew.ts';
import { hashText } from '../text/hashes.ts';
import type { Remember } from '../types.ts';
import { type ArticleWords, type GroupInput, titleTokens } from './words.ts';

/** What an article has word for word as others have it: sentences by index, ascending, and whether its title too. */
export type Repeats = { title: boolean; sentences: number[] };

/** Each run of words as a number, the same in every article; 0 for one without words. */
type Numbers = { title: number; sentences: Float64Array };

/** No family has this name. */
const SEVERAL = '';

/**
 * Sentences and titles that articles of several families hold word for word; `familyOf` an id names its family. A
 * footer, a standing blurb, the name of a column: where families are unlike, such words say nothing about an event.
 * By id, for the articles that have such.
 */
export function findRepeats(
  articles: readonly GroupInput[],
  familyOf: (id: string) => string,
  remember: Remember = anew,
): Map<string, Repeats> {
  const numbers = articles.map((article) =>
    remember('sentence numbers', [article], () => numberSentences(article)),
  );
  const families = new Map<number, string>();
  articles.forEach(({ id }, i) => {
    const family = familyOf(id);
    const { title = 0, sentences = [] } = numbers[i] ?? {};
    for (const number of [title, ...sentences])
      families.set(number, (families.get(number) ?? family) === family ? family : SEVERAL);
  });
  const isRepeated = (number: number): boolean => number !== 0 && families.get(number) === SEVERAL;
  return new Map(
    articles.flatMap(({ id }, i) => {
      const { title = 0, sentences = new Float64Array() } = numbers[i] ?? {};
      const repeated = [...sentences.keys()].filter((index) => isRepeated(sentences[index] ?? 0));
      const any = isRepeated(title) || repeated.length > 0;
      return any ? [[id, { title: isRepeated(title), sentences: repeated }] as const] : [];
    }),
  );
}

/** A title is repeated by titles, a sentence by sentences. */
function numberSentences(article: GroupInput): Numbers {
  const number = (words: readonly string[], kind: string): number =>
    words.length === 0 ? 0 : hashText(`${kind} ${words.join(' ')}`);
  return {
    title: number(titleTokens(article), 'title'),
    sentences: Float64Array.from(article.sentences, ({ tokens }) => number(tokens, 'sentence')),
  };
}

/** The words of an article without what it repeats. */
export function withoutRepeats(
  words: ArticleWords,
  repeats: Repeats | undefined,
  remember: Remember = anew,
): ArticleWords {
  if (!repeats) return words;
  return remember('own words', [words, JSON.stringify(repeats)], () => {
    const repeated = new Set(repeats.sentences);
    return {
      title: repeats.title ? [] : words.title,
      sentences: words.sentences.map((sentence, i) => (repeated.has(i) ? [] : sentence)),
    };
  });
}

/** Sentences that are repeated by both counts, as sets of indices by id. */
export function repeatedByBoth(
  one: ReadonlyMap<string, Repeats>,
  other: ReadonlyMap<string, Repeats>,
): Map<string, ReadonlySet<number>> {
  return new Map(
    [...one].flatMap(([id, { sentences }]) => {
      const both = sentences.filter((index) => other.get(id)?.sentences.includes(index));
      return both.length === 0 ? [] : [[id, new Set(both)] as const];
    }),
  );
}
