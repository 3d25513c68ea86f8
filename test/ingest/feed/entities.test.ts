import { expect, test } from 'vitest';
import { decodeEntities } from '../../../src/ingest/feed/entities.ts';

test.each([
  ['a &amp;amp; b', 'a &amp; b'],
  ['&lt;p&gt; &quot;&apos;', '<p> "\''],
  ['caf&eacute;&nbsp;&hellip;', 'caf\u00e9\u00a0\u2026'],
  ['&#233;&#xE9;&#x1F600;', '\u00e9\u00e9\u{1F600}'],
  ['&#146;&#x97;', '\u2019\u2014'],
  ['&#0;&#xD800;&#x110000;', '\uFFFD\uFFFD\uFFFD'],
  ['AT&T &unknown; & &eacute', 'AT&T &unknown; & &eacute'],
])('%s', (text, expected) => {
  expect(decodeEntities(text)).toBe(expected);
});
