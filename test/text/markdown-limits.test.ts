import { describe, expect, test } from 'vitest';
import { findTooComplex, plainParagraphs } from '../../src/text/markdown-limits.ts';

describe('findTooComplex', () => {
  const hostile: [what: string, text: string, reason: RegExp][] = [
    ['ten megabytes', 'A line of an article.\n\n'.repeat(450_000), /too long/u],
    ['a paragraph of lines', 'A line of an article.\n'.repeat(5000), /paragraph is too long/u],
    ['several long paragraphs', `${'word '.repeat(16_000)}\n\n`.repeat(2), /paragraph is too long/u],
    ['references', '[a][b]'.repeat(20_000), /paragraph is too long|signs/u],
    ['emphasis', '_a_ '.repeat(2000), /too many signs/u],
    ['underlined headings', 'line\n---\n\n'.repeat(2000), /underlined headings/u],
    ['underlined headings after lone CRs', 'line\r---\r\r'.repeat(2000), /underlined headings/u],
    ['quotations', `${'>'.repeat(2000)} a`, /nested too deeply/u],
    ['quotations with spaces', `${'> '.repeat(2000)}a`, /nested too deeply/u],
    ['lists in one line', `${'- '.repeat(1000)}a`, /nested too deeply/u],
    ['lists and quotations', `${'> 1. '.repeat(60)}a`, /nested too deeply/u],
    ['lists by indentation', `- a\n\n${' '.repeat(120)}- b`, /nested too deeply/u],
    ['lists by tabs', `- a\n\n${'\t'.repeat(30)}1) b`, /nested too deeply/u],
  ];
  test.each(hostile)('%s', (_, text, reason) => {
    expect(findTooComplex(text)?.reason).toMatch(reason);
  });

  test('the place is told', () => {
    expect(findTooComplex(`Ebb.\n\n${'>'.repeat(200)} a`)?.offset).toBe(6);
    expect(findTooComplex(`Ebb.\n\n${'*a* '.repeat(2000)}`)?.offset).toBe(6);
  });

  const sane: [what: string, text: string][] = [
    ['nothing', ''],
    ['a long book', 'A paragraph of the book goes on for a while. '.repeat(20).concat('\n\n').repeat(2000)],
    ['a list of links', '- [a title](https://tide.example/a)\n'.repeat(1000)],
    ['many rules', 'Ebb.\n\n---\n\n'.repeat(5000)],
    ['a wide dialogue', '> > > a\n'.repeat(5000)],
    ['ten levels', Array.from({ length: 10 }, (_, i) => `${'    '.repeat(i)}- a`).join('\n')],
    ['a far column without a list sign', `${' '.repeat(300)}word`],
  ];
  test.each(sane)('%s is not', (_, text) => expect(findTooComplex(text)).toBeNull());
});

test('plain paragraphs stand between blank lines', () => {
  const text = '  \n# Ebb\n  took *it*.\n \t\n\r\n> Flood\r\n';
  const paragraphs = plainParagraphs(text).map(({ start, end }) => text.slice(start, end));
  expect(paragraphs).toEqual(['# Ebb\n  took *it*.', '> Flood']);
});
