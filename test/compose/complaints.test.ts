import { expect, test } from 'vitest';
import { complainOfThemes } from '../../src/compose/complaints.ts';
import { makeArticle } from '../made-articles.ts';

const stating = (theme: string | string[]) => {
  const { article } = makeArticle({ id: 'ebb' });
  return { ...article, metadata: { theme: { value: theme, range: { start: 0, end: 1 } } } };
};

test('a theme of the config is fine, a misspelt one is named with the nearest', () => {
  expect(complainOfThemes([stating('Water')], ['Water', 'Bread'])).toEqual([]);
  expect(complainOfThemes([stating('Wter')], ['Water', 'Bread'])).toMatchObject([
    { code: 'unknown-theme', severity: 'warning', hint: 'Did you mean "Water"?' },
  ]);
  expect(complainOfThemes([stating('water')], ['Water'])).toEqual([]);
  expect(complainOfThemes([stating(['Nope', 'Water', 'Nor this'])], ['Water'])).toHaveLength(2);
  expect(complainOfThemes([stating('Zeppelins')], ['Water'])[0]?.hint).toContain('Add it');
});
