import { expect, test } from 'vitest';
import { elementsIn, parsePage, textIn } from '../../../src/ingest/html/tree.ts';

test('elements come in document order, the text without what is not shown', () => {
  const tree = parsePage('<div><p>A <b>bell</b></p><script>x</script></div><i>rang</i>');
  expect(elementsIn(tree).map((e) => e.tagName)).toEqual([
    'html',
    'head',
    'body',
    'div',
    'p',
    'b',
    'script',
    'i',
  ]);
  expect(textIn(tree)).toBe('A bellrang');
});
