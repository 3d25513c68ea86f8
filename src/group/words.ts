import { stem, stopWords, tokenize } from '../text/tokens.ts';
import type { GroupInput } from './input.ts';

/** A word as readers see it, and the key under which its forms meet. */
export type Word = { surface: string; key: string };

/** The words of an article that carry meaning, in order; no run of words goes beyond a sentence. */
export type ArticleWords = { title: Word[]; sentences: Word[][] };

/** The word without case and possessive ending. */
export function foldWord(token: string): string {
  return bareWord(token).toLowerCase();
}

/** Words of an article without stop words and lone punctuation, title and body apart. */
export function readWords(article: GroupInput): ArticleWords {
  const stops = stopWords(article.language);
  const stems = new Map<string, string>();
  const readWord = (token: string): Word[] => {
    const surface = bareWord(token);
    const word = surface.toLowerCase();
    if (stops.has(word) || !isWord(word)) return [];
    const key = stems.get(word) ?? stem(word, article.language);
    stems.set(word, key);
    return [{ surface, key }];
  };
  return {
    title: titleTokens(article).flatMap(readWord),
    sentences: article.sentences.map((sentence) => sentence.tokens.flatMap(readWord)),
  };
}

/** Keys of neighbouring words, joined by a space. */
export function pairKeys(words: readonly Word[]): string[] {
  return words.slice(1).map((word, i) => `${words[i]?.key ?? ''} ${word.key}`);
}

export function titleTokens(article: GroupInput): string[] {
  return tokenize(article.title.text, article.language).map((token) => token.text);
}

/** Every word of the given tokens, stop words too, folded. */
export function foldWords(tokens: readonly string[]): string[] {
  return tokens.map(foldWord).filter(isWord);
}

function bareWord(token: string): string {
  return token.normalize('NFC').replace(/['’]s$/iu, '');
}

function isWord(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word);
}
