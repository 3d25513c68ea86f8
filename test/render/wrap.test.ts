import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { wrapText } from '../../src/render/wrap.ts';

test('lines are filled to the column and no further', () => {
  expect(wrapText('The geese left at noon, in good order.', 20)).toEqual([
    'The geese left at',
    'noon, in good order.',
  ]);
});

test('a margin counts', () => {
  expect(wrapText('one two three', 9, '  | ')).toEqual(['  | one', '  | two', '  | three']);
});

test('Chinese takes two columns a sign, breaks anywhere, but no line begins with a full stop', () => {
  const lines = wrapText('镇上的人说，火一点着，半条街的猫都搬到窑边来了。', 10);
  expect(lines.join('')).toBe('镇上的人说，火一点着，半条街的猫都搬到窑边来了。');
  for (const line of lines) {
    expect(stringWidth(line)).toBeLessThanOrEqual(10);
    expect(line).not.toMatch(/^[，。]/);
  }
  expect(lines[0]).toBe('镇上的人');
});

test('a Latin name inside Chinese is not torn', () => {
  expect(wrapText('他住在Oreth Mouth镇', 10)).toEqual(['他住在', 'Oreth', 'Mouth镇']);
});

test('an address stays whole, any other long word does not', () => {
  const address = `https://lantern.example/${'x'.repeat(40)}`;
  expect(wrapText(`See <${address}> there`, 20)).toEqual(['See', `<${address}>`, 'there']);
  expect(wrapText('a'.repeat(45), 20)).toEqual(['a'.repeat(20), 'a'.repeat(20), 'a'.repeat(5)]);
});

test('line ends in the text stay, an empty text is one empty line', () => {
  expect(wrapText('one\ntwo', 20)).toEqual(['one', 'two']);
  expect(wrapText('', 20)).toEqual(['']);
});
