import { beforeAll, expect, test } from 'vitest';
import { loadNewsletter } from '../../src/io/newsletter.ts';
import { type Digest, makeDigest } from '../../src/pipeline/digest.ts';
import { reportArticles, reportIssue, waitingArticles } from '../../src/pipeline/reports.ts';
import { marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';

let digest: Digest;
beforeAll(async () => {
  digest = (await makeDigest(loadNewsletter(makeNewsletter(marsh)))).value;
});

test('every article is explained, with the words that gave its date', () => {
  const reports = reportArticles(digest);
  expect(reports.map((r) => [r.file, r.issue])).toEqual([
    ['ferry.md', '2026-05'],
    ['oven.md', '2026-05'],
    ['walk.md', null],
  ]);
  expect(reports[0]?.date).toMatchObject({ words: '2026-05-14', line: 5 });
  expect(reports[0]?.highlights[0]?.reasons).toContain('opens the article');
});

test('what waits says what to write', () => {
  expect(waitingArticles(digest).map((r) => r.write)).toEqual([
    'date: { a-walk-around-the-old-sluice-1: YYYY-MM-DD }',
  ]);
});

test("an issue's report has its files with both sums, and what waits", () => {
  const email = { bytes: 1, limit: 2, left: [] };
  const report = reportIssue(digest, '2026-05', email, reportArticles(digest), []);
  expect(report?.files.map((f) => f.file)).toEqual(['ferry.md', 'oven.md', 'walk.md']);
  for (const part of report?.files.flatMap((f) => f.parts) ?? []) {
    const units = Object.values(part.sums).reduce((a, b) => a + b, 0);
    expect(units).toBe(part.length);
    expect(part.rules.reduce((sum, r) => sum + r.units, 0)).toBe(part.length);
  }
  expect(reportIssue(digest, '1999-01', email, [], [])).toBeNull();
});

test('the work for an issue grows with the articles, not with their square', () => {
  const email = { bytes: 1, limit: 2, left: [] };
  const [article] = reportArticles(digest);
  const [composed] = digest.composition.issues;
  if (!article || !composed) throw new Error('nothing to report');
  const countLooks = (size: number): number => {
    let looks = 0;
    const considered = Array.from({ length: size }, (_, k) => `article-${k}`);
    const counting = new Proxy(considered, {
      get: (list, key) => {
        looks += 1;
        return Reflect.get(list, key);
      },
    });
    const issues = [{ ...composed, considered: counting }];
    const articles = considered.map((id) => ({ ...article, id }));
    const report = reportIssue(
      { ...digest, composition: { ...digest.composition, issues } },
      '2026-05',
      email,
      articles,
      [],
    );
    expect(report?.articles).toHaveLength(size);
    return looks;
  };
  expect(countLooks(200)).toBeLessThan(3 * countLooks(100));
});

test('of a feed of a thousand entries each issue lists its own, and the sums hold', async () => {
  const entry = (k: number): string =>
    `<item><title>Buoy ${k} is lit</title><pubDate>${k < 3 ? '14 May' : '14 Jun'} 2026 08:00:00 GMT</pubDate><description>The keeper of Marrow Point lit buoy ${k} at dusk. It was seen from the pier.</description></item>`;
  const entries = Array.from({ length: 1200 }, (_, k) => entry(k)).join('');
  const feed = `<rss version="2.0"><channel><title>Buoys</title>${entries}</channel></rss>`;
  const { value } = await makeDigest(
    loadNewsletter(makeNewsletter({ ...marsh, 'articles/buoys.rss': feed })),
  );
  const email = { bytes: 1, limit: 2, left: [] };
  const articles = reportArticles(value);
  const [may, june] = ['2026-05', '2026-06'].map((key) =>
    reportIssue(value, key, email, articles, [])?.files.find((f) => f.file === 'buoys.rss'),
  );
  expect([may?.parts.length, may?.others?.parts]).toEqual([3, 1197]);
  expect([june?.parts.length, june?.others?.parts]).toEqual([1197, 3]);
  const others = may?.others ?? { length: -1, sums: {} };
  expect(Object.values(others.sums).reduce((a, b) => a + b, 0)).toBe(others.length);
  expect(others.length).toBe(june?.parts.reduce((sum, { length }) => sum + length, 0));
});
