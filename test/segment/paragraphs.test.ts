import { describe, expect, test } from 'vitest';
import { buildBlocks, finishBlock, goesOn, joinPieces } from '../../src/segment/paragraphs.ts';
import { createVocabulary } from '../../src/segment/words.ts';
import { joinRanges, rawText } from '../../src/text/ranges.ts';
import { drafts } from './made.ts';

function paragraphs(text: string): string[] {
  const vocabulary = createVocabulary(text);
  const blocks = drafts(text).flatMap((d) => buildBlocks(text, d).blocks);
  return blocks.map((b) => joinRanges(text, finishBlock(text, b, vocabulary).paragraph.ranges));
}

test('a sentence goes on around a caption', () => {
  const text =
    'A bell\n\nThe bell was rung by the\n\nThe bell of 1911. (PHOTO: A. LEE)\n\nyoungest child on the quay.\n';
  expect(paragraphs(text)).toEqual(['The bell was rung by the youngest child on the quay.']);
});

test('a word goes on after its hyphen', () => {
  expect(paragraphs('A bell\n\nThe bell is a fine initia-\n\ntive of the town, they say.\n')).toEqual([
    'The bell is a fine initiative of the town, they say.',
  ]);
});

describe('what goes on', () => {
  test.each([
    ['through the Power', 'of the river', 3, true],
    ['showing that the', 'U.S. gets less', 3, true],
    ['It rang.', 'of the river', 3, false],
    ['It rang', 'The ferry left', 30, false],
    ['initia-', 'Tive', 1, false],
    ['these decisions:', 'the bell', 2, false],
  ])('%s | %s', (text, next, words, expected) => expect(goesOn(text, next, words)).toBe(expected));
});

describe('pieces', () => {
  const join = (text: string, a: number, b: number) =>
    joinPieces(text, [{ start: 0, end: a }], [{ start: b, end: text.length }]);
  test('keep the white space between them', () => {
    const text = 'one\n\ntwo';
    expect(rawText(text, join(text, 3, 5) ?? [])).toBe('one\n\ntwo');
  });
  test('need none in a script without spaces', () => {
    const text = '海水\n电池';
    expect(rawText(text, join(text, 2, 3) ?? [])).toBe('海水电池');
  });
  test('are not joined where nothing parts them', () => expect(join('onetwo', 3, 3)).toBeNull());
});
