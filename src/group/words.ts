import { stopWords } from '../text/stop-words.ts';
import { stem, tokenize } from '../text/tokens.ts';
import type { Metadata } from '../types.ts';

/** What grouping reads of an article; an analyzed article fits. */
export type GroupInput = {
  id: string;
  file: string;
  /** The text it was found in: what one page prints as two articles is not one story. */
  part: string;
  language: string;
  title: { text: string };
  sentences: { text: string; tokens: string[] }[];
  date: { value: string } | null;
  metadata: Metadata;
};

/** A folded word as the tokenizer gives it, and the key under which its forms meet. */
export type Word = { text: string; key: string };

/** The words of an article that carry meaning, in order. `sentences` are those of the article, one for one. */
export type ArticleWords = { title: Word[]; sentences: Word[][] };

/** Words of an article without stop words. */
export function readWords(article: GroupInput): ArticleWords {
  const stops = stopWords(article.language);
  const known = new Map<string, Word[]>();
  const readWord = (text: string): Word[] => {
    const word = known.get(text) ?? (stops.has(text) ? [] : [{ text, key: stem(text, article.language) }]);
    known.set(text, word);
    return word;
  };
  return {
    title: titleTokens(article).flatMap(readWord),
    sentences: article.sentences.map((sentence) => sentence.tokens.flatMap(readWord)),
  };
}

export function titleTokens({ title, language }: GroupInput): string[] {
  return tokenize(title.text, language).map((token) => token.text);
}
