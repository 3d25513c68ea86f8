import { expect, test } from 'vitest';
import { openDoc } from '../../src/proof/markup.ts';
import { hasWords, ownWords, stylesOf } from '../../src/proof/screens.ts';

test('both sides of every breakpoint are looked at', () => {
  const doc = openDoc(
    '<style>@media (min-width:480px){p{color:red}}@media (max-width:90px){p{color:red}}</style>',
    null,
  );
  expect(stylesOf(doc).widths).toEqual([600, 320, 479, 480]);
});

test('styles of a document are read once', () => {
  const doc = openDoc('<style>@media (prefers-color-scheme:dark){p{color:red}}</style><p>x</p>', null);
  const screen = { width: 600, dark: false };
  expect(stylesOf(doc)).toBe(stylesOf(doc));
  expect(stylesOf(doc).at(screen)).toBe(stylesOf(doc).at({ ...screen }));
  expect(stylesOf(doc).at(screen)).not.toBe(stylesOf(doc).at({ ...screen, dark: true }));
});

test('words of an element are its own', () => {
  const [p] = openDoc('<p>one <b>two</b> three</p>', null).elements.filter((e) => e.tagName === 'p');
  const [div] = openDoc('<div>&nbsp;&zwnj;<p>x</p></div>', null).elements.filter((e) => e.tagName === 'div');
  if (!p || !div) throw new Error('no element');
  expect(ownWords(p)).toBe('one  three');
  expect([hasWords(p), hasWords(div)]).toEqual([true, false]);
});
