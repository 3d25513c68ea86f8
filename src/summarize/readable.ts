import type { AnalyzedArticle, Sentence } from '../types.ts';
import { type FilterContext, rejectionOf } from './filters.ts';
import { insideQuotations } from './quotations.ts';
import type { Run, Stands } from './select.ts';

/** How many sentences back a reader of the article knows what "the company" is; it keeps long articles linear. */
const REMEMBERED = 40;

/** What the first sentence of a run may lack: a quotation that the next one closes. */
const begins = new Set(['open quote', null]);

/**
 * Of each sentence the filter that keeps it from being told alone, or null. `repeated` are those, by index, that articles of
 * other stories have too.
 */
export function rejectAlone(article: AnalyzedArticle, repeated?: ReadonlySet<number>): (string | null)[] {
  const contextOf = contextsOf(article);
  return article.sentences.map((s, i) =>
    repeated?.has(i) ? 'in other stories too' : rejectionOf([s], contextOf(i)),
  );
}

/** What of an article may be told: a sentence alone, or together with the one that follows it. */
export function createStands(article: AnalyzedArticle, rejections: () => (string | null)[]): Stands {
  const { sentences } = article;
  const runs = new Map<number, boolean>();
  let contextOf: ReturnType<typeof contextsOf> | null = null;
  return ({ first, last }: Run): boolean => {
    if (first === last) return rejections()[first] === null;
    if (!begins.has(rejections()[first] ?? null)) return false;
    contextOf ??= contextsOf(article);
    const key = first * sentences.length + last;
    const known = runs.get(key) ?? rejectionOf(sentences.slice(first, last + 1), contextOf(first)) === null;
    runs.set(key, known);
    return known;
  };
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
    before: () =>
      sentences
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
