import { expect, test } from 'vitest';
import { letterToHtml, letterToText } from '../../src/render/letter.ts';

const base = 'https://lantern.example/2026-05/';

test('Markdown becomes HTML, headings rank below a theme', () => {
  expect(letterToHtml('# Now\n\nA *quiet* [lock](../2026-04/?a=1&b=2).', base)).toBe(
    '<h3>Now</h3>\n<p>A <em>quiet</em> <a href="https://lantern.example/2026-04/?a=1&amp;b=2">lock</a>.</p>',
  );
});

test('nothing in it can act', () => {
  const html = letterToHtml(
    '<script>x</script> <b onclick="x">y</b>\n\n[a](javascript:x) [b](JAVASCRIPT&colon;x) ![c](data:image/svg+xml,x) <javascript:x>',
    base,
  );
  expect(html).not.toMatch(/<(script|b|img)|href="(?!https?:)/i);
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toContain('<a');
  expect(html).toContain('<p>a b c javascript:x</p>');
  expect(html).toContain('c');
});

test('plain text keeps paragraphs, lists and each link once', () => {
  const text = letterToText(
    'A [lock](https://a.example/) and the *same* [lock](https://a.example/).\n\n- one\n- two\n\n<https://b.example/>\n\n---\n\n`{{x}}` & <b>raw</b>',
    base,
  );
  expect(text).toEqual([
    'A lock <https://a.example/> and the same lock.',
    '- one',
    '- two',
    'https://b.example/',
    '{{x}} & <b>raw</b>',
  ]);
});

test('a paragraph is filled anew, a stated line break stays', () => {
  expect(letterToText('one\ntwo  \nthree', base)).toEqual(['one two\nthree']);
});

test('a letter that asks too much of the parser stands as it is written', () => {
  const deep = `Dear *reader*,\n\n${'>'.repeat(2000)} <b>a</b>`;
  const html = letterToHtml(deep, base);
  expect(html.startsWith('<p>Dear *reader*,</p>\n<p>&gt;&gt;')).toBe(true);
  expect(html.endsWith('&lt;b&gt;a&lt;/b&gt;</p>')).toBe(true);
  expect(letterToText(deep, base)).toEqual(['Dear *reader*,', `${'>'.repeat(2000)} <b>a</b>`]);
});
