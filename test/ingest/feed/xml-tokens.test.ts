import { expect, test } from 'vitest';
import { scanXml } from '../../../src/ingest/feed/xml-tokens.ts';

function tokens(source: string): string {
  const found: string[] = [];
  scanXml(source, {
    open: (name, attributes, start, end, empty) => {
      expect(source.slice(start, end)).toMatch(/^<[\s\S]*>$/u);
      const shown = Object.entries(attributes).map(([k, v]) => ` ${k}=${v}`);
      found.push(`[${name}${shown.join('')}${empty ? '/' : ''}]`);
    },
    close: (name) => found.push(`[/${name}]`),
    text: (text) => found.push(text),
  });
  return found.join('');
}

test.each([
  ['<a b="1" c=\'2\' d=3 b="4">x</a>', '[a b=1 c=2 d=3]x[/a]'],
  ['<a x="1>0" y="&amp;"/>', '[a x=1>0 y=&/]'],
  ['<a x="1>0>', '[a]0>'],
  ['<a:b><c.d-e/></a:b >', '[a:b][c.d-e/][/a:b]'],
  ['1 < 2 &lt; 3 &amp;lt; <3', '1 < 2 < 3 &lt; <3'],
  ['a<!-- <b> -->c<!-- d', 'ac'],
  ['a<![CDATA[<b>&amp;]]>c<![CDATA[d', 'a<b>&amp;cd'],
  ['<?xml version="1.0"?><!DOCTYPE a [ <!ENTITY e "x"> ]><a>&e;</a>', '[a]&e;[/a]'],
  ['<!DOCTYPE a SYSTEM "b"><a/>', '[a/]'],
  ['<a><b', '[a]<b'],
  ['<a href=x/>', '[a href=x//]'],
  ['</', '</'],
])('%s', (source, expected) => {
  expect(tokens(source)).toBe(expected);
});
