import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readExcerpt } from '../../src/preview/excerpt.ts';
import type { Diagnostic } from '../../src/types.ts';
import { makeNewsletter } from '../newsletter.ts';

const folder = makeNewsletter({
  'articles/a.md': 'one\ntwo\r\nthree\nfour\nfive',
  'mine/email.hbs': 'mine 1\nmine 2',
  'ours/email.hbs': 'ours 1',
  'ours/page.hbs': `page 1\n${'x'.repeat(5000)}`,
});
const places = { folder, templates: [join(folder, 'mine'), join(folder, 'ours')] };
const at = (file: string | undefined, line: number | undefined) =>
  readExcerpt({ code: 'x', severity: 'error', message: 'm', file, line } as Diagnostic, places);

test('the lines around a place, at the ends of a file too', () => {
  expect(at('articles/a.md', 3).map((l) => l.text)).toEqual(['one', 'two', 'three', 'four', 'five']);
  expect(at('articles/a.md', 1)).toEqual([
    { line: 1, text: 'one' },
    { line: 2, text: 'two' },
    { line: 3, text: 'three' },
  ]);
  expect(at('articles/a.md', 99)).toEqual([]);
});

test("a template is the newsletter's own, else ours", () => {
  expect(at('templates/email.hbs', 1)[0]?.text).toBe('mine 1');
  expect(at('templates/page.hbs', 1)[0]?.text).toBe('page 1');
  expect(at('templates/page.hbs', 2)[1]?.text.length).toBe(200);
});

test('nothing where there is no place, no file, or one elsewhere', () => {
  for (const file of [undefined, 'articles/none.md', 'articles', '../../etc/passwd', 'templates/none.hbs'])
    expect(at(file, 1)).toEqual([]);
  expect(at('articles/a.md', undefined)).toEqual([]);
});
