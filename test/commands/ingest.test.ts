import { expect, test } from 'vitest';
import { marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

test('every range is told with its lines, class, rule and units, and they add up', async () => {
  const folder = makeNewsletter(marsh);
  const { code, out } = await runDigestif(folder, 'ingest', '--report');
  expect(code).toBe(0);
  expect(out).toMatch(/^ferry\.md {2}\d+ bytes: \d+ text, 0 encoding or markup, 0 unreadable$/mu);
  expect(out).toMatch(/^ {2}2 +title +front-matter +\d+ +The ferry at Low Reed runs/mu);
  const { out: json } = await runDigestif(folder, 'ingest', 'articles/oven.md', '--json');
  const [report] = JSON.parse(json);
  const units = report.parts[0].ranges.reduce((sum: number, r: { units: number }) => sum + r.units, 0);
  expect(units).toBe(Object.values<number>(report.parts[0].sums).reduce((a, b) => a + b, 0));
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
