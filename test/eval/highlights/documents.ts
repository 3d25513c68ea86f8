import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Hidden, ModelSentence } from '../../../src/summarize/model/outline.ts';
import { splitSentences } from '../../../src/text/sentences.ts';
import { tokenize } from '../../../src/text/tokens.ts';
import { grams, rougeTokens } from '../rouge.ts';

/** An article with the highlights its editors wrote. */
export type Document = { id: string; sentences: ModelSentence[]; hidden: Hidden; summary: string[] };

type Row = { id: string; article: string; summary: string[] };

export function readRows(folder: string, name: string): Row[] {
  const text = gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`))).toString('utf8');
  const rows = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
  return rows.filter((row) => row.summary.length > 0 && row.article.length > 200);
}

export function toDocument({ id, article, summary }: Row): Document {
  const sentences = article
    .split('\n')
    .flatMap((paragraph, p) =>
      splitSentences(paragraph, 'en').map(({ start, end }) => toSentence(paragraph.slice(start, end), p)),
    );
  return { id, sentences, hidden: { paragraphs: !article.includes('\n'), capitals: false }, summary };
}

/** A lower-cased text whose signs stand apart: " . " ends a sentence. */
export function toLowercaseDocument({ id, article, summary }: Row): Document {
  const parts = article.split(/(?<=\s[.?!](?:\s['"”’])?)\s+/u).filter((s) => /[a-z]/u.test(s));
  return {
    id,
    sentences: parts.map((s) => toSentence(s, 0)),
    hidden: { paragraphs: true, capitals: true },
    summary,
  };
}

function toSentence(text: string, paragraph: number): ModelSentence {
  return { text, paragraph, tokens: tokenize(text, 'en').map((t) => t.text) };
}

/** Scores any set of sentences of one article against its highlights: ROUGE-1 F1 + ROUGE-2 F1. */
export function createScorer({ sentences, summary }: Document): (set: readonly number[]) => number {
  const reference = summary.flatMap(rougeTokens);
  const wanted = [1, 2].map((size) => {
    const counts = [...grams(reference, size)];
    return { slots: new Map(counts.map(([gram], k) => [gram, k])), most: counts.map(([, n]) => n) };
  });
  const own = sentences.map(({ text }) => {
    const tokens = rougeTokens(text);
    const hits = wanted.map(({ slots }, k) =>
      [...grams(tokens, k + 1)].flatMap(([gram, n]) => {
        const slot = slots.get(gram);
        return slot === undefined ? [] : [[slot, n] as const];
      }),
    );
    return { length: tokens.length, hits };
  });
  return (set) => {
    const length = set.reduce((sum, i) => sum + (own[i]?.length ?? 0), 0);
    return wanted.reduce((score, { most }, k) => {
      const counts = new Map<number, number>();
      for (const i of set)
        for (const [slot, n] of own[i]?.hits[k] ?? []) counts.set(slot, (counts.get(slot) ?? 0) + n);
      let hits = 0;
      for (const [slot, n] of counts) hits += Math.min(n, most[slot] ?? 0);
      return score + (2 * hits) / Math.max(1, length + reference.length - 2 * k);
    }, 0);
  };
}
