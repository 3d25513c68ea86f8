/** Words of a sentence set apart: the month's figures and its quote are made of them. */
import { foldSpace, lengthOf, sliceRanges } from '../text/ranges.ts';
import type { AnalyzedArticle, Cited, Excerpt, Range, Remember, Sentence } from '../types.ts';
import { highlightOf } from './highlights.ts';
import { sourceOf, type Told } from './stories.ts';

/** A sentence of the issue that could be set apart. `rank` is the place of its story, from 0; the lead comes first. */
export type Candidate = {
  told: Told;
  article: AnalyzedArticle;
  sentence: Sentence;
  rank: number;
  /** It is shown as a highlight already. */
  shown: boolean;
};

/** Every undamaged sentence of the stories, in the order in which readers meet them. */
export function listCandidates(
  stories: readonly Told[],
  articles: ReadonlyMap<string, AnalyzedArticle>,
): Candidate[] {
  return stories.flatMap((told, rank) =>
    told.members.flatMap((id) => {
      const article = articles.get(id);
      if (!article) return [];
      const shown = told.story.highlights.filter((h) => h.article === id).flatMap((h) => h.ranges);
      const isShown = ({ ranges: [first] }: Sentence): boolean =>
        shown.some((r) => first !== undefined && r.start <= first.start && first.start < r.end);
      return article.sentences
        .filter((sentence) => sentence.barred === undefined && isAligned(sentence))
        .map((sentence) => ({ told, article, sentence, rank, shown: isShown(sentence) }));
    }),
  );
}

/**
 * Whether a place in the text as readers see it is the same place in the ranges: no sign was left out and each run of
 * white space was one sign. Of other sentences no words are set apart.
 */
function isAligned(sentence: Sentence): boolean {
  return lengthOf(sentence.ranges) === sentence.text.length;
}

/** Looks into the sentence of a candidate. What was found in an article once is not looked for again. */
export function createFinder<T>(
  name: string,
  remember: Remember,
  find: (text: string, language: string) => T | null,
): (candidate: Candidate) => T | null {
  const known = new Map<AnalyzedArticle, (T | null)[]>();
  return ({ article, sentence }) => {
    const found =
      known.get(article) ??
      remember(name, [article], () => article.sentences.map(({ text }) => find(text, article.language)));
    known.set(article, found);
    return found[sentence.index] ?? null;
  };
}

/** Words of an aligned sentence with their place in the part. */
export function citeWords(sentence: Sentence, span: Range): Cited {
  return {
    text: sentence.text.slice(span.start, span.end),
    ranges: sliceRanges(sentence.ranges, span.start, span.end),
  };
}

/** The sentence itself, and whose it is. */
export function excerptOf({ told, article, sentence }: Candidate, language: string): Excerpt {
  return {
    story: told.story.id,
    sentence: { ...highlightOf(article, [sentence]), source: sourceOf(article, language) },
    language: article.language,
    dir: article.dir,
  };
}

/** The first sentence that holds two texts of an editor word for word, and where; neither may lie in the other. */
export function findWords(
  candidates: readonly Candidate[],
  first: string,
  second: string,
): { candidate: Candidate; first: Range; second: Range } | null {
  const [one, two] = [foldSpace(first), foldSpace(second)];
  if (one === '' || two === '') return null;
  for (const candidate of candidates) {
    const { text } = candidate.sentence;
    const b = text.indexOf(two);
    if (b === -1) continue;
    const before = text.slice(0, b).lastIndexOf(one);
    const a = before === -1 ? text.indexOf(one, b + two.length) : before;
    if (a === -1) continue;
    return { candidate, first: spanAt(a, one), second: spanAt(b, two) };
  }
  return null;
}

function spanAt(start: number, text: string): Range {
  return { start, end: start + text.length };
}
