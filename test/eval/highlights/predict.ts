import { judgeArticle } from '../../../src/summarize/judge.ts';
import { loadModel } from '../../../src/summarize/model/weights.ts';
import { createSummarizer } from '../../../src/summarize/summarize.ts';
import { splitSentences } from '../../../src/text/sentences.ts';
import { tokenize } from '../../../src/text/tokens.ts';
import type { AnalyzedArticle, Sentence } from '../../../src/types.ts';

/** Sentences that a prediction has: fewer only when the article has fewer. */
const WANTED = 3;

/** Chooses as the product does; where fewer than three can be read alone, the best of the rest join them. */
export async function createPredictor(): Promise<(row: { title?: string; article: string }) => string[]> {
  const model = await loadModel();
  return ({ title = '', article: text }) => {
    const article = toArticle(title, text);
    const summarizer = createSummarizer({ limit: WANTED, words: 120, model });
    const chosen = new Set(summarizer.pick([article], '').flatMap((p) => p.sentences.map((s) => s.index)));
    if (chosen.size < WANTED) fillUp(chosen, judgeArticle(article, model).margins);
    return article.sentences
      .filter((s) => chosen.has(s.index))
      .flatMap(({ ranges }) => ranges.map(({ start, end }) => text.slice(start, end)));
  };
}

function fillUp(chosen: Set<number>, margins: ArrayLike<number>): void {
  const rest = Array.from({ length: margins.length }, (_, i) => i).sort(
    (a, b) => (margins[b] as number) - (margins[a] as number) || a - b,
  );
  for (const index of rest) if (chosen.size < WANTED) chosen.add(index);
}

export function toArticle(title: string, text: string): AnalyzedArticle {
  const sentences: Sentence[] = [];
  let ordinal = 0;
  for (const { 0: paragraph, index: at } of text.matchAll(/[^\n]+/gu)) {
    if (paragraph.trim() === '') continue;
    ordinal += 1;
    for (const { start, end } of splitSentences(paragraph, 'en')) {
      const own = paragraph.slice(start, end).replace(/\s+/gu, ' ');
      const tokens = tokenize(own, 'en').map((t) => t.text);
      sentences.push({
        index: sentences.length,
        paragraph: ordinal,
        ordinal,
        ranges: [{ start: at + start, end: at + end }],
        before: [{ start: 0, end: 1 }],
        text: own,
        tokens,
      });
    }
  }
  return {
    id: 'a',
    language: 'en',
    title: { text: title, ranges: [] },
    sentences,
    paragraphs: [],
  } as unknown as AnalyzedArticle;
}
