import { diagnose } from '../errors.ts';
import { foldSpace, mergeTouching } from '../text/ranges.ts';
import { isQuotable, runText } from '../text/runs.ts';
import type { AnalyzedArticle, Diagnostic, Highlight, HighlightReason, Sentence } from '../types.ts';
import type { EditorPage } from './editor-page.ts';

export type Reasoned = { highlight: Highlight; reason: HighlightReason };

/** A highlight from sentences that follow each other, with its link to the very words. */
export function highlightOf(article: AnalyzedArticle, sentences: readonly Sentence[]): Highlight {
  const text = runText(sentences);
  return {
    text,
    file: article.file,
    sha256: article.sha256,
    reader: article.reader,
    part: article.partName,
    ranges: mergeTouching(sentences.flatMap((s, i) => (i === 0 ? s.ranges : [...s.before, ...s.ranges]))),
    article: article.id,
    source: null,
    paragraph: sentences[0]?.ordinal ?? 1,
    href: article.url ? fragmentLink(article.url.text, text) : null,
  };
}

/**
 * Link to a sentence on its page by text fragment (WICG Scroll to Text Fragment). Long sentences are named by
 * their first and last words.
 */
export function fragmentLink(url: string, sentence: string): string {
  const words = sentence.split(' ');
  const text =
    words.length > 12
      ? `${encodeFragment(words.slice(0, 5))},${encodeFragment(words.slice(-4))}`
      : encodeFragment(words);
  const join = url.includes('#') ? ':~:' : '#:~:';
  return `${url}${join}text=${text}`;
}

function encodeFragment(words: readonly string[]): string {
  // Half a surrogate pair has no encoding.
  return encodeURIComponent(words.join(' ').toWellFormed()).replaceAll('-', '%2D').replaceAll("'", '%27');
}

/** The sentences the editor chose, in reading order; what is not word for word in the articles is reported. */
export function chosenHighlights(
  wanted: readonly string[],
  articles: readonly AnalyzedArticle[],
  page: EditorPage,
): { chosen: Reasoned[]; diagnostics: Diagnostic[] } {
  const found = wanted.map((text) => ({ text, run: findVerbatim(text, articles) }));
  const diagnostics = found.flatMap(({ text, run }) => (run ? [] : [notVerbatim(text, page)]));
  const runs = found
    .flatMap(({ run }) => run ?? [])
    .sort((a, b) => a.article - b.article || a.index - b.index);
  const reason = { score: 1, reasons: ['chosen by the editor'] };
  return { chosen: runs.map(({ highlight }) => ({ highlight, reason })), diagnostics };
}

function notVerbatim(text: string, page: EditorPage): Diagnostic {
  const line = page.lineOf(text);
  const hint =
    'Copy a whole sentence, or several that follow each other, exactly as the article has them. One with damage in it cannot be quoted.';
  return diagnose('not-verbatim', `this is no sentence of the article: "${text.slice(0, 80)}"`, {
    file: page.file,
    hint,
    ...(line ? { line } : {}),
  });
}

/** `article` and `index` say where in the story it stands. */
type Found = { highlight: Highlight; article: number; index: number };

function findVerbatim(text: string, articles: readonly AnalyzedArticle[]): Found | null {
  const wanted = foldSpace(text).normalize('NFC');
  for (const [i, article] of articles.entries()) {
    const run = findRun(wanted, article.sentences);
    if (run) return { highlight: highlightOf(article, run), article: i, index: run[0]?.index ?? 0 };
  }
  return null;
}

/** Sentences that follow each other, none of them damaged, and together are the wanted text. */
function findRun(wanted: string, sentences: readonly Sentence[]): Sentence[] | null {
  for (const [i, first] of sentences.entries()) {
    if (!wanted.startsWith(first.text.normalize('NFC'))) continue;
    const run: Sentence[] = [];
    for (const sentence of sentences.slice(i)) {
      run.push(sentence);
      if (!isQuotable(run.slice(-2))) break;
      const text = runText(run).normalize('NFC');
      if (text === wanted) return run;
      if (!wanted.startsWith(text)) break;
    }
  }
  return null;
}
