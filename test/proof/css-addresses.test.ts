import { expect, test } from 'vitest';
import { addressesInCss } from '../../src/proof/css-addresses.ts';

test.each([
  ['url(a.png)', ['a.png']],
  ["url( 'a b.png' )", ['a b.png']],
  ['@import "a.css"; @import url(b.css)', ['a.css', 'b.css']],
  ['@import"a.css"layer(x)', ['a.css']],
  ['image-set("a.png" 1x, url(b.png) 2x)', ['a.png', 'b.png']],
  ['-webkit-image-set(linear-gradient(red, red) 1x, "b.png" 2x) "no"', ['b.png']],
  ['/* url(a.png) */ red', []],
  ['content: "url(a.png)"', []],
  ['@namespace "http://www.w3.org/2000/svg";', []],
  ['@charset "utf-8"; a{}', []],
  ['\\75 rl(a.png)', ['a.png']],
  ['u\\72l("a.png")', ['a.png']],
  ['url(a\\2e png)', ['a.png']],
  ['format("woff2") src("a.woff")', ['a.woff']],
  ['url(a.png', ['a.png']],
  ['url(a b)', []],
])('%s loads %j', (css, addresses) => expect(addressesInCss(css)).toEqual(addresses));
