import { anew } from '../text/anew.ts';
import { compareText } from '../text/ids.ts';
import { tokenize } from '../text/tokens.ts';
import type { Remember } from '../types.ts';
import type { ArticleWords, GroupInput, Word } from './words.ts';

/** An article and its words. */
export type ReadArticle = { article: GroupInput; words: ArticleWords };

/** How often each form of each key occurs. */
type Forms = Map<string, Map<string, number>>;

/**
 * Keys as readers write them; a key may be several words joined by spaces. A word is written small if it is
 * so anywhere in the articles (a capital may only open a sentence), otherwise in its most frequent form.
 */
export function readableWords(
  keys: readonly string[],
  articles: readonly ReadArticle[],
  remember: Remember = anew,
): string[] {
  const inputs = [keys.join('\n'), ...articles.flatMap(({ article, words }) => [article, words])];
  return remember('readable words', inputs, () => writeWords(keys, articles));
}

function writeWords(keys: readonly string[], articles: readonly ReadArticle[]): string[] {
  const wanted = new Set(keys.flatMap((key) => key.split(' ')));
  const forms: Forms = new Map();
  for (const { article, words } of articles) {
    collectForms(article.title.text, article.language, words.title, wanted, forms);
    article.sentences.forEach(({ text }, i) => {
      collectForms(text, article.language, words.sentences[i] ?? [], wanted, forms);
    });
  }
  const readable = (key: string): string => bestForm(forms.get(key) ?? new Map()) ?? key;
  return keys.map((key) => key.split(' ').map(readable).join(' '));
}

function collectForms(
  text: string,
  language: string,
  words: readonly Word[],
  wanted: ReadonlySet<string>,
  forms: Forms,
): void {
  const keys = new Map(words.filter(({ key }) => wanted.has(key)).map((word) => [word.text, word.key]));
  if (keys.size === 0) return;
  for (const token of tokenize(text, language)) {
    const key = keys.get(token.text);
    if (key === undefined) continue;
    const form = text.slice(token.start, token.end);
    const counts = forms.get(key) ?? new Map<string, number>();
    forms.set(key, counts.set(form, (counts.get(form) ?? 0) + 1));
  }
}

function bestForm(counts: ReadonlyMap<string, number>): string | undefined {
  const small = [...counts].filter(([form]) => form === form.toLowerCase());
  const pool = small.length > 0 ? small : [...counts];
  return pool.sort(([a, n], [b, m]) => m - n || compareText(a, b))[0]?.[0];
}
