import { expect, test } from 'vitest';
import { cutImages, cutStyles } from '../../src/preview/derive.ts';

const email = `<!doctype html><html><head><style>p{color:red}</style><!--[if mso]><style>p{}</style><![endif]-->
<link rel="stylesheet" href="x.css"></head><body class="a" style="margin:0"><table background="b.png"><tr><td width="20">
<p  style='color:"blue"'>style="kept as text" &lt;style&gt;</p><img alt="A ferry" src="data:image/png;base64,AA" width="10" srcset="a 2x"></td></tr></table></body></html>`;

test('without images: their addresses are gone, every other byte stays', () => {
  const cut = cutImages(email);
  expect(cut).toBe(
    email
      .replace(' background="b.png"', '')
      .replace(' src="data:image/png;base64,AA"', '')
      .replace(' srcset="a 2x"', ''),
  );
});

test('without styles: elements and attributes are gone, comments and texts stay', () => {
  const cut = cutStyles(email);
  expect(cut).not.toMatch(/<style>p\{color|<link|style='|class=/u);
  expect(cut).toContain('<!--[if mso]><style>p{}</style><![endif]-->');
  expect(cut).toContain('style="kept as text" &lt;style&gt;');
  expect(cut).toContain('<td width="20">');
  expect(cut).toContain('src="data:image/png;base64,AA"');
});

test('what has neither stays as it is', () => {
  expect(cutImages('<p>One.</p>')).toBe('<p>One.</p>');
  expect(cutStyles('')).toBe('');
});
