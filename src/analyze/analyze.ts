import { diagnose } from '../errors.ts';
import { knownParts, toDateValue } from '../text/dates/calendar.ts';
import { canonicalUrl } from '../text/ids.ts';
import { detectLanguage, directionOf } from '../text/language.ts';
import { joinRanges, lineOf } from '../text/ranges.ts';
import { countWords, readingMinutes } from '../text/tokens.ts';
import type { AnalyzedArticle, Article, DateFinding, Diagnostic, Part, Result, Segmented } from '../types.ts';
import { dateArticles } from './dates.ts';
import { assignIds, type IdLedger } from './ids.ts';
import { findSentences } from './sentences.ts';

export type AnalyzeOptions = {
  /** Language of articles whose own cannot be told. */
  language: string;
  timeZone: string;
  ids: IdLedger;
  /** Dates that editors gave to articles, by id. */
  dates: ReadonlyMap<string, { value: string; file: string; line?: number | undefined }>;
};

export type Analyzed = { articles: AnalyzedArticle[]; idAdditions: [form: string, id: string][] };

type Pair = { part: Part; article: Article };

/** Gives every article its id, language, sentences, reading time and date. Parts must come in file order. */
export async function analyze(
  parts: readonly Segmented[],
  options: AnalyzeOptions,
): Promise<Result<Analyzed>> {
  const safe = parts.map(({ part, articles }) => ({
    part,
    pairs: articles.map((a) => ({ part, article: withSafeUrl(a) })),
  }));
  const pairs = safe.flatMap((p) => p.pairs);
  const named = assignIds(pairs, options.ids);
  const languages = new Map<Article, string>();
  for (const { part, article } of pairs)
    languages.set(article, await findLanguage(part, article, options.language));
  const languageOf = (article: Article): string => languages.get(article) ?? options.language;
  const dates = safe.flatMap(({ part, pairs: own }) => datesOf(part, own, languageOf, options));
  const articles = pairs.map(({ part, article }, i) => {
    const id = named.value.ids[i] ?? '';
    const date = editorsDate(id, options) ?? dates[i] ?? null;
    return analyzeArticle(part, article, id, languageOf(article), date);
  });
  const originals = parts.flatMap((p) => p.articles);
  const complaints = pairs.flatMap(({ part }, i) => {
    const [original, analyzed] = [originals[i], articles[i]];
    return original && analyzed ? complain(part, original, analyzed, options) : [];
  });
  const diagnostics = [...named.diagnostics, ...complaints];
  return { value: { articles, idAdditions: named.value.additions }, diagnostics };
}

function withSafeUrl(article: Article): Article {
  if (!article.url || canonicalUrl(article.url.text) !== null) return article;
  const { url: _, ...rest } = article;
  return rest;
}

function datesOf(
  part: Part,
  pairs: readonly Pair[],
  languageOf: (article: Article) => string,
  options: AnalyzeOptions,
): (DateFinding | null)[] {
  const inputs = pairs.map(({ article }) => ({ ...article, file: part.file, language: languageOf(article) }));
  return dateArticles(part.text, inputs, { timeZone: options.timeZone });
}

/** The language an article states, else the one its title and first paragraphs are in. */
async function findLanguage(part: Part, article: Article, fallback: string): Promise<string> {
  const stated = article.metadata['language']?.value;
  if (typeof stated === 'string' && /^[a-z]{2,3}(?:-|$)/iu.test(stated))
    return stated.trim().split('-')[0]?.toLowerCase() ?? fallback;
  const sample = article.paragraphs
    .slice(0, 12)
    .map((p) => joinRanges(part.text, p.ranges.slice(0, 50)).slice(0, 1000));
  return (await detectLanguage([article.title.text, ...sample].join('\n'), fallback)).language;
}

function analyzeArticle(
  part: Part,
  article: Article,
  id: string,
  language: string,
  date: DateFinding | null,
): AnalyzedArticle {
  const sentences = findSentences(part, article, language);
  const words = sentences.reduce((sum, sentence) => sum + countWords(sentence.text, language), 0);
  return {
    ...article,
    id,
    file: part.file,
    sha256: part.sha256,
    reader: part.reader,
    partName: part.name,
    language,
    dir: directionOf(language),
    sentences,
    words,
    minutes: readingMinutes(words, language),
    date,
  };
}

function editorsDate(id: string, options: AnalyzeOptions): DateFinding | null {
  const given = options.dates.get(id);
  const match = given && /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(given.value);
  if (!match) return null;
  const [year, month, day] = match
    .slice(1)
    .map((digits) => (digits === undefined ? undefined : Number(digits)));
  const stated = toDateValue(knownParts(year, month, day));
  if (stated === null) return null;
  const words = { text: `${given.file}: ${given.value}`, ranges: [] };
  return { ...stated, words, rule: 'editor', confidence: 1 };
}

/** Stated things that could not be used: the article goes on without them, but not silently. */
function complain(
  part: Part,
  original: Article,
  analyzed: AnalyzedArticle,
  options: AnalyzeOptions,
): Diagnostic[] {
  const { file } = part;
  const diagnostics: Diagnostic[] = [];
  if (original.url && !analyzed.url) {
    const line = lineOf(part.text, (original.url.ranges[0]?.start ?? 0) + 1);
    const hint = 'Use an address that begins with https:// or http://.';
    diagnostics.push(
      diagnose('bad-url', `"${original.url.text.slice(0, 80)}" is no web address`, { file, line, hint }),
    );
  }
  const hint = 'Write it as YYYY-MM-DD.';
  const stated = original.metadata['date'];
  const used = ['stated', 'editor'].includes(analyzed.date?.rule ?? '');
  if (stated && !used && String(stated.value).trim() !== '') {
    const line = lineOf(part.text, (stated.range?.start ?? 0) + 1);
    diagnostics.push(
      diagnose('bad-date', `"${String(stated.value).slice(0, 60)}" is no date`, { file, line, hint }),
    );
  }
  const given = options.dates.get(analyzed.id);
  if (given && analyzed.date?.rule !== 'editor') {
    diagnostics.push(
      diagnose('bad-date', `"${given.value}" is no date`, {
        file: given.file,
        hint,
        ...(given.line ? { line: given.line } : {}),
      }),
    );
  }
  return diagnostics;
}
