import { expect, test } from 'vitest';
import { readText } from '../../../src/ingest/html/page-text.ts';
import { parsePage } from '../../../src/ingest/html/tree.ts';
import { readShown, type Shown } from '../../../src/ingest/mail/page-heads.ts';

function shown(html: string): Shown | undefined {
  const tree = parsePage(html);
  return readShown(tree, readText(tree))[0];
}

test.each([
  ['<h2>Ebb</h2>', 2],
  ['<font size=5>Ebb</font>', 3],
  ['<span style="font-size: 22px">Ebb</span>', 3],
  ['<span style="font-size:14pt">Ebb</span>', 3],
  ['<span style="font-size:14px">Ebb</span>', 0],
  ['<p>Ebb</p>', 0],
])('%s has depth %i', (html, depth) => expect(shown(html)?.depth).toBe(depth));

test.each([
  ['<b>Ebb</b>', true],
  ['<div style="font-weight: 700">Ebb</div>', true],
  ['<h1 style="font-weight:normal">Ebb</h1>', false],
])('%s is bold: %s', (html, bold) => expect(shown(html)?.bold).toBe(bold));

test.each([
  'display:none',
  'font-size:0',
  'font-size:1px;color:#fff',
  'mso-hide:all',
  'opacity:0',
  'max-height: 0px',
])('what has the style %s is hidden, and what is in it', (style) =>
  expect(shown(`<div style="${style}"><p>Ebb</p></div>`)?.hidden).toBe(true),
);

test.each(['opacity:0.9', 'font-size:12px', 'font-size:0.9em', 'display:block'])(
  '%s hides nothing',
  (style) => expect(shown(`<p style="${style}">Ebb</p>`)?.hidden).toBe(false),
);

test('where a link leads, with its place', () => {
  expect(shown('<p><a href=" https://a.example/b "><i>Ebb</i></a></p>')).toMatchObject({
    href: 'https://a.example/b',
    start: 0,
    end: 3,
  });
});
