import { expect, test } from 'vitest';
import { escapeHtml, mapStrings, safeUrl, stripBidi, stripControls } from '../../src/text/markup.ts';

test('text becomes harmless in elements and quoted attributes', () => {
  expect(escapeHtml(`<b a="1" c='2'>&amp;</b>`)).toBe(
    '&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;',
  );
});

test('what XML cannot hold is left out, the rest stays', () => {
  expect(stripControls('a\u0000b\u0007c\u001Fd\u007Fe\u0085f\uFFFEg\uFFFFh')).toBe('abcdefgh');
  expect(stripControls('half \uD83D whole 🦢 half \uDC00')).toBe('half  whole 🦢 half ');
  expect(stripControls('one\r\ntwo\rthree\n\tfour')).toBe('one\ntwo\nthree\n\tfour');
});

test('of every single unit the same is left as where it stands beside others', () => {
  const whole = stripControls(
    Array.from({ length: 0x10000 }, (_, unit) => `${String.fromCharCode(unit)} `).join(''),
  );
  const single = Array.from({ length: 0x10000 }, (_, unit) => `${stripControls(String.fromCharCode(unit))} `);
  expect(single.join('')).toBe(whole);
});

test('marks that turn the direction go, those within a word stay', () => {
  expect(stripBidi('a\u202Eb\u2066c\u2069')).toBe('abc');
  expect(stripBidi('ש\u200Fa')).toBe('ש\u200Fa');
});

test('only addresses that a reader may follow come through', () => {
  expect(safeUrl('https://a.example/x?y=1&z=2#:~:text=a%20b,c')).toBe(
    'https://a.example/x?y=1&z=2#:~:text=a%20b,c',
  );
  expect(safeUrl(' mailto:ada@a.example ')).toBe('mailto:ada@a.example');
  expect(safeUrl('https://a.example/"onclick="x')).toBe('https://a.example/%22onclick=%22x');
  expect(safeUrl('https://käse.example/窑')).toBe('https://xn--kse-qla.example/%E7%AA%91');
  for (const bad of [
    'javascript:x',
    ' JaVa\nScript:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///x',
    '/x',
    '',
    null,
  ]) {
    expect(safeUrl(bad), String(bad)).toBeNull();
  }
});

test('every string of plain data is visited, nothing else changes', () => {
  const data = { a: 'x', list: ['y', { deep: 'z' }], n: 1, no: null, yes: true };
  expect(mapStrings(data, (text) => `${text}!`)).toEqual({
    a: 'x!',
    list: ['y!', { deep: 'z!' }],
    n: 1,
    no: null,
    yes: true,
  });
});
