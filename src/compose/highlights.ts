import { diagnose } from '../errors.ts';
import { foldSpace, mergeTouching } from '../text/ranges.ts';
import { isQuotable, runText } from '../text/runs.ts';
import type { AnalyzedArticle, Diagnostic, Highlight, HighlightReason, Sentence } from '../types.ts';
import type { EditorPage } from './editor-page.ts';

export type Reasoned = { highlight: Highlight; reason: HighlightReason };

/** A highlight that the editor chose, with the sentences that are it. */
export type Chosen = Reasoned & { article: AnalyzedArticle; sentences: Sentence[] };

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

/**
 * The sentences the editor chose, in reading order, none twice; what is not word for word in the articles, or says again
 * what was chosen before it, is reported.
 */
export function chosenHighlights(
  wanted: readonly string[],
  articles: readonly AnalyzedArticle[],
  page: EditorPage,
): { chosen: Chosen[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const runs: Found[] = [];
  for (const text of wanted) {
    const run = findVerbatim(text, articles);
    if (!run) diagnostics.push(notVerbatim(text, page));
    else if (runs.some((other) => overlap(run, other))) diagnostics.push(chosenTwice(text, page));
    else runs.push(run);
  }
  const reason = { score: 1, reasons: ['chosen by the editor'] };
  const chosen = runs
    .sort((a, b) => a.place - b.place || indexOf(a) - indexOf(b))
    .map(({ article, sentences }) => ({
      article,
      sentences,
      reason,
      highlight: highlightOf(article, sentences),
    }));
  return { chosen, diagnostics };
}

/** What the editor's page wants of the articles of one story. */
export function chooseByHand(
  members: readonly AnalyzedArticle[],
  page: EditorPage,
): ReturnType<typeof chosenHighlights> {
  // An id may be any word, the name of an inherited property too.
  const wanted = members.flatMap((m) =>
    Object.hasOwn(page.highlights, m.id) ? (page.highlights[m.id] ?? []) : [],
  );
  return chosenHighlights(wanted, members, page);
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

function chosenTwice(text: string, page: EditorPage): Diagnostic {
  const line = page.lineOf(text);
  const hint = 'Take it out, or choose other sentences.';
  return diagnose('highlight-twice', `a highlight chosen before it has this too: "${text.slice(0, 80)}"`, {
    file: page.file,
    hint,
    ...(line ? { line } : {}),
  });
}

/** `place` says which article of the story has it. */
type Found = { article: AnalyzedArticle; sentences: Sentence[]; place: number };

function indexOf({ sentences }: Found): number {
  return sentences[0]?.index ?? 0;
}

function overlap(a: Found, b: Found): boolean {
  return a.place === b.place && a.sentences.some((s) => b.sentences.includes(s));
}

function findVerbatim(text: string, articles: readonly AnalyzedArticle[]): Found | null {
  const wanted = foldSpace(text).normalize('NFC');
  for (const [i, article] of articles.entries()) {
    const run = findRun(wanted, article.sentences);
    if (run) return { article, sentences: run, place: i };
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
