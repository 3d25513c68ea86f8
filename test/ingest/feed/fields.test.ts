import { describe, expect, test } from 'vitest';
import { readElements } from '../../../src/ingest/feed/elements.ts';
import {
  findAll,
  findFirst,
  findLicence,
  findLink,
  linkOf,
  readWords,
  resolveLink,
} from '../../../src/ingest/feed/fields.ts';

function elementOf(source: string) {
  const { root } = readElements(`<x>${source}</x>`, () => undefined);
  if (!root) throw new Error('no element');
  return root;
}

test('children by name, in the order of the names', () => {
  const element = elementOf('<b>1</b><a/><a>2</a>');
  expect(findAll(element, 'a', 'b').map((e) => e.text)).toEqual(['', '2', '1']);
  expect(findFirst(element, 'a', 'b')?.text).toBe('2');
  expect(findFirst(element, 'c')).toBeNull();
});

test.each([
  ['<title>a &amp;amp; &lt;b&gt;c&lt;/b&gt;</title>', 'a & c'],
  ['<title type="text">a &lt;b&gt;</title>', 'a <b>'],
  ['<title type="html">a &lt;of&gt; &amp;lt;</title>', 'a <of> <'],
  ['<title type="xhtml"><div>a <i>b</i></div></title>', 'a b'],
  ['', ''],
])('words of %s', (source, words) => {
  expect(readWords(findFirst(elementOf(source), 'title'))).toBe(words);
});

test.each([
  ['/b', 'https://a.example/x/', 'https://a.example/b'],
  ['b', null, 'b'],
  ['https://b.exa\n mple/', null, 'https://b.exa mple/'],
  ['mailto:a@b.example', null, 'mailto:a@b.example'],
  [' ', null, null],
])('link %j', (address, base, expected) => {
  expect(resolveLink(address, base)).toBe(expected);
});

describe('links and licences', () => {
  test.each([
    ['<link rel="self" href="/s"/><link href="/a" type="text/html"/>', 'https://a.example/a'],
    ['<link rel="self" href="/s"/>', null],
    ['<link rel="alternate" href="/j" type="application/json"/>', 'https://a.example/j'],
    ['<link>/t</link><link href="/a"/>', 'https://a.example/t'],
  ])('%s', (source, link) => {
    expect(findLink(elementOf(source), 'https://a.example/')).toBe(link);
  });
  test.each([
    ['<link rel="license" href="https://c.example/"/>', 'https://c.example/'],
    ['<cc:license rdf:resource="https://c.example/"/>', 'https://c.example/'],
    ['<rights>Creative Commons BY</rights>', 'Creative Commons BY'],
    ['<copyright>2024 Ebb</copyright>', null],
  ])('%s', (source, licence) => {
    expect(findLicence(elementOf(source), null)).toBe(licence);
  });
  test('an element leads where its attribute or its words say', () => {
    const [link] = findAll(elementOf('<link xml:base="https://b.example/">c</link>'), 'link');
    expect(link && linkOf(link, null)).toBe('https://b.example/c');
  });
});

test('the kind of a link counts, whether its address is an attribute or its words', () => {
  const links =
    '<link rel="enclosure">https://ebb.example/a.mp3</link><link rel="alternate">https://ebb.example/a</link>';
  const { root } = readElements(`<channel>${links}</channel>`, () => {});
  expect(root && findLink(root, null)).toBe('https://ebb.example/a');
});
