import type { AnalyzedArticle, Sentence } from '../types.ts';
import { type FilterContext, rejectionOf } from './filters.ts';
import { insideQuotations } from './quotations.ts';
import type { Run, Stands } from './select.ts';

/** What of an article may be told: alone, or together with what follows it. */
export type Readable = {
  stands: Stands;
  /** Of each sentence the filter that keeps it from being told alone, or null. */
  rejections: (string | null)[];
};

/** How many sentences back a reader of the article knows what "the company" is; it keeps long articles linear. */
const REMEMBERED = 40;

/** What the first sentence of a run may lack: a quotation that the next one closes. */
const begins = new Set(['open quote', null]);

export function findReadable(article: AnalyzedArticle): Readable {
  const { sentences } = article;
  const contextOf = contextsOf(article);
  const rejections = sentences.map((s, i) => rejectionOf([s], contextOf(i)));
  const runs = new Map<number, boolean>();
  const stands = ({ first, last }: Run): boolean => {
    if (first === last) return rejections[first] === null;
    if (!begins.has(rejections[first] ?? null)) return false;
    const key = first * sentences.length + last;
    const known = runs.get(key) ?? rejectionOf(sentences.slice(first, last + 1), contextOf(first)) === null;
    runs.set(key, known);
    return known;
  };
  return { stands, rejections };
}

/** What the filters ask of an article, for a highlight that begins with the sentence of an index. */
function contextsOf({
  sentences,
  paragraphs,
  language,
  title,
}: AnalyzedArticle): (index: number) => Omit<FilterContext, 'sentences'> {
  const quoted = byParagraph(sentences).flatMap((own) => insideQuotations(own.map((s) => s.text)));
  const inList = sentences.map((s) => paragraphs[s.paragraph]?.kind === 'item');
  // A text that is all list says what it says in items.
  const allList = inList.every(Boolean);
  const lowered = !sentences.some((s) => /\p{Lu}/u.test(s.text));
  return (index) => ({
    language,
    title: title.text,
    first: index === 0,
    quoted: quoted[index] ?? false,
    item: !allList && inList[index] === true,
    lowered,
    before: sentences
      .slice(Math.max(0, index - REMEMBERED), index)
      .map((s) => s.text)
      .join(' '),
  });
}

function byParagraph(sentences: readonly Sentence[]): Sentence[][] {
  const paragraphs: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = paragraphs.at(-1);
    if (last?.[0]?.paragraph === sentence.paragraph) last.push(sentence);
    else paragraphs.push([sentence]);
  }
  return paragraphs;
}
