import { describe, expect, test } from 'vitest';
import {
  countWords,
  endsOpen,
  endsSentence,
  endsWithHyphen,
  firstWord,
  hasCjk,
  isAllCaps,
  isEnclosedInQuotes,
  isHeadingShape,
  lastWord,
  startsLower,
  titleCaseShare,
} from '../../src/segment/shapes.ts';

test.each(['It rang.', 'Did it?”', '“It rang.”)', '它响了。', 'وهكذا؟'])('%s ends a sentence', (t) =>
  expect(endsSentence(t)).toBe(true),
);
test.each(['It rang', 'and the', 'Initia-'])('%s does not', (t) => expect(endsSentence(t)).toBe(false));

test.each([
  ['of the river', true],
  ['“of the river', true],
  ['eVTOL craft', false],
  ['Of the river', false],
])('%s starts in lower case: %s', (t, expected) => expect(startsLower(t)).toBe(expected));

test.each(['because of the', 'bells,', 'a long inten-', 'steht auf dem'])('%s is cut', (t) =>
  expect(endsOpen(t)).toBe(true),
);
test.each(['The bell rang', 'The bell.', 'bells and More'])('%s is not', (t) =>
  expect(endsOpen(t)).toBe(false),
);

test('words', () => {
  expect(countWords('A bell – for the ferry')).toBe(5);
  expect(countWords('海水电池')).toBe(2);
  expect(firstWord('“However, it rang')).toBe('however');
  expect(lastWord('it Rang')).toBe('rang');
  expect(endsWithHyphen('inten-')).toBe(true);
  expect(hasCjk('bell 钟')).toBe(true);
});

describe('headings', () => {
  test.each([
    'A bell for the ferry',
    'Who Rings the Bell for the Ferry?',
    '“QUIET CHAOS”',
    'Fast chips for cars,…',
    '云岭大学研制出新型电池',
  ])('%s looks like one', (t) => expect(isHeadingShape(t)).toBe(true));
  test.each(['The bell rang.', 'of the ferry', 'Bells:', 'Who rings the bell?', '123', ''])(
    '%s does not',
    (t) => expect(isHeadingShape(t)).toBe(false),
  );
});

test('capitals and quotation marks', () => {
  expect(titleCaseShare('A Bell for the Ferry')).toBe(1);
  expect(titleCaseShare('A bell that rings')).toBe(0);
  expect(isAllCaps('STAY 2')).toBe(true);
  expect(isEnclosedInQuotes('“A bell”')).toBe(true);
  expect(isEnclosedInQuotes('“A bell” and “a boat”')).toBe(false);
});
