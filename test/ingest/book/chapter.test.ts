import { describe, expect, test } from 'vitest';
import { readChapter } from '../../../src/ingest/book/chapter.ts';
import { page } from '../archives.ts';

const blocks = (content: string) => {
  const { text, blocks: found } = readChapter(page(content));
  return found.map((b) => `${b.kind}: ${b.ranges.map((r) => text.slice(r.start, r.end)).join('|')}`);
};

describe('a page of a book', () => {
  test('has blocks', () => {
    expect(blocks('<h1>One</h1><p>Ebb &amp; <i>flood</i>.</p><ul><li>gauge</li></ul>')).toEqual([
      'heading: One',
      'paragraph: Ebb & flood.',
      'item: gauge',
    ]);
  });

  test('is XHTML: elements may be empty, words stand in CDATA', () => {
    expect(blocks('<a id="x"/><script src="x"/><p/><p>Ebb <![CDATA[& flood]]></p>')).toEqual([
      'paragraph: Ebb & flood',
    ]);
    expect(readChapter('<html><head><title/></head><body><p>Ebb</p></body></html>').text).toContain('Ebb');
  });

  test('marks of notes are no words, and notes stand beside', () => {
    const noted = 'The ebb<a href="#n" epub:type="noteref"><sup>1</sup></a> came.';
    expect(blocks(`<p>${noted}</p><aside epub:type="footnote" id="n"><p>At ten.</p></aside>`)).toEqual([
      'paragraph: The ebb came.',
    ]);
    expect(readChapter(page('<section role="doc-endnotes"><p>At ten.</p></section>')).text).toContain(
      'At ten.',
    );
  });

  test('says what it is, and how much of it is text', () => {
    expect(
      readChapter(page('<section epub:type="copyright-page"><p>x</p></section>', 'epub:type="frontmatter"'))
        .types,
    ).toEqual(['frontmatter', 'copyright-page']);
    const { title, share } = readChapter(page(`<p>${'ebb '.repeat(1000)}</p>`));
    expect(title).toBe('x.xhtml');
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(1);
  });
});
