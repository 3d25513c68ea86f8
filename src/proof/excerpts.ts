/** What an issue sets apart of single sentences: its figures and its quote, with the words that are shown of each. */
import { joinRanges, lengthOf, sliceRanges } from '../text/ranges.ts';
import type { Cited, Excerpt, Issue, Range } from '../types.ts';

/** `shown` are words of the sentence of `excerpt`, each without a gap, none of them shared. */
export type SetApart = { name: string; excerpt: Excerpt; shown: Cited[] };

export function excerptsOf({ numbers, quote }: Issue): SetApart[] {
  return [
    ...numbers.map((number) => ({
      name: `figure "${number.figure.text}"`,
      excerpt: number,
      shown: [number.figure, number.label],
    })),
    ...(quote
      ? [
          {
            name: `quote "${quote.words.text.slice(0, 60)}"`,
            excerpt: quote,
            shown: [quote.words, quote.by],
          },
        ]
      : []),
  ];
}

/** What is wrong with the words shown of a sentence that is proved itself, or null. `text` is the part's. */
export function compareShown({ excerpt, shown }: SetApart, text: string): string | null {
  for (const words of shown) {
    if (!isWithin(words.ranges, excerpt.sentence.ranges))
      return `"${words.text}" is not an unbroken piece of its sentence`;
    const joined = joinRanges(text, words.ranges);
    if (joined !== words.text) return `"${words.text}" is "${joined}" in the source`;
  }
  const [first, second] = shown.map((words) => words.ranges);
  return first && second && share(first, second) ? 'its words are shown twice' : null;
}

function isWithin(words: readonly Range[], sentence: readonly Range[]): boolean {
  const start = words[0]?.start ?? -1;
  let offset = 0;
  for (const range of sentence) {
    if (range.start <= start && start < range.end) {
      const from = offset + start - range.start;
      return same(sliceRanges(sentence, from, from + lengthOf(words)), words);
    }
    offset += range.end - range.start;
  }
  return false;
}

function same(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every((r, i) => r.start === b[i]?.start && r.end === b[i]?.end);
}

function share(a: readonly Range[], b: readonly Range[]): boolean {
  return a.some((x) => b.some((y) => x.start < y.end && y.start < x.end));
}
