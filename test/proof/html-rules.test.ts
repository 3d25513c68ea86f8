import { describe, expect, test } from 'vitest';
import { findHtmlFaults } from '../../src/proof/html-rules.ts';
import { breakGate, good, swap } from './breaks.ts';

describe('of the email', () => {
  breakGate('html', [
    ['an element left open', swap('html', '</h1>', ''), /close-order|no-implicit-close|element/u],
    ['a block inside a line', swap('html', '<h1>', '<h1><div>x</div>'), /element-permitted-content/u],
    ['a bare ampersand', swap('html', '</h1>', ' & <</h1>'), /no-raw-characters|parser/u],
    ['a picture without words', swap('html', '<h1>', '<img src="data:,x"><h1>'), /wcag\/h37/u],
  ]);
});

describe('of the page', () => {
  breakGate('page-html', [
    ['an unknown element', swap('page', '<main>', '<main><blink>x</blink>'), /blink/u],
    ['an inline style', swap('page', '<main>', '<main style="color:red">'), /no-inline-style/u],
  ]);
});

test('the web is held to more than mail', async () => {
  expect(await findHtmlFaults(good.html, 'email')).toEqual([]);
  expect(await findHtmlFaults(good.html, 'web')).not.toEqual([]);
});
