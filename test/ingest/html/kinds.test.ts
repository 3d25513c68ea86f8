import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/ingest/html/page.ts';
import { joinRanges } from '../../../src/text/ranges.ts';
import { blogs } from './kinds/blogs.ts';
import { news } from './kinds/news.ts';
import { others } from './kinds/others.ts';

describe('pages of many kinds', () => {
  test.each([...blogs, ...news, ...others])('$name', ({ html, article }) => {
    const { text, blocks } = readPage(html, { whole: false });
    const lines = blocks.map((b) => joinRanges(text, b.ranges));
    expect(lines.map(fold)).toEqual(article.map(fold));
  });
});

/** White space alone does not matter here. */
function fold(text: string): string {
  return text.replace(/[\s\u3000]+/gu, ' ').trim();
}
