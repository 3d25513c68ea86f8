/** What templates see of the figures and the quote that stand between themes. */
import { safeUrl, stripBidi } from '../text/markup.ts';
import type { Excerpt, Issue } from '../types.ts';
import { storyAnchor } from './story-view.ts';

/** Where words set apart lead, and how they are marked where they are not the issue's. */
type Origin = {
  /** The very sentence in its source, else the story on the issue's page. */
  href: string;
  /** The same for plain text, which shows addresses: the source, else the story on the page. */
  address: string;
  source: string;
  lang: string | null;
  dir: 'ltr' | 'rtl' | null;
};

export type NumberView = Origin & { figure: string; label: string };

/** All side by side, or by twos where one is too long for that; `share` is the width of each, in per cent. */
export type NumbersView = { rows: NumberView[][]; pairs: boolean; share: string };

/** Most signs of a figure that stands in a fourth of the width. */
const short = 8;

export type QuoteView = Origin & {
  open: string;
  words: string;
  close: string;
  by: string;
  date: string;
  /** Of a script that knows no italics. */
  upright: boolean;
};

export function viewNumbers(issue: Issue, url: string): NumbersView | null {
  const { numbers } = issue;
  if (numbers.length === 0) return null;
  const figures = numbers.map((number) => ({
    ...viewOrigin(number, issue, url),
    figure: stripBidi(number.figure.text),
    label: stripBidi(number.label.text),
  }));
  const pairs = figures.some(({ figure }) => figure.length > short);
  const rows = pairs ? [figures.slice(0, 2), figures.slice(2)].filter((row) => row.length > 0) : [figures];
  return { rows, pairs, share: `${Math.floor(100 / (pairs ? 2 : figures.length))}%` };
}

export function viewQuote(issue: Issue, url: string): QuoteView | null {
  const { quote } = issue;
  if (!quote) return null;
  const [open, close] = marksOf(quote.language);
  return {
    ...viewOrigin(quote, issue, url),
    open,
    words: stripBidi(quote.words.text),
    close,
    by: stripBidi(quote.by.text),
    date: stripBidi(quote.dateLabel),
    upright: !/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(quote.words.text),
  };
}

function viewOrigin({ sentence, story, language, dir }: Excerpt, issue: Issue, url: string): Origin {
  const onPage = `${url}#${storyAnchor(story)}`;
  const href = safeUrl(sentence.href);
  return {
    href: href ?? onPage,
    address: href?.replace(/#?:~:.*$/u, '') ?? onPage,
    source: stripBidi(sentence.source ?? ''),
    lang: language === issue.language ? null : language,
    dir: dir === issue.dir ? null : dir,
  };
}

const marks = new Map<string, [open: string, close: string]>([
  ['de', ['„', '“']],
  ['fr', ['«\u00a0', '\u00a0»']],
  ['es', ['«', '»']],
  ['it', ['«', '»']],
  ['ru', ['«', '»']],
  ['ja', ['「', '」']],
]);

/** The marks a language quotes with: those of the source were left out, since papers of one town differ. */
function marksOf(language: string): [open: string, close: string] {
  return marks.get(language.split('-')[0] ?? '') ?? ['“', '”'];
}
