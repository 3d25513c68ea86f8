import { diagnose } from '../errors.ts';
import { anew } from '../text/anew.ts';
import { knownParts, toDateValue } from '../text/dates/calendar.ts';
import { canonicalUrl } from '../text/ids.ts';
import { detectLanguage, directionOf } from '../text/language.ts';
import { joinRanges, lineOf } from '../text/ranges.ts';
import { countWords, readingMinutes } from '../text/tokens.ts';
import type {
  AnalyzedArticle,
  Article,
  DateFinding,
  Diagnostic,
  Part,
  Remember,
  Result,
  Segmented,
} from '../types.ts';
import { dateArticles } from './dates.ts';
import { assignIds, type Candidate, candidateOf, type IdLedger } from './ids.ts';
import { findSentences } from './sentences.ts';

export type AnalyzeOptions = {
  /** Language of articles whose own cannot be told. */
  language: string;
  timeZone: string;
  ids: IdLedger;
  /** Dates that editors gave to articles, by id. */
  dates: ReadonlyMap<string, { value: string; file: string; line?: number | undefined }>;
  /** Keeps what is known of a part while it stays as it is. */
  remember?: Remember;
};

export type Analyzed = { articles: AnalyzedArticle[]; idAdditions: [form: string, id: string][] };

/** What is known of an article without looking at any other part. */
type Known = {
  /** As it was segmented, and without an address that is none. */
  original: Article;
  article: Article;
  candidate: Candidate;
  date: DateFinding | null;
  body: Pick<AnalyzedArticle, 'language' | 'dir' | 'sentences' | 'words' | 'minutes'>;
};

/** Gives every article its id, language, sentences, reading time and date. Parts must come in file order. */
export async function analyze(
  parts: readonly Segmented[],
  options: AnalyzeOptions,
): Promise<Result<Analyzed>> {
  const { language, timeZone, remember = anew } = options;
  const known: { part: Part; one: Known }[] = [];
  for (const part of parts) {
    const own = await remember('part', [part, language, timeZone], () => readPart(part, options));
    for (const one of own) known.push({ part: part.part, one });
  }
  const named = assignIds(
    known.map(({ one }) => one.candidate),
    options.ids,
  );
  const articles = known.map(({ part, one }, i) => {
    const id = named.value.ids[i] ?? '';
    const given = options.dates.get(id);
    return remember('article', [part, one, id, given?.file, given?.value], () =>
      toArticle(part, one, id, editorsDate(given)),
    );
  });
  const complaints = known.flatMap(({ part, one }, i) => {
    const analyzed = articles[i];
    return analyzed ? complain(part, one.original, analyzed, options) : [];
  });
  const diagnostics = [...named.diagnostics, ...complaints];
  return { value: { articles, idAdditions: named.value.additions }, diagnostics };
}

async function readPart({ part, articles }: Segmented, options: AnalyzeOptions): Promise<Known[]> {
  const safe = articles.map(withSafeUrl);
  const languages: string[] = [];
  for (const article of safe) languages.push(await findLanguage(part, article, options.language));
  const inputs = safe.map((article, i) => ({ ...article, file: part.file, language: languages[i] ?? '' }));
  const dates = dateArticles(part.text, inputs, { timeZone: options.timeZone });
  return safe.map((article, i) => ({
    original: articles[i] ?? article,
    article,
    candidate: candidateOf({ article, part }),
    date: dates[i] ?? null,
    body: readBody(part, article, languages[i] ?? options.language),
  }));
}

function withSafeUrl(article: Article): Article {
  if (!article.url || canonicalUrl(article.url.text) !== null) return article;
  const { url: _, ...rest } = article;
  return rest;
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

function readBody(part: Part, article: Article, language: string): Known['body'] {
  const sentences = findSentences(part, article, language);
  const words = sentences.reduce((sum, sentence) => sum + countWords(sentence.text, language), 0);
  return {
    language,
    dir: directionOf(language),
    sentences,
    words,
    minutes: readingMinutes(words, language),
  };
}

function toArticle(part: Part, known: Known, id: string, editors: DateFinding | null): AnalyzedArticle {
  return {
    ...known.article,
    id,
    file: part.file,
    sha256: part.sha256,
    reader: part.reader,
    partName: part.name,
    ...known.body,
    date: editors ?? known.date,
  };
}

function editorsDate(given: { value: string; file: string } | undefined): DateFinding | null {
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
