import { anew } from '../text/anew.ts';
import { hashText, numberShared } from '../text/hashes.ts';
import type { Remember } from '../types.ts';
import { type ArticleWords, type GroupInput, titleTokens } from './words.ts';

/** What an article has word for word as others have it: sentences by index, ascending, and whether its title too. */
export type Repeats = { title: boolean; sentences: number[] };

/**
 * The title and the sentences that have words: `hashes` are the same in every article, `places` the index of the
 * sentence, -1 for the title.
 */
type Runs = { places: number[]; hashes: Float64Array };

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
  const runs = articles.map((article) => remember('runs', [article], () => readRuns(article)));
  // What one article says twice is numbered as well, and has one family.
  const { shared, count } = remember('repeated runs', [articles], () =>
    numberShared(runs.map(({ hashes }) => hashes)),
  );
  const families: (string | undefined)[] = new Array(count);
  articles.forEach(({ id }, i) => {
    const family = familyOf(id);
    for (const number of shared[i]?.numbers ?? [])
      families[number] = (families[number] ?? family) === family ? family : SEVERAL;
  });
  return new Map(
    articles.flatMap(({ id }, i) => {
      const { places, numbers } = shared[i] ?? { places: [], numbers: [] };
      const isRepeated = (_: number, k: number): boolean => families[numbers[k] ?? -1] === SEVERAL;
      const repeated = Array.from(places.filter(isRepeated), (k) => runs[i]?.places[k] ?? TITLE);
      if (repeated.length === 0) return [];
      return [[id, { title: repeated[0] === TITLE, sentences: repeated.filter((place) => place !== TITLE) }]];
    }),
  );
}

const TITLE = -1;

/** A title is repeated by titles, a sentence by sentences. */
function readRuns(article: GroupInput): Runs {
  const said = article.sentences.map(({ tokens }, index) => ({
    place: index,
    words: tokens,
    kind: 'sentence',
  }));
  const all = [{ place: TITLE, words: titleTokens(article), kind: 'title' }, ...said];
  const told = all.filter(({ words }) => words.length > 0);
  return {
    places: told.map(({ place }) => place),
    hashes: Float64Array.from(told, ({ words, kind }) => hashText(`${kind} ${words.join(' ')}`)),
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
