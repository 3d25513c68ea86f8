import { describe, expect, test } from 'vitest';
import { hasTooManyLines, longestLine, readLines, splitLines } from '../../src/segment/lines.ts';
import { rawText } from '../../src/text/ranges.ts';

const texts = (text: string) => readLines(text).map((l) => l.text);

describe('physical lines', () => {
  test('end with LF, CRLF, CR and Unicode separators', () => {
    expect(splitLines('a\nb\r\nc\rd\u2028e').map((l) => [l.range.start, l.range.end])).toEqual([
      [0, 1],
      [2, 3],
      [5, 6],
      [7, 8],
      [9, 10],
    ]);
  });
  test('lose marks, zero-width characters and no-break spaces at their ends', () => {
    const text = '\u200b\u00a0> * A bell \u200f\n';
    const [line] = splitLines(text);
    expect(line && text.slice(line.range.start, line.range.end)).toBe('A bell');
    expect(line).toMatchObject({ quoted: true, bullet: true });
  });
  test('a quotation mark alone is a blank line', () => expect(splitLines('>\n')[0]?.blank).toBe(true));
  test('a row of stars is no list', () => expect(splitLines('* * *')[0]?.bullet).toBe(false));
});

describe('logical lines', () => {
  const wrapped =
    'When the cliff began to crumble, the people who lived below it did what\nthey had always done, which was to wait for it to stop by itself. Then,\none night in March, the lighthouse went a whole metre towards the edge.\nNobody slept.\n';
  test('a hard-wrapped paragraph is one', () => expect(texts(`${wrapped}\n${wrapped}`)).toHaveLength(2));
  test('quotation marks inside it are left out', () => {
    const text = wrapped.replace(/^/gmu, '> ');
    const [line] = readLines(text);
    expect(line && rawText(text, line.pieces)).not.toContain('>');
  });
  test('paragraphs on lines of their own stay apart', () => {
    const paragraphs = [
      'A short one.',
      `A much longer one ${'and so on '.repeat(30)}.`,
      'Another one that is short.',
    ];
    expect(texts(paragraphs.join('\n'))).toHaveLength(3);
  });
  test('lines of a script without spaces close up', () => {
    const line = '海水电池的成本只有普通电池的三分之一而且不会燃烧也不会';
    const text = `${line}\n${line}\n${line}\n${line}\n结束了。`;
    const [first] = readLines(text);
    expect(first && rawText(text, first.pieces)).toBe(`${line.repeat(4)}结束了。`);
  });
  test('blank lines are counted', () => expect(readLines('a\n\n\nb')[1]?.blanksBefore).toBe(2));
  test('a very long line is marked', () =>
    expect(readLines('a'.repeat(longestLine + 1))[0]?.long).toBe(true));
});

test('too many lines are not counted to the end', () => {
  expect(hasTooManyLines('a\n'.repeat(10))).toBe(false);
  expect(hasTooManyLines('\r'.repeat(600_000))).toBe(true);
});
