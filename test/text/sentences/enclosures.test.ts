import { describe, expect, test } from 'vitest';
import { findEnclosures } from '../../../src/text/sentences/enclosures.ts';

function enclosed(text: string, limit = 40): string[] {
  return findEnclosures(text, limit).map(({ start, end }) => text.slice(start, end));
}

describe('enclosures', () => {
  test.each([
    ['a (b) c', ['(b)']],
    ['a "b" c', ['"b"']],
    ['a “b ‘c’ d” e', ['“b ‘c’ d”']],
    ['a „b“ c „d” e', ['„b“', '„d”']],
    ['a « b » c »d« e', ['« b »', '»d«']],
    ['他说：“好。”《书》', ['“好。”', '《书》']],
    ['他说："好。"', ['"好。"']],
    ['‘the boats’ owners’', ['‘the boats’']],
    ['‘it’s’ b', ['‘it’s’']],
  ])('%s', (text, wanted) => {
    expect(enclosed(text)).toEqual(wanted);
  });

  test('what never closes encloses nothing', () => {
    expect(enclosed('a (b and “c and "d')).toEqual([]);
  });

  test('an opening mark gives up one that was never closed', () => {
    expect(enclosed('"a and then "b" c')).toEqual(['"b"']);
  });

  test('inches open nothing', () => {
    expect(enclosed('a 5" pipe and a 6" pipe')).toEqual([]);
  });

  test('too long is not enclosed', () => {
    expect(enclosed(`(${'a'.repeat(50)})`)).toEqual([]);
    expect(enclosed(`(${'a'.repeat(50)})`, 60)).toHaveLength(1);
  });
});
