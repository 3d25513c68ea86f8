import { stemmer } from 'stemmer';

/** Recall-oriented overlap of a summary with a reference: F1, 0 to 1. */
export type Rouge = { r1: number; r2: number; rl: number; words: number };

const memo = new Map<string, string>();

/** Words as the field's scorer has them: letters a to z and digits, Porter's stem of those longer than three. */
export function rougeTokens(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/gu) ?? []).map((word) => {
    if (word.length <= 3) return word;
    const known = memo.get(word);
    if (known !== undefined) return known;
    const made = stemmer(word);
    memo.set(word, made);
    return made;
  });
}

/**
 * ROUGE-1, ROUGE-2 and summary-level ROUGE-L (C.-Y. Lin, "ROUGE: A Package for Automatic Evaluation of Summaries",
 * 2004), F1, with sentences as lists; semantics of the `rouge_score` package (`rougeLsum`).
 */
export function rouge(reference: readonly string[], summary: readonly string[]): Rouge {
  const ref = reference.map(rougeTokens);
  const hyp = summary.map(rougeTokens);
  return {
    r1: overlap(ref.flat(), hyp.flat(), 1),
    r2: overlap(ref.flat(), hyp.flat(), 2),
    rl: union(ref, hyp),
    words: hyp.flat().length,
  };
}

export function grams(tokens: readonly string[], size: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = size; i <= tokens.length; i += 1) {
    const gram = tokens.slice(i - size, i).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function overlap(ref: readonly string[], hyp: readonly string[], size: number): number {
  const [a, b] = [grams(ref, size), grams(hyp, size)];
  let hits = 0;
  for (const [gram, n] of a) hits += Math.min(n, b.get(gram) ?? 0);
  return f1(hits, ref.length - size + 1, hyp.length - size + 1);
}

function f1(hits: number, ref: number, hyp: number): number {
  return hits === 0 ? 0 : (2 * hits) / (Math.max(1, ref) + Math.max(1, hyp));
}

/** Each reference sentence against the union of its longest common subsequences with all sentences, clipped. */
function union(ref: readonly string[][], hyp: readonly string[][]): number {
  const left = { ref: grams(ref.flat(), 1), hyp: grams(hyp.flat(), 1) };
  let hits = 0;
  for (const sentence of ref) {
    const found = new Set(hyp.flatMap((h) => commonPlaces(sentence, h)));
    for (const place of [...found].sort((a, b) => a - b)) {
      const word = sentence[place] ?? '';
      const [a, b] = [left.ref.get(word) ?? 0, left.hyp.get(word) ?? 0];
      if (a <= 0 || b <= 0) continue;
      hits += 1;
      left.ref.set(word, a - 1);
      left.hyp.set(word, b - 1);
    }
  }
  return f1(hits, ref.flat().length, hyp.flat().length);
}

/** Places in `ref` of one longest common subsequence. */
function commonPlaces(ref: readonly string[], hyp: readonly string[]): number[] {
  const width = hyp.length + 1;
  const table = new Uint16Array((ref.length + 1) * width);
  for (let i = 1; i <= ref.length; i += 1) {
    for (let j = 1; j <= hyp.length; j += 1) {
      table[i * width + j] =
        ref[i - 1] === hyp[j - 1]
          ? (table[(i - 1) * width + j - 1] as number) + 1
          : Math.max(table[(i - 1) * width + j] as number, table[i * width + j - 1] as number);
    }
  }
  const places: number[] = [];
  let [i, j] = [ref.length, hyp.length];
  while (i > 0 && j > 0) {
    if (ref[i - 1] === hyp[j - 1]) {
      places.push(i - 1);
      i -= 1;
      j -= 1;
    } else if ((table[i * width + j - 1] as number) > (table[(i - 1) * width + j] as number)) j -= 1;
    else i -= 1;
  }
  return places;
}
