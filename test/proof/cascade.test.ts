import { expect, test } from 'vitest';
import { evaluateMedia, openCascade, readSheet } from '../../src/proof/cascade.ts';
import { openDoc } from '../../src/proof/markup.ts';

const phone = { dark: false, width: 320 };

test.each<[string, boolean | null]>([
  ['screen', true],
  ['only screen and (min-width:480px)', false],
  ['(max-width: 480px)', true],
  ['print', false],
  ['not print', true],
  ['print, (max-width: 320px)', true],
  ['(prefers-color-scheme: dark)', false],
  ['(prefers-color-scheme: light)', true],
  ['(prefers-contrast: more)', null],
  ['print and (prefers-contrast: more)', false],
])('a light phone answers %s with %s', (query, answer) => {
  expect(evaluateMedia(query, phone)).toBe(answer);
});

/** The colour that an element with id x has by these styles. */
function colourOf(css: string, markup: string, screen = phone): string | undefined {
  const doc = openDoc(
    `<!doctype html><html lang="en"><style>${css}</style><body>${markup}</body></html>`,
    null,
  );
  const x = doc.elements.find((e) => e.attrs.some(({ name, value }) => name === 'id' && value === 'x'));
  return x && openCascade(doc, readSheet(doc))(screen).get(x)?.get('color')?.value;
}

test.each([
  ['the later of two alike', 'p{color:red}p{color:blue}', '<p id="x">', 'blue'],
  ['the heavier', 'p.a{color:red}p{color:blue}', '<p id="x" class="a">', 'red'],
  ['an id', '#x{color:red}body p.a.b{color:blue}', '<p id="x" class="a b">', 'red'],
  [
    'the heaviest of a list',
    'p,.a .b{color:red}p.b{color:blue}',
    '<div class="a"><p id="x" class="b">',
    'red',
  ],
  ['the attribute', '#x{color:red}', '<p id="x" style="color:blue">', 'blue'],
  ['!important', 'p{color:red!important}', '<p id="x" style="color:blue">', 'red'],
  ['an important attribute', '#x{color:red!important}', '<p id="x" style="color:blue!important">', 'blue'],
  ['the next sibling', 'i + p{color:red}', '<i></i><p id="x">', 'red'],
  ['a rule over an old attribute', 'font{color:red}', '<font id="x" color="blue">', 'red'],
  ['the old attribute', '', '<font id="x" color="blue">', 'blue'],
  ['a media query in another', '@media screen{@media (max-width:400px){p{color:red}}}', '<p id="x">', 'red'],
])('%s wins', (_, css, markup, colour) => expect(colourOf(css, markup)).toBe(colour));

test('what it cannot see it names', () => {
  const doc = openDoc(
    '<style>@layer a{p{color:red}}\np::before{color:red}\np::before{margin:0;width:50%}\n:sort-of(p){display:none}</style>',
    null,
  );
  expect(readSheet(doc).unseen).toEqual([
    { what: '@layer a', line: 1 },
    { what: 'p::before', line: 2 },
    { what: ':sort-of(p)', line: 4 },
  ]);
});
