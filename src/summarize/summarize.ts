import { tokenize } from '../text/tokens.ts';
import type { AnalyzedArticle, HighlightReason, Sentence } from '../types.ts';
import { rejectionOf } from './filters.ts';
import { likeness, type SentenceScore, scoreSentences } from './score.ts';

/** A sentence that was chosen, and why. */
export type Pick = { sentence: Sentence; reason: HighlightReason };

/** `chosen` in reading order; `rejected` counts the sentences each filter kept out. */
export type Summary = { chosen: Pick[]; rejected: { [reason: string]: number } };

/** Two highlights whose content words overlap this much say the same. */
const sameness = 0.6;

/** Chooses up to `limit` sentences of an article: the best by score that stand alone and do not repeat each other. */
export function summarize(article: AnalyzedArticle, limit: number): Summary {
  const { sentences, language } = article;
  const title = article.title.text;
  const scores = scoreSentences(sentences, tokensOf(title, language), language);
  const rejections = sentences.map((s, i) => rejectionOf(s, { language, first: i === 0, title }));
  const candidates = sentences
    .map((sentence, i) => ({ sentence, score: scores[i], rejection: rejections[i] }))
    .filter((c) => c.rejection === null)
    .sort((a, b) => (b.score?.total ?? 0) - (a.score?.total ?? 0) || a.sentence.index - b.sentence.index);
  const chosen: Pick[] = [];
  for (const { sentence, score } of candidates) {
    if (chosen.length === limit) break;
    if (score === undefined || chosen.some((c) => likeness(c.sentence, sentence, language) > sameness))
      continue;
    chosen.push({ sentence, reason: explain(sentence, score) });
  }
  chosen.sort((a, b) => a.sentence.index - b.sentence.index);
  return { chosen, rejected: countReasons(rejections) };
}

function tokensOf(text: string, language: string): string[] {
  return tokenize(text, language).map((t) => t.text);
}

function explain(sentence: Sentence, score: SentenceScore): HighlightReason {
  const reasons = [
    sentence.index === 0
      ? 'opens the article'
      : `sentence ${sentence.index + 1}, paragraph ${sentence.ordinal}`,
    ...(score.title >= 0.34 ? ['shares words with the title'] : []),
    ...(score.centrality >= 0.8 ? ['close to what the whole article says'] : []),
    ...(score.figure > 0 ? ['names a figure'] : []),
  ];
  return { score: score.total, reasons };
}

function countReasons(rejections: readonly (string | null)[]): { [reason: string]: number } {
  const counts: { [reason: string]: number } = {};
  for (const reason of rejections) if (reason !== null) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
