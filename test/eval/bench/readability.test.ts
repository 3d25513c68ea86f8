import { describe, expect, test } from 'vitest';
import { findFaults, hasOpenQuote, isDangling } from './readability.ts';

const faultsOf = (text: string, at = 5) => findFaults([{ text, at }])[0];

describe('a dangling opener', () => {
  test.each([
    'He left.',
    '"But we won," said Ann.',
    '(This is why.)',
    'THERE it lay.',
    'However, it rained.',
  ])('%s', (text) => expect(faultsOf(text)).toEqual(['dangling']));
  test.each(['Hera left.', 'Soon it rained.', '“Ann won,” he said.', '24 of them left.', ''])(
    'not: %s',
    (text) => expect(isDangling(text)).toBe(false),
  );
  test('is none in the first sentence, nor after the sentence before it', () => {
    expect(faultsOf('He left.', 0)).toEqual([]);
    const pair = [
      { text: 'Ann Dale won.', at: 3 },
      { text: 'She left.', at: 4 },
    ];
    expect(findFaults(pair)).toEqual([[], []]);
    expect(findFaults([...pair].reverse())).toEqual([[], []]);
  });
});

describe('a quote that does not close', () => {
  test.each(['“Ann won.', 'Ann won.”', '"Ann won.', '„Ann gewann.', '« Ann a gagné.'])('%s', (text) =>
    expect(hasOpenQuote(text)).toBe(true),
  );
  test.each(['“Ann won.”', "Ann's boat.", '"Ann" won.', '„Ann gewann.“', '« Ann a gagné. »'])(
    'not: %s',
    (text) => expect(hasOpenQuote(text)).toBe(false),
  );
});

test('ends', () => {
  expect(faultsOf('Who won?')).toEqual(['question alone']);
  expect(faultsOf('Photo: Ann Dale')).toEqual(['no end mark']);
  expect(faultsOf('“Ann won!”')).toEqual([]);
});
