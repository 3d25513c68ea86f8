import { expect, test } from 'vitest';
import { findShortcodes } from '../../src/ingest/shortcodes.ts';

/** Shortcodes as they stand, those that stand for words with a bar. */
const found = (text: string): string[] =>
  findShortcodes(text).map((c) => `${c.inline ? '|' : ''}${text.slice(c.start, c.end)}`);

test.each<[text: string, codes: string[]]>([
  ['{{< figure src="a.jpg" >}}\nThe ebb.', ['{{< figure src="a.jpg" >}}']],
  ['{{% notice %}}The ebb.{{% /notice %}}', ['{{% notice %}}', '{{% /notice %}}']],
  ['It costs {{< price tea >}} a cup.', ['|{{< price tea >}}']],
  ['By {{ page.author }} today', ['|{{ page.author }}']],
  ['{% include map.html %}', ['{% include map.html %}']],
  [
    '{% highlight ruby %}\nputs 1\n{% endhighlight %}',
    ['{% highlight ruby %}\nputs 1\n', '{% endhighlight %}'],
  ],
  [
    '[caption id="a" width=3]<img> The pier[/caption]',
    ['[caption id="a" width=3]<img> The pier', '[/caption]'],
  ],
  ['[gallery ids="1,2"]', ['[gallery ids="1,2"]']],
  ['[quote]The ebb.[/quote]', ['[quote]', '[/quote]']],
  ['a [link](/x), a [ref][1], [it] and [1], {x}', []],
  ['[x]: /y', []],
  ['* TOC\n{:toc}', ['* TOC\n{:toc}']],
  ['The ebb.\n{: .lead #ebb}', ['{: .lead #ebb}']],
  ['The set {a: b} of {x:y}', []],
  ['[gallery](/x)', []],
  ['The ebb.', []],
])('%j', (text, codes) => expect(found(text)).toEqual(codes));

test('the work grows with the text', () => {
  const text = '[caption a="b"] {{< x >}} {% y %} '.repeat(3000);
  expect(findShortcodes(text).length).toBe(9000);
});
