import type { AnalyzedArticle, Range, Sentence } from '../types.ts';

/** What is looked for: words, and phrases between quotation marks, each folded. */
export type Query = string[];

/** An article that holds every word, with the sentences that hold most of them, in their order. */
export type Hit = { article: AnalyzedArticle; sentences: Sentence[]; inTitle: boolean };

const ascii = /^[\0-\x7f]*$/;

/** Without case, accents and compatibility forms, so that `fournee` finds `Fournée`. */
export function foldText(text: string): string {
  return ascii.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();
}

/** At most sixteen words of a query; a phrase between quotation marks is one. */
export function parseQuery(text: string): Query {
  const pieces = foldText(text.slice(0, 400)).match(/["“”„«»][^"“”„«»]+["“”„«»]?|[^\s"“”„«»]+/gu) ?? [];
  const words = pieces.map((piece) =>
    piece
      .replace(/["“”„«»]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 16);
}

/** An article as it is searched: folded once, and kept as long as the article is. A line of `body` is a sentence. */
type Folded = { title: string; names: string; body: string };

const folds = new WeakMap<AnalyzedArticle, Folded>();

function fold(article: AnalyzedArticle): Folded {
  const known = folds.get(article);
  if (known) return known;
  const names = [...article.authors, ...(article.source ? [article.source] : [])].map(({ text }) => text);
  const folded = {
    title: foldText(article.title.text),
    names: foldText(names.join('\n')),
    body: foldText(article.sentences.map(({ text }) => text).join('\n')),
  };
  folds.set(article, folded);
  return folded;
}

/** Articles that hold every word: those with all in the title first, then by words in the title, newest first. */
export function searchArticles(articles: readonly AnalyzedArticle[], query: Query): Hit[] {
  if (query.length === 0) return [];
  const all = query.join(' ');
  const found = articles.flatMap((article) => {
    const { title, names, body } = fold(article);
    const titled = holding(title, query);
    const holds = (word: string): boolean =>
      title.includes(word) || names.includes(word) || body.includes(word);
    if (titled < query.length && !query.every(holds)) return [];
    return [{ article, titled, whole: title === all ? 1 : 0 }];
  });
  found.sort(
    (a, b) =>
      b.whole - a.whole ||
      b.titled - a.titled ||
      compare(b.article.date?.value ?? '', a.article.date?.value ?? '') ||
      compare(a.article.title.text, b.article.title.text),
  );
  return found.map(({ article, titled }) => ({
    article,
    get sentences() {
      return bestSentences(article, query);
    },
    inTitle: titled === query.length,
  }));
}

/** Most sentences that are shown of an article. */
const shownSentences = 3;

function bestSentences(article: AnalyzedArticle, query: Query): Sentence[] {
  const best: { sentence: Sentence; n: number }[] = [];
  for (const [i, line] of fold(article).body.split('\n').entries()) {
    const n = holding(line, query);
    const sentence = article.sentences[i];
    if (n > 0 && sentence) best.push({ sentence, n });
  }
  return best
    .sort((a, b) => b.n - a.n || a.sentence.index - b.sentence.index)
    .slice(0, shownSentences)
    .map(({ sentence }) => sentence)
    .sort((a, b) => a.index - b.index);
}

function holding(text: string, query: Query): number {
  return query.filter((word) => text.includes(word)).length;
}

/** Whether a name, of a file or a story, holds every word. */
export function matches(name: string, query: Query): boolean {
  const folded = foldText(name);
  return query.length > 0 && query.every((word) => folded.includes(word));
}

/** The places of all words of a query in a text, as it is written. */
export function findWords(text: string, query: Query): Range[] {
  const { folded, starts } = foldWithPlaces(text);
  const found = query.flatMap((word) => {
    const ranges: Range[] = [];
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const end = at + word.length;
      ranges.push(starts ? { start: starts[at] ?? 0, end: starts[end] ?? text.length } : { start: at, end });
    }
    return ranges;
  });
  const out: Range[] = [];
  for (const range of found.sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else out.push({ ...range });
  }
  return out;
}

/** The folded text, and for each of its units the place in the text where its character begins; null: the same. */
function foldWithPlaces(text: string): { folded: string; starts: number[] | null } {
  if (ascii.test(text)) return { folded: foldText(text), starts: null };
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = foldText(character);
    for (let i = 0; i < piece.length; i += 1) starts.push(at);
    folded += piece;
    at += character.length;
  }
  return { folded, starts };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
