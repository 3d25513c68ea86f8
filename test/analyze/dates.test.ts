import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type DateInput, dateArticles } from '../../src/analyze/dates.ts';
import { rawText } from '../../src/text/ranges.ts';
import type { Cited, DateFinding, Range } from '../../src/types.ts';
import { readCases } from '../text/dates/cases.ts';

const cases = readCases(new URL('dates.cases.txt', import.meta.url));
const options = { timeZone: 'Europe/Berlin' };

/** The page as a part's text, and its articles with ranges into it. */
function readPage(page: string): DateInput[] {
  const articles: DateInput[] = [emptyArticle()];
  let offset = 0;
  for (const line of page.split('\n')) {
    const article = articles.at(-1) ?? emptyArticle();
    if (line === '---') articles.push(emptyArticle());
    else addLine(article, line, offset);
    offset += line.length + 1;
  }
  return articles;
}

function emptyArticle(): DateInput {
  return {
    title: { text: '', ranges: [] },
    dateLines: [],
    captions: [],
    paragraphs: [],
    metadata: {},
    language: 'en',
  };
}

function addLine(article: DateInput, line: string, offset: number): void {
  const [, label = '', key = ''] =
    /^(date-line|caption|title|url|file|meta)(?: ([\w-]+))?: /u.exec(line) ?? [];
  const skip = label ? line.indexOf(': ') + 2 : 0;
  const range: Range = { start: offset + skip, end: offset + line.length };
  const cited: Cited = { text: line.slice(skip), ranges: [range] };
  if (label === 'date-line') article.dateLines.push(cited);
  else if (label === 'caption') article.captions.push(cited);
  else if (label === 'title') article.title = cited;
  else if (label === 'url') article.url = cited;
  else if (label === 'file') article.file = cited.text;
  else if (label === 'meta') article.metadata[key] = { value: cited.text, range };
  else article.paragraphs.push({ kind: 'paragraph', ranges: [range], damage: [] });
}

function show(finding: DateFinding | null): string {
  if (!finding) return 'undated';
  const { value, precision, rule, confidence, words } = finding;
  return `${value} ${precision} by ${rule} (${confidence}): ${words.text}`;
}

function datePage(page: string): string {
  return dateArticles(page, readPage(page), options).map(show).join('\n');
}

describe('dating articles', () => {
  test.each(cases)('$input', ({ input, expected }) => expect(datePage(input)).toBe(expected));

  test.each(cases)('the words stand where they are said to: $input', ({ input }) => {
    for (const finding of dateArticles(input, readPage(input), options)) {
      const pieces = finding?.words.ranges.map((range) => rawText(input, [range])) ?? [];
      if (pieces.length > 0) expect(pieces.join(' … ')).toBe(finding?.words.text);
    }
  });

  test('words across a cut in the text are found in both pieces', () => {
    const text = 'On May XXXX 14, 2026, the council met and signed.';
    const article = emptyArticle();
    article.paragraphs = [
      {
        kind: 'paragraph',
        damage: [],
        ranges: [
          { start: 0, end: 7 },
          { start: 12, end: text.length },
        ],
      },
    ];
    const [finding] = dateArticles(text, [article], options);
    expect(finding?.words).toEqual({
      text: 'May 14, 2026',
      ranges: [
        { start: 3, end: 7 },
        { start: 12, end: 20 },
      ],
    });
  });

  test('a caption that is also cited as text is no evidence', () => {
    const text = 'On May 14, 2026, the council met and signed.';
    const [article = emptyArticle()] = readPage(text);
    expect(dateArticles(text, [article], options)[0]?.value).toBe('2026-05');
    const caption = { text, ranges: [{ start: 0, end: text.length }] };
    expect(dateArticles(text, [{ ...article, captions: [caption] }], options)).toEqual([null]);
  });

  test('a list of values gives its first date', () => {
    const article = emptyArticle();
    article.metadata['date'] = { value: ['soon', '2026-05'], range: { start: 0, end: 4 } };
    expect(dateArticles('date', [article], options)[0]).toMatchObject({
      value: '2026-05',
      precision: 'month',
    });
  });

  test('an article of half a million years does not overflow', () => {
    const page = '2024 '.repeat(500_000);
    expect(dateArticles(page, readPage(page), options)).toEqual([null]);
  });

  test('many undated articles on one page do not hang', () => {
    const page = Array.from({ length: 3000 }, () => 'In May, on May 3, the council met in 2024.').join(
      '\n---\n',
    );
    expect(dateArticles(page, readPage(page), options)).toHaveLength(readPage(page).length);
  });
});

describe('nothing but the input counts', () => {
  const pages = cases.map((c) => c.input);
  const zone = process.env['TZ'];

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
    expect(process.env['TZ']).toBe(zone);
  });

  test.each(['1999-12-31T23:59:59Z', '2031-07-01T00:00:00Z'])('with the clock at %s', (now) => {
    const before = pages.map(datePage);
    vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] });
    expect(new Date().toISOString().slice(0, 4)).toBe(now.slice(0, 4));
    expect(pages.map(datePage)).toEqual(before);
  });

  test.each([
    ['Pacific/Kiritimati', 14],
    ['Pacific/Pago_Pago', -11],
    ['Asia/Kolkata', 5.5],
  ])('in the zone %s', (name, hours) => {
    const before = pages.map(datePage);
    vi.stubEnv('TZ', name);
    expect(new Date(2024, 0, 1).getTimezoneOffset()).toBe(-60 * hours);
    vi.stubEnv('LANG', 'ar_EG.UTF-8');
    expect(pages.map(datePage)).toEqual(before);
  });

  const lines = fc.array(fc.oneof(fc.constantFrom(...pages.flatMap((p) => p.split('\n'))), fc.string()), {
    maxLength: 25,
  });

  test('any page: no error, one answer an article, ranges inside, captions no evidence', () => {
    fc.assert(
      fc.property(lines, (picked) => {
        const page = picked.join('\n');
        const articles = readPage(page);
        const findings = dateArticles(page, articles, options);
        expect(findings).toHaveLength(articles.length);
        const captions = articles.flatMap((a) => a.captions).flatMap((c) => c.ranges);
        for (const r of findings.flatMap((f) => f?.words.ranges ?? [])) {
          expect(r.start).toBeGreaterThanOrEqual(0);
          expect(r.end).toBeLessThanOrEqual(page.length);
          expect(captions.some((c) => c.start < r.end && r.start < c.end)).toBe(false);
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
