import { expect, test } from 'vitest';
import { faultOf, idOf, linksOf, requestsOf } from '../../src/proof/links.ts';
import { openDoc } from '../../src/proof/markup.ts';

test.each([
  ['https://a.example/x?y=1&z#f', null],
  ['mailto:a@b.example', null],
  ['https://a.example/%D9%85', null],
  ['https://a.example/م', 'holds signs that must be encoded'],
  ['a.html', 'is not absolute'],
  [' https://a.example', 'is empty or has spaces around it'],
  ['data:text/html,x', 'is neither http, https nor mailto'],
])('%s: %s', (address, fault) => expect(faultOf(address)).toBe(fault));

test.each([
  ['#place', 'place'],
  ['#%C3%A9', 'é'],
  ['#%', '%'],
  ['#:~:text=a', null],
  ['#place:~:text=a', 'place'],
])('%s leads to %s', (fragment, id) => expect(idOf(fragment)).toBe(id));

test('links are what a reader can follow, requests what a program sends by itself', () => {
  const doc = openDoc(
    '<a href="a">x</a><link rel="canonical" href="b"><link rel="icon" href="c"><img src="#x"><img src="d">',
    null,
  );
  expect(linksOf(doc.elements).map((link) => link.address)).toEqual(['a']);
  expect(requestsOf(doc.elements).map((request) => request.address)).toEqual(['c', 'd']);
});

test.each([
  ['a.png', ['a.png']],
  ['a.png 1x,b.png 2x', ['a.png', 'b.png']],
  [' a.png , b.png 100w,', ['a.png', 'b.png']],
  ['data:image/gif;base64,AA 1x,b.png 2x', ['b.png']],
  ['a.png (1x,2x), b.png', ['a.png', 'b.png']],
])('of the set %s a program fetches %j', (srcset, addresses) => {
  const doc = openDoc(`<img srcset="${srcset}">`, null);
  expect(requestsOf(doc.elements).map((request) => request.address)).toEqual(addresses);
});
