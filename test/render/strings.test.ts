import { expect, test } from 'vitest';
import { stringsFor } from '../../src/render/strings.ts';

test('one is not many', () => {
  expect(stringsFor('en').fromSources(1, 1)).toBe('1 story from 1 source');
  expect(stringsFor('en').fromSources(12, 10)).toBe('12 stories from 10 sources');
  expect(stringsFor('fr').stories(0)).toBe('0 sujet');
  expect(stringsFor('de').stories(2)).toBe('2 Geschichten');
});

test('a region does not matter, an unknown language reads English', () => {
  expect(stringsFor('de-CH').archive).toBe('Archiv');
  expect(stringsFor('FR').archive).toBe('Archives');
  expect(stringsFor('eo').archive).toBe('Archive');
});

test('every language has the same words', () => {
  const names = (language: string) => Object.keys(stringsFor(language)).sort();
  expect(names('de')).toEqual(names('en'));
  expect(names('fr')).toEqual(names('en'));
});

test('sources that are not stated are not counted', () => {
  expect(stringsFor('en').fromSources(3, 0)).toBe('3 stories');
  expect(stringsFor('de').fromSources(1, 2)).toBe('1 Geschichte aus 2 Quellen');
});
