import { expect, test } from 'vitest';
import { isText, walk } from '../../../src/ingest/html/tree.ts';
import { open } from './pages.ts';

const cases: [name: string, html: string, text: string][] = [
  ['inline markup joins', 'a<b>b</b>c', 'abc'],
  ['entities are decoded', 'Fish &amp; Sons&rsquo; &#8212; &nbsp;', 'Fish & Sons’ — \u00a0'],
  ['blocks begin lines', '<p>a</p><p>b</p>', 'a\nb'],
  ['no second line feed where one stands', '<p>a</p>\n<p>b</p>', 'a\nb'],
  ['a break is one line feed', 'a<br>b', 'a\nb'],
  ['two breaks are two', 'a<br><br>b', 'a\n\nb'],
  ['nothing at the beginning', '<div><p>a', 'a'],
  ['white space stays', '<p>a  \t b</p>', 'a  \t b'],
  ['what is not shown is left out', '<script>x</script>a<style>y</style><template>z</template>', 'a'],
];
test.each(cases)('%s', (_, html, text) => expect(open(html).page.text).toBe(text));

test('every text node is where its place says', () => {
  const { tree, page } = open('<p>A &lt;keeper&gt; <i>of <b>light</b></i><br>and<ul><li>oil</ul>');
  walk(tree, (node) => {
    const place = isText(node) ? page.places.get(node) : undefined;
    if (isText(node)) expect(place && page.text.slice(place.start, place.end)).toBe(node.value);
    return true;
  });
  expect(page.textUnits).toBe(page.text.length - 2);
});
