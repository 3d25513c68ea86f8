import { describe, expect, test } from 'vitest';
import { marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

const odd = {
  ...marsh,
  'articles/notes.odt': 'not read',
  'articles/void.txt': '',
  'articles/a line\nbreak.txt': 'One line\n',
};

describe('the table', () => {
  test('has a line a file and totals that match', async () => {
    const { code, out } = await runDigestif(makeNewsletter(odd), 'ingest');
    expect(code).toBe(0);
    const [table = '', unread = ''] = out.split('\n\n');
    const [head = '', ...rows] = table.split('\n');
    expect(head).toMatch(/^articles +bytes +as text +units +title +metadata +body[a-z ]+ file$/u);
    expect(rows.map((row) => row.replace(/^(?: *\d+)+ {2}/u, ''))).toEqual([
      'a line break.txt',
      'ferry.md',
      'oven.md',
      'walk.md',
      '4 files',
    ]);
    const numbers = rows.map((row) =>
      row
        .split(/ {2,}/u)
        .slice(0, -1)
        .filter((cell) => cell !== '')
        .map(Number),
    );
    const totals = numbers.pop() ?? [];
    expect(totals).toEqual(totals.map((_, i) => numbers.reduce((sum, row) => sum + (row[i] ?? 0), 0)));
    for (const [, bytes, text, units, ...classes] of [...numbers, totals]) {
      expect(text).toBe(bytes);
      expect(classes.reduce((a, b) => a + b, 0)).toBe(units);
    }
    expect(unread).toMatch(
      /^2 files not read, 8 bytes:\n {2}8 +not-an-article +notes\.odt: is not an article/u,
    );
  });

  test('is JSON when asked for, every file in it once', async () => {
    const { out } = await runDigestif(makeNewsletter(odd), 'ingest', '--json');
    const { files, totals, unread } = JSON.parse(out);
    expect([files.length, totals.files, totals.articles]).toEqual([4, 4, 3]);
    expect(unread).toMatchObject([
      { file: 'notes.odt', size: 8, code: 'not-an-article' },
      { file: 'void.txt', size: 0, code: 'empty-file' },
    ]);
  });

  test('of nothing but unread files says why', async () => {
    const folder = makeNewsletter({ ...configOnly(), 'articles/a.png': '?' });
    const { code, out } = await runDigestif(folder, 'ingest');
    expect(code).toBe(0);
    expect(out).toMatch(/^1 file not read, 1 bytes:\n {2}1 +not-an-article +a\.png: /u);
  });
});

function configOnly(): { [path: string]: string } {
  return Object.fromEntries(Object.entries(marsh).filter(([path]) => !path.startsWith('articles/')));
}

test('every range is told with its lines, class, rule and units, and they add up', async () => {
  const folder = makeNewsletter(odd);
  const { code, out } = await runDigestif(folder, 'ingest', '--report');
  expect(code).toBe(0);
  expect(out).toMatch(/^ferry\.md {2}\d+ bytes: \d+ text, 0 encoding or markup, 0 unreadable$/mu);
  expect(out).toMatch(/^ {2}2 +title +front-matter +\d+ +The ferry at Low Reed runs/mu);
  expect(out).toMatch(/\n\n2 files not read, 8 bytes:\n {2}8 +not-an-article +notes\.odt/u);
  const { out: json } = await runDigestif(folder, 'ingest', 'articles/oven.md', '--json');
  const { files, unread } = JSON.parse(json);
  const units = files[0].parts[0].ranges.reduce((sum: number, r: { units: number }) => sum + r.units, 0);
  expect(units).toBe(Object.values<number>(files[0].parts[0].sums).reduce((a, b) => a + b, 0));
  expect(unread).toEqual([]);
});

test('one file is told in full, also one that was not read', async () => {
  const { out } = await runDigestif(makeNewsletter(odd), 'ingest', 'ferry.md');
  expect(out).toMatch(/^ferry\.md {2}\d+ bytes[\s\S]+The ferry at Low Reed runs/u);
  expect(out).not.toContain('oven.md');
  const { code, out: none } = await runDigestif(makeNewsletter(odd), 'ingest', 'notes.odt');
  expect(code).toBe(0);
  expect(none).toMatch(/^1 file not read, 8 bytes:\n {2}8 +not-an-article +notes\.odt/u);
});

test('one line is explained alone', async () => {
  const { out } = await runDigestif(
    makeNewsletter(marsh),
    'ingest',
    '--explain-range',
    'articles/ferry.md:9',
  );
  expect(out).toContain('body');
  expect(out).not.toContain('The ferry at Low Reed runs on Sundays');
});

test.each([[['ingest', 'nothing.md']], [['ingest', '--explain-range', 'ferry.md']]])(
  '%j is explained',
  async (argv) => {
    const { code, err } = await runDigestif(makeNewsletter(marsh), ...argv);
    expect(code).toBe(2);
    expect(err).toMatch(/nothing\.md|file:line/u);
  },
);
