import { beforeAll, expect, test } from 'vitest';
import { loadNewsletter, type Newsletter } from '../../src/io/newsletter.ts';
import { makeDigest } from '../../src/pipeline/digest.ts';
import { reportArticles, reportIssue } from '../../src/pipeline/reports.ts';
import { siteOf } from '../../src/pipeline/site.ts';
import { renderReport } from '../../src/render/report.ts';
import { compileTemplates } from '../../src/render/templates.ts';
import type { IssueReport } from '../../src/types.ts';
import { ferry, marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';

let html = '';
let noted = '';
let made: { report: IssueReport | null; newsletter: Newsletter } | undefined;
beforeAll(async () => {
  const hostile = ferry.replace('source: Reed Courier', 'source: "<script>x</script>"');
  const newsletter = loadNewsletter(makeNewsletter({ ...marsh, 'articles/ferry.md': hostile }));
  const { value, diagnostics } = await makeDigest(newsletter);
  const email = { bytes: 51_234, limit: 102_400, left: [{ theme: 'Water', stories: 2 }] };
  const report = reportIssue(value, '2026-05', email, reportArticles(value), diagnostics);
  noted = (report?.diagnostics ?? []).map(({ message }) => message).join('\n');
  made = { report, newsletter };
  if (report) html = renderReport(report, siteOf(newsletter.config), compileTemplates(newsletter.templates));
});

test.each([
  ['what waits and the line to write', 'date: { a-walk-around-the-old-sluice-1: YYYY-MM-DD }'],
  ['the words that gave a date', '2026-05-14, from “2026-05-14” in line 5 (stated, confidence 1)'],
  ['the words that chose a theme', 'Water, chosen by'],
  ['why a highlight won', 'opens the article'],
  ['the bytes of the email', 'The email has 51,234 of at most 102,400 bytes.'],
  ['what went to the web page', 'Left to the web page: 2 stories in Water.'],
  ['the bytes of a file', ' text, 0 encoding or markup, 0 unreadable.'],
  ['the units of a part', ' units by markdown@1: '],
  ['a file at a glance', '<summary><code>ferry.md</code> <span class="soft">'],
  ['where to jump', '<a href="#articles">Articles</a>'],
  ['what to type', '<code>move: '],
  ['the rules', '<td>front-matter</td>'],
])('it tells %s', (_, words) => expect(html).toContain(words));

test('what waits is told once', () => {
  expect(noted).toContain('waits: ');
  expect(html.match(/waits: /g)).toHaveLength(1);
});

test('nothing in it acts', () => expect(html).not.toContain('<script>'));

test('the work for an issue grows with its stories, not with their square', () => {
  const { report, newsletter } = made ?? {};
  const [article] = report?.articles ?? [];
  const [story] = report?.stories ?? [];
  if (!report || !newsletter || !article || !story) throw new Error('nothing to report');
  const countLooks = (size: number): number => {
    let looks = 0;
    const ids = Array.from({ length: size }, (_, k) => `story-${k}`);
    const stories = ids.map((id) => ({
      ...story,
      get members() {
        looks += 1;
        return [id];
      },
    }));
    const articles = ids.map((id) => ({ ...article, id }));
    renderReport(
      { ...report, articles, stories },
      siteOf(newsletter.config),
      compileTemplates(newsletter.templates),
    );
    return looks;
  };
  expect(countLooks(200)).toBe(2 * countLooks(100));
});
