import { tokenize } from '../text/tokens.ts';
import { roundScore } from '../text/vectors.ts';
import type { AnalyzedArticle } from '../types.ts';
import { evaluate } from './model/forest.ts';
import type { Hidden } from './model/outline.ts';
import { judgeSentences, type Reading, readWords } from './model/reading.ts';
import { setRows } from './model/set-features.ts';
import type { HighlightModel } from './model/weights.ts';
import { scoreSentences } from './position.ts';

/** What a way of judging says of one article's sentences. */
export type Judge = {
  /** Worth of each sentence alone: log-odds of the model, or the score. */
  margins: ArrayLike<number>;
  /** Worth of sets of ascending sentences. */
  valuesOf: (sets: readonly (readonly number[])[]) => ArrayLike<number>;
  /** A sentence that cannot be read alone is worth the one before it when it is among so many of the best. */
  telling: number;
  /** Why one of them was chosen, in an editor's words. */
  reasonsFor: (sentence: number) => string[];
};

/** The model learned from articles of about thirty sentences; what is shorter than this says all it has at once. */
const fewest = 8;

/** The model where it knows the language and has something to weigh, else position, title and centrality. */
export function judgeArticle(article: AnalyzedArticle, model: HighlightModel | null): Judge {
  if (model === null) return byPosition(article, null);
  if (article.language.split('-')[0] !== 'en')
    return byPosition(article, `there is no model for "${article.language}"`);
  if (article.sentences.length < fewest) return byPosition(article, 'the article is short');
  return byModel(article, model);
}

function byModel({ sentences, title, language }: AnalyzedArticle, model: HighlightModel): Judge {
  const reading = judgeSentences(readWords(sentences, hiddenIn(sentences), model), model.sentences);
  const titleWords = new Set(tokenize(title.text, language).map((t) => t.text));
  return {
    margins: reading.margins.map(roundScore),
    telling: Math.min(4, Math.ceil(sentences.length / 5)),
    valuesOf: (sets) => evaluate(model.sets, setRows(reading, sets)).map(roundScore),
    reasonsFor: (i) => [...placeOf(i, sentences), ...wordsOf(reading, i, titleWords)],
  };
}

/** Pasted texts may have lost their paragraphs, or their capitals. */
export function hiddenIn(sentences: readonly { text: string; paragraph: number }[]): Hidden {
  const several = sentences.some((s) => s.paragraph !== sentences[0]?.paragraph);
  const capitals = sentences.filter((s) => /\s["'“‘(]?\p{Lu}\p{Ll}/u.test(s.text)).length;
  return { paragraphs: sentences.length > 5 && !several, capitals: capitals * 10 < sentences.length };
}

function placeOf(i: number, sentences: readonly AnalyzedArticle['sentences'][number][]): string[] {
  return [i === 0 ? 'opens the article' : `sentence ${i + 1}, paragraph ${sentences[i]?.ordinal ?? 1}`];
}

/** The words of a sentence that the model expects in highlights, likeliest first, as the sentence has them. */
function wordsOf(
  { outline, chances, coverage }: Reading,
  i: number,
  titleWords: ReadonlySet<string>,
): string[] {
  const tokens = outline.sentences[i]?.tokens ?? [];
  const ids = outline.words[i] ?? [];
  const chanceOf = new Map<string, number>();
  for (const [k, token] of tokens.entries()) {
    const id = ids[k] as number;
    if (outline.stop[id] === 0 && (chances[id] as number) >= 0.3) chanceOf.set(token, chances[id] as number);
  }
  const words = [...chanceOf]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([token]) => token);
  const shares = tokens.filter((t) => titleWords.has(t) && t.length > 3).length;
  return [
    ...(words.length > 0 ? [`has words the article turns on: ${words.join(', ')}`] : []),
    ...(shares >= 2 ? ['shares words with the title'] : []),
    ...((coverage.rankWords[i] ?? 1) === 0 ? ['says the most of all its sentences for its length'] : []),
  ];
}

function byPosition({ sentences, title, language }: AnalyzedArticle, why: string | null): Judge {
  const titleTokens = tokenize(title.text, language).map((t) => t.text);
  const scores = scoreSentences(sentences, titleTokens, language);
  const margins = scores.map((s) => s.total);
  return {
    margins,
    // Position puts a sentence next to its neighbour's, whatever it says.
    telling: 0,
    valuesOf: (sets) =>
      sets.map((set) => roundScore(set.reduce((sum, i) => sum + (margins[i] as number), 0))),
    reasonsFor: (i) => [
      ...placeOf(i, sentences),
      ...((scores[i]?.title ?? 0) >= 0.34 ? ['shares words with the title'] : []),
      ...((scores[i]?.centrality ?? 0) >= 0.8 ? ['close to what the whole article says'] : []),
      ...((scores[i]?.figure ?? 0) > 0 ? ['names a figure'] : []),
      ...(why ? [`chosen by position and centrality: ${why}`] : []),
    ],
  };
}
