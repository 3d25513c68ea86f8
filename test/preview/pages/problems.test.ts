import { expect, test } from 'vitest';
import { problemAddresses, problemPage, problemsPage } from '../../../src/preview/pages/problems.ts';
import type { Diagnostic } from '../../../src/types.ts';
import { marsh } from '../../articles.ts';
import { buildState } from '../stage.ts';

const state = await buildState(marsh);
const show = async (diagnostics: Diagnostic[]) => String(await problemsPage({ ...state, diagnostics }).body);

test('worst first, each with place, words, hint and code', async () => {
  const text = await show([
    {
      code: 'undated',
      severity: 'note',
      message: 'no <date>',
      file: 'articles/walk.md',
      line: 3,
      hint: 'Write one, as `date: <day>`.',
    },
    { code: 'bad-date', severity: 'error', message: 'x' },
  ]);
  expect(text.indexOf('Errors')).toBeLessThan(text.indexOf('Notes'));
  expect(text).toContain('<a href="/source/walk.md/">articles/walk.md:3</a>');
  expect(text).toContain('no &lt;date&gt;');
  expect(text).toContain('Write one, as <code>date: &lt;day&gt;</code>.');
});

test('what stopped the newest build is the first', async () => {
  const faults: Diagnostic[] = [{ code: 'config-invalid', severity: 'error', message: 'no such key' }];
  const text = String(await problemsPage({ ...state, faults }).body);
  expect(text).toMatch(/<h2 id="faults">What stopped the newest build[\s\S]*no such key[\s\S]*<h2/u);
});

test('none, and very many', async () => {
  expect(await show([])).toContain('There are none.');
  const many = Array.from(
    { length: 10_000 },
    (): Diagnostic => ({ code: 'undated', severity: 'note', message: 'm' }),
  );
  const text = await show(many);
  expect(text.split('<li>m ').length - 1).toBe(100);
  expect(text).toContain('1 to 100 of 10,000.');
  const own = { ...state, diagnostics: many };
  expect(problemAddresses(own)).toHaveLength(99);
  expect(problemAddresses(own)[0]).toBe('/problems/notes/2/');
  const last = String(problemPage(own, 'notes', 100)?.body);
  expect(last.split('<li>m ').length - 1).toBe(100);
  expect(problemPage(own, 'notes', 101)).toBe(null);
  expect(problemPage(own, 'errors', 2)).toBe(null);
});
