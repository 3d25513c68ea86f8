import { describe, expect, test } from 'vitest';
import { describeSign, splitSigns } from '../../src/preview/signs.ts';

const signsOf = (text: string) =>
  splitSigns(text).flatMap(({ sign }) => (sign === null ? [] : describeSign(sign).code));

describe('signs that nobody sees', () => {
  test.each([
    ['A plain line.\r\n\tIndented\n', []],
    ['zero\u200Bwidth', ['200B']],
    ['turned \u202Etxet\u202C back', ['202E', '202C']],
    ['\uFEFFmark', ['FEFF']],
    ['nul\0 and escape\u001B[1m', ['0000', '001B']],
    ['lone\rreturn', ['000D']],
    ['soft\u00ADhyphen', ['00AD']],
    ['half \uD83D a pair', ['D83D']],
    ['a whole pair 😀', []],
    ['idle\u200Djoiner', ['200D']],
    ['می\u200Cروم', []],
    ['👩\u200D🚀', []],
    ['a tag \u{E0041}', ['E0041']],
  ])('%j', (text, codes) => expect(signsOf(text)).toEqual(codes));

  test('pieces are the text', () => {
    const text = '\uFEFFa\u200Bb\r\nc\0';
    expect(
      splitSigns(text)
        .map((p) => p.text)
        .join(''),
    ).toBe(text);
    expect(splitSigns(text).map((p) => p.sign)).toEqual(['\uFEFF', null, '\u200B', null, '\0']);
  });

  test('a sign is named', () => {
    expect(describeSign('\u202E')).toEqual({ code: '202E', name: 'right-to-left override' });
    expect(describeSign('\u0007')).toEqual({ code: '0007', name: 'control' });
    expect(describeSign('\u{E0041}')).toEqual({ code: 'E0041', name: 'invisible sign' });
  });
});
