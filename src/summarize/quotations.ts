/** A habit of quoting: what opens, what closes, and whether the opening sign may be something else as well. */
type Habit = { opens: RegExp; closes: RegExp; doubtful: boolean };

// Each is asked at one sign with what stands around it.
const habits: Habit[] = [
  { opens: /“/uy, closes: /”/uy, doubtful: false },
  { opens: /„/uy, closes: /[“”]/uy, doubtful: false },
  { opens: /«/uy, closes: /»/uy, doubtful: false },
  { opens: /[「『]/uy, closes: /[」』]/uy, doubtful: false },
  { opens: /"/uy, closes: /"/uy, doubtful: true },
  { opens: /(?<![\p{L}\p{N}])»(?=[\p{L}\p{N}])/uy, closes: /«/uy, doubtful: true },
  // Single signs are apostrophes too: they open before a word, and close after a stop.
  {
    opens: /(?<![\p{L}\p{N}])[‘'](?=\p{L})/uy,
    closes: /(?<=[.,!?…])[’'](?![\p{L}\p{N}])/uy,
    doubtful: true,
  },
];

const signs = /["“”„«»「」『』‘’']/gu;

/**
 * Whether each sentence of a paragraph begins inside a quotation that one before it opened: its words are somebody's,
 * though it has no sign of that itself. One that the paragraph does not close runs to its end, since a quotation of
 * several paragraphs closes in the last; a sign that may be another (inches, an apostrophe) opens nothing then.
 */
export function insideQuotations(sentences: readonly string[]): boolean[] {
  if (!sentences.some((s) => s.search(signs) >= 0)) return sentences.map(() => false);
  const text = sentences.join(' ');
  const spans = quotationsIn(text);
  let start = 0;
  return sentences.map((sentence) => {
    const at = start;
    start += sentence.length + 1;
    return spans.some((span) => span.start < at && at < span.end);
  });
}

function quotationsIn(text: string): { start: number; end: number }[] {
  const places = Array.from(text.matchAll(signs), (m) => m.index);
  const spans: { start: number; end: number }[] = [];
  for (let k = 0; k < places.length; k += 1) {
    const start = places[k] as number;
    const habit = habits.find(({ opens }) => matchesAt(opens, text, start));
    if (!habit) continue;
    const closing = places.findIndex((at, n) => n > k && matchesAt(habit.closes, text, at));
    if (closing < 0 && habit.doubtful) continue;
    spans.push({ start, end: places[closing] ?? text.length });
    if (closing < 0) break;
    k = closing;
  }
  return spans;
}

function matchesAt(sign: RegExp, text: string, at: number): boolean {
  sign.lastIndex = at;
  return sign.test(text);
}
