import { describe, expect, test } from 'vitest';
import { findPin, readPins } from '../../src/group/pins.ts';
import { draft } from './articles.ts';

const themes = [
  { name: 'Health', seeds: ['nurse'] },
  { name: 'Culture', seeds: ['film'] },
];

describe('a theme in the front matter', () => {
  test('is matched without regard to case; an unknown one stands as written', () => {
    const articles = [
      draft({ id: 'a', theme: ' culture ' }),
      draft({ id: 'b', theme: 'Boats' }),
      draft({ id: 'c' }),
    ];
    expect([...readPins(articles, new Map(), themes)]).toEqual([
      ['a', { name: 'Culture', theme: 1 }],
      ['b', { name: 'Boats', theme: null }],
    ]);
  });
  test('of a folded copy speaks for a silent original only', () => {
    const copy = draft({ id: 'a', theme: 'Health' });
    const originalOf = new Map([['a', 'b']]);
    expect(readPins([copy, draft({ id: 'b' })], originalOf, themes).get('b')?.name).toBe('Health');
    expect(readPins([copy, draft({ id: 'b', theme: 'Culture' })], originalOf, themes).get('b')?.name).toBe(
      'Culture',
    );
  });
  test('of a list is the first that is known', () => {
    const article = draft({ id: 'a' });
    const stating = (...value: string[]) => ({
      ...article,
      metadata: { theme: { value, range: { start: 0, end: 0 } } },
    });
    expect(readPins([stating('Nope', 'culture')], new Map(), themes).get('a')?.name).toBe('Culture');
    expect(readPins([stating('Nope', 'Nor this')], new Map(), themes).get('a')?.name).toBe('Nope');
  });
  test('of a list of known ones is its first', () => {
    const article = draft({ id: 'a' });
    const listed = {
      ...article,
      metadata: { theme: { value: ['Health', 'Culture'], range: { start: 0, end: 0 } } },
    };
    expect(readPins([listed], new Map(), themes).get('a')?.theme).toBe(0);
  });
});

test('the first pinned member decides for a story', () => {
  const pins = new Map([
    ['b', { name: 'Health', theme: 0 }],
    ['c', { name: 'Culture', theme: 1 }],
  ]);
  expect(findPin(['a', 'c', 'b'], pins)).toBe('Culture');
  expect(findPin(['a'], pins)).toBeNull();
});
