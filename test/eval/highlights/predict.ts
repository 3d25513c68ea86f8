import { sentencesOf } from '../articles.ts';

/** A stand-in: the first three sentences. */
export async function createPredictor(): Promise<(row: { title?: string; article: string }) => string[]> {
  return ({ article }) => sentencesOf(article).slice(0, 3);
}
