import { expect, test } from 'vitest';
import { openCascade, readSheet } from '../../src/proof/cascade.ts';
import { hiddenBy, hides, sizeOf } from '../../src/proof/hiding.ts';
import { openDoc } from '../../src/proof/markup.ts';

function open(markup: string) {
  const doc = openDoc(markup, null);
  const element = doc.elements.at(-1);
  if (!element) throw new Error('no element');
  return { element, own: openCascade(doc, readSheet(doc))({ dark: false, width: 320 }).get(element) };
}

test.each([
  ['<p>', 20],
  ['<p style="font-size:14px">', 14],
  ['<p style="font-size:9pt">', 12],
  ['<p style="font-size:.5em">', 10],
  ['<p style="font-size:75%">', 15],
  ['<p style="font-size:1rem">', 16],
  ['<p style="font-size:5vw">', 16],
  ['<p style="font-size:0">', 0],
  ['<p style="font-size:inherit">', 20],
  ['<p style="font-size:larger">', 24],
  ['<p style="font-size:xx-small">', 9],
  ['<p style="font:italic 700 14px/20px serif">', 14],
  ['<p style="font:small-caps x-large serif">', 24],
  ['<p style="font:caption">', 16],
  ['<font size="2">', 13],
  ['<h1>', 40],
  ['<p style="font-size:clamp(1px,2px,3px)">', null],
  ['<p style="font:var(--small) serif">', null],
])('words of %s in 20 pixels are %s high', (markup, size) => {
  const { element, own } = open(markup);
  expect(sizeOf(element, own, 20, 320)).toBe(size);
});

test.each([
  ['<p style="display:none">', 'display: none'],
  ['<p style="display:block">', null],
  ['<p style="overflow:hidden;height:0">', 'height: 0'],
  ['<p style="overflow:hidden;width:100%;max-width:0px">', 'max-width: 0px'],
  ['<p style="height:0">', null],
  ['<p style="overflow:hidden;height:auto">', null],
  ['<dialog>', '<dialog>'],
  ['<dialog open>', null],
])('%s is hidden by %s', (markup, by) => {
  const { element, own } = open(markup);
  expect(hiddenBy(element, own)).toBe(by);
});

test.each([
  ['opacity', '0.05', true],
  ['opacity', '.5', false],
  ['opacity', '1', false],
  ['margin', '0 -20px', false],
  ['margin', '0 0 0 -2000px', true],
  ['clip', 'rect(1px, 1px, 1px, 1px)', true],
  ['clip-path', 'inset(0)', false],
  ['clip-path', 'inset(100%)', true],
  ['transform', 'scale(1.05)', false],
  ['transform', 'scale(0, 0)', true],
  ['transform', 'translateX(-9999px)', true],
  ['filter', 'opacity(0)', true],
  ['color', 'red', false],
])('%s: %s hides: %s', (property, value, answer) => expect(hides(property, value)).toBe(answer));
