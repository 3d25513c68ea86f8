import { expect, test } from 'vitest';
import { segmentDump } from '../../src/segment/dump.ts';
import { readingOf } from './cases.ts';
import { prose } from './made.ts';

const dates = (text: string) =>
  segmentDump(readingOf(text)).value.articles.map((a) => a.dateLines.map((d) => d.text));

test('a date that heads the file goes to every article', () => {
  const text = `May 2024\n\nA bell for the ferry\n\nBy Ann Lee\n\n${prose('ferry')}\n\nOtters in the mill\n\nBy Jo Hill\n\n${prose('otter')}\n`;
  expect(dates(text)).toEqual([['May 2024'], ['May 2024']]);
});

test('a date of one article stays with it', () => {
  const text = `A bell for the ferry\n\n3 May 2024\n\n${prose('ferry')}\n\nOtters in the mill\n\n4 May 2024\n\n${prose('otter')}\n`;
  expect(dates(text)).toEqual([['3 May 2024'], ['4 May 2024']]);
});

test('articles are numbered from 1', () => {
  const text = `A bell for the ferry\n\nBy Ann Lee\n\n${prose('ferry')}\n\nOtters in the mill\n\nBy Jo Hill\n\n${prose('otter')}\n`;
  expect(segmentDump(readingOf(text)).value.articles.map((a) => a.number)).toEqual([1, 2]);
});
