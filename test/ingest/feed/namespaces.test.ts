import { expect, test } from 'vitest';
import { extendScope, nameIn } from '../../../src/ingest/feed/namespaces.ts';

const scope = extendScope(new Map(), {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:x': 'http://purl.org/dc/elements/1.1/',
  'xmlns:Y': 'http://www.w3.org/1999/xhtml',
  'xmlns:z': 'https://nobody.example/',
});

test.each([
  ['Title', 'title'],
  ['x:Creator', 'dc:creator'],
  ['Y:div', 'xhtml:div'],
  ['z:a', 'z:a'],
  ['dc:date', 'dc:date'],
  ['atom:link', 'link'],
  ['creativeCommons:license', 'cc:license'],
])('%s is %s', (written, name) => {
  expect(nameIn(scope, written)).toBe(name);
});

test('a scope without own prefixes is that around it', () => {
  expect(extendScope(scope, { href: 'x' })).toBe(scope);
});

test('an inner scope binds anew and leaves the outer alone', () => {
  const inner = extendScope(scope, { xmlns: 'http://www.w3.org/1999/xhtml' });
  expect([nameIn(inner, 'p'), nameIn(scope, 'p')]).toEqual(['xhtml:p', 'p']);
});
