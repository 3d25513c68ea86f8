import { configSchema } from '../../src/config.ts';
import { makeDigest } from '../../src/pipeline/digest.ts';
import { joinRanges } from '../../src/text/ranges.ts';
import type { AnalyzedArticle } from '../../src/types.ts';

/** An article that a build finds in a text. */
export type Found = { title: string; body: string; authors: string[]; month: string | null };

const config = configSchema.parse({
  title: 'Eval',
  url: 'https://eval.example',
  sender: { name: 'Eval', email: 'eval@eval.example' },
});

export const bodyKinds: ReadonlySet<string> = new Set(['paragraph', 'item', 'quote']);

function monthOf({ date }: AnalyzedArticle): string | null {
  return date && date.precision !== 'year' ? date.value.slice(0, 7) : null;
}

/** The articles of one file, with the paragraphs of the given kinds as bodies. */
export async function findArticles(
  path: string,
  bytes: Uint8Array,
  kinds: ReadonlySet<string>,
): Promise<Found[]> {
  const files = [{ path, bytes }];
  const { value } = await makeDigest({ config, files, pages: [], seals: [], ids: new Map() });
  const texts = new Map(value.parts.map(({ part }) => [part.key, part.text]));
  return value.articles.map((article) => ({
    title: article.title.text,
    body: article.paragraphs
      .filter((p) => kinds.has(p.kind))
      .map((p) => joinRanges(texts.get(article.part) ?? '', p.ranges))
      .join('\n'),
    authors: article.authors.map((a) => a.text),
    month: monthOf(article),
  }));
}

/** Word 4-grams of a text and how often each occurs. */
export function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - 3); i += 1) {
    const key = words.slice(i, i + 4).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Shares of the 4-grams found that are true, and of the true ones that are found. */
export function scoreText(truth: string, found: string): { precision: number; recall: number } {
  const [a, b] = [shingles(truth), shingles(found)];
  let shared = 0;
  for (const [key, count] of a) shared += Math.min(count, b.get(key) ?? 0);
  const total = (m: Map<string, number>) => [...m.values()].reduce((sum, n) => sum + n, 0);
  return { precision: found === '' ? 0 : shared / total(b), recall: shared / total(a) };
}
