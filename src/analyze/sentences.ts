import { datelineLength } from '../text/datelines.ts';
import { joinRanges, overlaps, rawText, sliceRanges } from '../text/ranges.ts';
import { splitSentences } from '../text/sentences.ts';
import { tokenize } from '../text/tokens.ts';
import type { Article, Paragraph, Part, Range, Sentence } from '../types.ts';

/** Longest paragraph that is split into sentences; what is longer is no prose and is never quoted. */
const longest = 100_000;

/** The sentences of an article's body in reading order; subheads have none. */
export function findSentences(part: Part, article: Article, language: string): Sentence[] {
  const sentences: Sentence[] = [];
  let ordinal = 0;
  for (const [index, paragraph] of article.paragraphs.entries()) {
    if (paragraph.kind === 'subhead') continue;
    ordinal += 1;
    for (const found of inParagraph(part, paragraph, language, ordinal === 1)) {
      const last = sentences.at(-1);
      const follows = last && last.paragraph === index - 1;
      const before = follows ? gapBetween(part, last, found) : found.before;
      sentences.push({ ...found, before, index: sentences.length, paragraph: index, ordinal });
    }
  }
  return sentences;
}

/** The white space that parts two paragraphs, if nothing else does. */
function gapBetween(part: Part, last: Sentence, next: Found): Range[] {
  const start = last.ranges.at(-1)?.end ?? 0;
  const end = next.ranges[0]?.start ?? 0;
  return start < end && /^\s+$/u.test(part.text.slice(start, end)) ? [{ start, end }] : [];
}

type Found = Omit<Sentence, 'index' | 'paragraph' | 'ordinal'>;

function inParagraph(part: Part, paragraph: Paragraph, language: string, opens: boolean): Found[] {
  const raw = rawText(part.text, paragraph.ranges);
  const whole = raw.length > longest;
  const spans = whole ? [{ start: 0, end: raw.length }] : splitBody(raw, language, opens);
  return spans.map((span, i) => {
    const ranges = sliceRanges(paragraph.ranges, span.start, span.end);
    const text = joinRanges(part.text, ranges);
    const before = i === 0 ? [] : sliceRanges(paragraph.ranges, spans[i - 1]?.end ?? span.start, span.start);
    const barred = whole ? 'too long to be prose' : barredBy(part, paragraph, ranges);
    const tokens = whole ? [] : tokenize(text, language).map((t) => t.text);
    return { ranges, before, text, tokens, ...(barred ? { barred } : {}) };
  });
}

/** The sentences of a paragraph. The first of an article begins after its dateline, which is no part of it. */
function splitBody(raw: string, language: string, opens: boolean): Range[] {
  const skip = opens ? datelineLength(raw) : 0;
  return splitSentences(raw.slice(skip), language).map((s) => ({ start: s.start + skip, end: s.end + skip }));
}

/** Damage that deleting cannot repair, touched by the sentence, or a character that could not be read. */
function barredBy(part: Part, paragraph: Paragraph, ranges: Sentence['ranges']): string | null {
  const damage = paragraph.damage.find((d) => ranges.some((r) => overlaps(r, d)));
  if (damage) return damage.rule;
  return ranges.some((r) => part.text.slice(r.start, r.end).includes('\uFFFD')) ? 'unreadable' : null;
}
