import { expect, test } from 'vitest';
import {
  dropUnseen,
  htmlOfMarkup,
  looksLikeHtml,
  plainWords,
  wordsOf,
  wordsOfHtml,
} from '../../../src/ingest/feed/words.ts';

test.each([
  ['<p>a', true],
  ['a<br/>b', true],
  ['a &amp; b', true],
  ['Power <of> Siberia', false],
  ['1 < 2 & 3', false],
])('%s', (text, html) => {
  expect(looksLikeHtml(text)).toBe(html);
});

test('words without tags and references', () => {
  expect(wordsOfHtml('The <b class="x">pier</b> &amp;\n sea')).toBe('The pier & sea');
  expect(wordsOf('Power <of> Siberia')).toBe('Power <of> Siberia');
  expect(wordsOf('<i>Power</i> &lt;of&gt;')).toBe('Power <of>');
  expect(wordsOfHtml('The<script>if (a<b) go()</script> pier<style>p{}</style>')).toBe('The pier');
  expect(wordsOfHtml('<scripted>a</scripted>')).toBe('<scripted>a</scripted>');
  expect(plainWords(' a\u0007\n b ')).toBe('a b');
});

test('what is for the browser alone', () => {
  const many = '<script>'.repeat(20_000);
  expect(dropUnseen('<p>a</p><SCRIPT src="x">b</script ><template><p>c</p></template>d')).toBe('<p>a</p>d');
  expect(dropUnseen(many)).toBe(many);
});

test('markup of a feed as HTML', () => {
  expect(htmlOfMarkup('<xhtml:p>a<xhtml:br/></xhtml:p><p/>')).toBe('<p>a<br/></p><p></p>');
  expect(htmlOfMarkup('<p><![CDATA[1 < 2 & 3]]></p>')).toBe('<p>1 &lt; 2 &amp; 3</p>');
});
