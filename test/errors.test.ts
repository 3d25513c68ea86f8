import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codes, DigestifError, diagnose, fail } from '../src/errors.ts';

test('a diagnostic has the severity of its code, whatever its place says', () => {
  const place = { file: 'a.md', line: 2, hint: 'h', severity: 'note', code: 'x', message: 'y' } as const;
  const expected = {
    code: 'bad-url',
    severity: 'warning',
    message: 'no link',
    file: 'a.md',
    line: 2,
    hint: 'h',
  };
  expect(diagnose('bad-url', 'no link', place)).toEqual(expected);
  expect(diagnose('undated', 'no date')).toEqual({ code: 'undated', severity: 'note', message: 'no date' });
});

test('a fault carries its diagnostics and says them', () => {
  const list = [diagnose('bad-ids', 'first'), diagnose('bad-url', 'second')];
  const error = new DigestifError(list);
  expect(error).toBeInstanceOf(Error);
  expect([error.name, error.message, error.diagnostics]).toEqual(['DigestifError', 'first\nsecond', list]);
  expect(() => fail('no-article', 'what?')).toThrow(new DigestifError([diagnose('no-article', 'what?')]));
});

test('every code has a sentence of its own', () => {
  const meanings = Object.values(codes).map((entry) => entry.meaning);
  expect(new Set(meanings).size).toBe(meanings.length);
  for (const meaning of meanings) expect(meaning).toMatch(/^[A-Z].*\.$/u);
});

test('every code in the table is used', () => {
  const src = join(import.meta.dirname, '../src');
  const text = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'errors.ts')
    .map((name) => readFileSync(join(src, name), 'utf8'))
    .join('\n');
  expect(Object.keys(codes).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
});
