import { describe, expect, test } from 'vitest';
import { findEnclosures } from '../../../src/text/sentences/enclosures.ts';
import { proposeBoundaries } from '../../../src/text/sentences/proposals.ts';

/** What follows each place proposed, in brackets where it is sure. */
function propose(text: string, language = 'en'): string[] {
  return proposeBoundaries(text, language, findEnclosures(text, 100)).map(({ at, sure }) =>
    sure ? `[${text.slice(at)}]` : text.slice(at),
  );
}

describe('proposals', () => {
  test.each([
    ['It rained. 5 came.', ['5 came.']],
    ['It rained.Then it snowed.', ['Then it snowed.']],
    ['It rained… Then', ['Then']],
    ['It rained. iHarbour', ['iHarbour']],
    ['It rained.[2] Then', ['[2] Then', 'Then']],
    ['It rained. ” Then', ['Then']],
    ['It rained. . . . Then', ['[. . . Then]', 'Then']],
    ['1. x 2. y', ['[2. y]']],
    ['x • y', ['[• y]']],
    ['- x. - y.', ['[- y.]']],
  ])('%s', (text, wanted) => {
    expect(propose(text)).toEqual(wanted);
  });

  test('an opening mark belongs to what it opens', () => {
    expect(propose('雨。“好。”', 'zh')).toEqual(['“好。”']);
    expect(propose('„Lust.“Wir', 'de')).toEqual(['Wir']);
  });

  test('neither the beginning nor the end', () => {
    expect(propose('It rained.')).toEqual([]);
    expect(propose('')).toEqual([]);
  });
});
