import { expect, test } from 'vitest';
import { endsForm, headStart } from '../../src/segment/forms.ts';
import { labelled, prose } from './made.ts';

test('a form ends at a title with a date, not at a reader who says something', () => {
  const { lines } = labelled(`Leave a Reply\n\nOtters in the old mill\n\nMay 3, 2024\n\n${prose('otter')}`);
  expect(headStart(lines.slice(0, -1))).toBe(1);
  expect(endsForm(lines.slice(0, -1), lines, lines.length - 1)).toBe(true);
  const said = labelled(`Leave a Reply\n\nTom Birch of Melby says\n\nMay 3, 2024\n\n${prose('otter')}`).lines;
  expect(endsForm(said.slice(0, -1), said, said.length - 1)).toBe(false);
});
