import type { Sentence } from '../types.ts';

/** Whether nothing but white space stands between a sentence and the one before it, a paragraph's end included. */
export function followsOn(sentence: Sentence, before: Sentence): boolean {
  return sentence.paragraph === before.paragraph || sentence.before.length > 0;
}

/** Whether sentences follow each other without a gap and without damage, so that they can be quoted as one. */
export function isQuotable(run: readonly Sentence[]): boolean {
  return run.every((sentence, i) => {
    const before = run[i - 1];
    return sentence.barred === undefined && (before === undefined || followsOn(sentence, before));
  });
}

/** The text of sentences that follow each other. */
export function runText(run: readonly Sentence[]): string {
  return run.map((s, i) => (i > 0 && s.before.length > 0 ? ` ${s.text}` : s.text)).join('');
}
