import { describe, expect, test } from 'vitest';
import { readLines, splitLines } from '../../src/segment/lines.ts';
import { findWrapWidth, findWrapWidths, isBrokenTitle, isWrapped } from '../../src/segment/wrapping.ts';

const full = `${'word '.repeat(14)}\n`.repeat(8);
const column =
  'The harbour said on Tuesday that\nit would wait for the cable, and\nnot for another study.\n' +
  'Judges are expected to hear the\ncase in June, when the court has\nmoved to its new house by the\nriver.\n' +
  'Until then both sides share what\nit costs to plan the route.\n';

describe('the width of wrapped lines', () => {
  const widthOf = (text: string) => findWrapWidth(text, splitLines(text));
  test('is where most lines end', () => expect(widthOf(full)).toBe(69));
  test('is found by sentences that break at the margin', () => expect(widthOf(column)).toBe(32));
  test('is none of short lines', () =>
    expect(widthOf('One\nTwo words\nA longer line than that\nShort\n')).toBe(0));
  test('is none where each line is a sentence', () =>
    expect(widthOf('The bell rang at noon on Sunday.\n'.repeat(9))).toBe(0));
});

test('stretches between long paragraphs have widths of their own', () => {
  const text = `${'A paragraph that no margin broke. '.repeat(6)}\n${column}`;
  const widths = findWrapWidths(text, splitLines(text));
  expect(widths).toHaveLength(splitLines(text).length);
  expect(widths.slice(0, 2)).toEqual([0, 32]);
  expect(readLines(text)).toHaveLength(4);
});

test('titles in capitals, bylines and date lines go on in nothing', () => {
  const goesOn = (text: string) => {
    const [line, next] = splitLines(text);
    return line && next && isWrapped(text, line, next, 32);
  };
  expect(goesOn('The harbour said on Tuesday that\nit would wait')).toBe(true);
  expect(goesOn('HARBOUR CABLE DISPUTE GOES TO THE\nThe harbour said')).toBe(false);
  expect(goesOn('The Harbour Goes to Court on June\nBy Tomas Reil')).toBe(false);
  expect(goesOn('The Harbour Goes to Court on June\n14 March 2024')).toBe(false);
});

describe('a title in two lines', () => {
  const paragraph = 'The harbour said on Tuesday that it would wait for the cable, and not for a study.';
  const isOne = (title: string, above = 'Before.\n\n'.repeat(8)) => {
    const text = `${above}${title}\n\n${paragraph}\n`;
    return isBrokenTitle(text, splitLines(text), splitLines(above).length + 1);
  };
  test.each([
    'Harbour of Lunde Goes to\nCourt over a Cable',
    'Harbour goes to court\nover a cable',
    'HARBOUR GOES TO COURT\nOVER A CABLE',
    'Harbour of Lunde Goes Court\nCable Dispute Goes On',
  ])('%j is one', (title) => expect(isOne(title)).toBe(true));
  test.each([
    'Opinion\nThe Harbour Goes to Court',
    'Harbour of Lunde Goes to Court\nMara Ostrow',
    'Harbour of Lunde Goes to Court\n14 March 2024',
    'Harbour of Lunde Goes to Court\nBy Mara Ostrow',
    'NORTHERN NEWS\nHarbour of Lunde Goes to Court',
    'Harbour of Lunde Goes to Court\nThe grid company wants to be paid for its cable',
  ])('%j is two', (lines) => expect(isOne(lines)).toBe(false));
  test('at the head of a file the first may be its own', () => {
    expect(isOne('WHAT THE WIND DID\nTHE PRICE OF A CALM DAY', '')).toBe(false);
    expect(isOne('Harbour of Lunde Goes to\nCourt over a Cable', '')).toBe(true);
  });
});
