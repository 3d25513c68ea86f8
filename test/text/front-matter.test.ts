import { describe, expect, test } from 'vitest';
import { findFrontMatter } from '../../src/text/front-matter.ts';

describe('findFrontMatter', () => {
  const cases: [what: string, text: string, yaml: string, rest: string][] = [
    ['the usual form', '---\ntitle: Ebb\n---\nBody', 'title: Ebb', 'Body'],
    ['CRLF', '---\r\ntitle: Ebb\r\n---\r\nBody', 'title: Ebb', 'Body'],
    ['a byte order mark', '\uFEFF---\ntitle: Ebb\n---\nBody', 'title: Ebb', 'Body'],
    ['spaces after the fences', '--- \ntitle: Ebb\n---\t\nBody', 'title: Ebb', 'Body'],
    ['nothing inside', '---\n---\nBody', '', 'Body'],
    ['nothing after', '---\ntitle: Ebb\n---', 'title: Ebb', ''],
    ['the first closing fence counts', '---\na: b\n---\nBody\n---\n', 'a: b', 'Body\n---\n'],
    ['dashes inside a line close nothing', '---\na: b---\n----\n---\nBody', 'a: b---\n----', 'Body'],
  ];
  test.each(cases)('%s', (_, text, yaml, rest) => {
    const found = findFrontMatter(text);
    expect(found?.yaml).toBe(yaml);
    expect(text.slice(found?.end)).toBe(rest);
    expect(text.slice(found?.start).startsWith(yaml)).toBe(true);
  });

  test.each([
    '',
    'Body',
    '---\ntitle: Ebb\n\nBody',
    '\n---\na: b\n---\n',
    '----\na: b\n----\n',
    '--- a\nb\n---\n',
  ])('none in %j', (text) => expect(findFrontMatter(text)).toBeNull());
});
