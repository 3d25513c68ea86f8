import { expect, test } from 'vitest';
import { stylesIn } from '../../src/proof/css.ts';
import { openDoc } from '../../src/proof/markup.ts';

const last = (markup: string) => {
  const element = openDoc(markup, null).elements.at(-1);
  if (!element) throw new Error('no element');
  return element;
};

test.each([
  ['<body><style>p{color:red}</style>', 'p{color:red}', null],
  ['<p style="color:red">', 'color:red', null],
  ['<p>', '', null],
  ['<p style="color:red;}">', '', 'Unexpected }'],
  ['<p style="red">', '', 'Unknown word red'],
  ['<body><style>p{</style>', '', 'Unclosed block'],
])('%s', (markup, css, fault) => {
  const styles = stylesIn(last(markup));
  expect([styles.root.toString(), styles.fault]).toEqual([css, fault]);
});

test('they are read once', () => {
  const element = last('<p style="color:red">');
  expect(stylesIn(element)).toBe(stylesIn(element));
});
