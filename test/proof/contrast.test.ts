import { describe, expect, test } from 'vitest';
import { type Break, breakGate, good, judgeBy, type Row, swap } from './breaks.ts';

const style = (css: string): Break => swap('html', '</head>', `<style>${css}</style></head>`);
const above = (markup: string): Break => swap('html', '<h1>', `${markup}<h1>`);
const dark = (css: string): Break => style(`@media (prefers-color-scheme: dark){${css}}`);

describe('light', () => {
  breakGate('contrast-light', [
    ['a pale rule', style('li{color:#999999}'), /#999999 on #ffffff has 2\.84:1 in <li>, in \d+ places/u],
    ['a pale style attribute', above('<p style="color:#aaa">x</p>'), /#aaaaaa on #ffffff/u],
    [
      'a colour by name, in a shorthand',
      above('<p style="background:red no-repeat;color:maroon">x</p>'),
      /#800000 on #ff0000/u,
    ],
    [
      'a ground that text inherits',
      above('<div style="background-color:#333"><p>x</p></div>'),
      /on #333333/u,
    ],
    [
      'an old attribute',
      above('<table role="presentation" bgcolor="#222"><tr><td>x</td></tr></table>'),
      /on #222222/u,
    ],
    ['a font element', above('<font color="silver">x</font>'), /#c0c0c0/u],
    ['ink that is not there', above('<p style="color:transparent">x</p>'), /on #ffffff has 1:1/u],
    ['half a colour', above('<p style="color:rgba(0,0,0,.3)">x</p>'), /#b3b3b3 on #ffffff/u],
    ['!important over an attribute', style('.i{color:#bbb!important}'), /#bbbbbb/u],
    [
      'a screen between two widths',
      style('@media (min-width:340px) and (max-width:500px){p{color:#bbb!important}}'),
      /#bbbbbb/u,
    ],
    ['a narrow screen only', style('@media (max-width:480px){p{color:#bbb!important}}'), /#bbbbbb/u],
    [
      'a link that no rule colours',
      (mail) =>
        above('<p style="background:#00f"><a href="https://a.example">x</a></p>')(
          swap('html', 'a{color:#0b5b43}', '')(mail),
        ),
      /#0000ee on #0000ff/u,
    ],
  ]);
  breakGate(
    'contrast-light',
    [
      [
        'a picture behind text',
        above('<div style="background:#fff url(data:,x)"><p>x</p></div>'),
        /picture or gradient/u,
      ],
      ['a gradient', style('h1{background-image:linear-gradient(#fff,#000)}'), /picture or gradient/u],
      ['thin text', style('h1{opacity:.5}'), /opacity/u],
      ['a variable', style('h1{color:var(--ink)}'), /the colour var\(--ink\)/u],
      ['a width that is no number of pixels', style('@media (max-width:40em){h1{color:#eee}}'), /40em/u],
      ['another at-rule', style('@supports (display:grid){h1{color:#eee}}'), /@supports/u],
      ['a selector that nobody knows', style('h1:sort-of(x){color:#eee}'), /:sort-of/u],
    ],
    'look',
  );
  const harmless: [string, Break][] = [
    ['hidden text', above('<div style="display:none;color:#fff">x</div>')],
    ['a rule that means nothing here', style('.none{color:#eee}')],
    ['paper', style('@media print{p{color:#eee}}')],
    ['a state', style('a:hover{color:#eee}')],
    ['an empty element', above('<p style="color:#fff"> </p>')],
  ];
  test.each(harmless)('%s does no harm', async (_, how) => {
    expect(await judgeBy('contrast-light', how(good))).toMatchObject({ result: 'pass' });
  });
});

describe('dark', () => {
  breakGate('contrast-dark', [
    [
      'no dark mode for what is dark',
      swap(
        'html',
        /@media \(prefers-color-scheme: dark\)\{/u,
        '@media (prefers-color-scheme: dark){body,div,td{background-color:#000!important}}@media print{',
      ),
      /on #000000/u,
    ],
    [
      'a dark colour',
      dark('li{color:#333!important;background-color:#151b18!important}'),
      /#333333 on #151b18/u,
    ],
    [
      'a style attribute that wins',
      above('<p style="color:#444!important;background-color:#151b18!important">x</p>'),
      /#444444 on #151b18/u,
    ],
  ]);
  const alone =
    (css: string): Break =>
    (mail) =>
      above('<em>x</em>')(dark(css)(mail));
  const remarks: Row[] = [
    ['a colour without its ground', alone('em{color:#fff!important}'), /a colour without a ground/u],
    [
      'a ground without its colour',
      alone('em{background-color:#000!important}'),
      /a ground without a colour/u,
    ],
  ];
  breakGate('contrast-dark', remarks, 'look');
});

test('the weakest pair is told', async () => {
  expect(await judgeBy('contrast-light', good)).toMatchObject({ figure: '6.5:1' });
});

describe('of the page', () => {
  const onPage = (css: string): Break => swap('page', '</head>', `<style>${css}</style></head>`);
  const inDark = (css: string): Break => onPage(`@media (prefers-color-scheme: dark){${css}}`);
  breakGate('page-contrast', [
    ['white on white', onPage(':root{--paper:#fff;--ink:#fff}'), /^#ffffff on #ffffff has 1:1/mu],
    ['a pale rule', onPage('main li{color:#bbb}'), /#bbbbbb on #ffffff/u],
    ['dark on dark', inDark(':root{--ink:#222}'), /^in dark mode, #222222 on #151b18/mu],
    [
      'a wide screen only',
      onPage('@media (min-width: 1160px){h1{color:#eee}}'),
      /#eeeeee on #ffffff has [\d.]+:1 in <h1>/u,
    ],
    ['a fallback', onPage('h1{color:var(--none, var(--paper))}'), /#ffffff on #ffffff/u],
    ['ink for a ground', onPage('.meta{background:currentColor}'), /has 1:1/u],
  ]);
  breakGate(
    'page-contrast',
    [
      ['a variable that nobody sets', onPage('h1{color:var(--none)}'), /the colour var\(--none\)/u],
      ['a mixture', onPage('h1{color:color-mix(in srgb, red, var(--ink))}'), /color-mix/u],
      ['words in a drawing', swap('page', '</main>', '<svg><text>x</text></svg></main>'), /in a drawing/u],
      [
        'no ground of its own in dark mode',
        inDark('body{background:none}'),
        /^in dark mode, .*no ground of its own/mu,
      ],
    ],
    'look',
  );
  test('a page that knows no dark mode is shown light in it', async () => {
    const page = '<!doctype html><html lang="en"><body style="color:#000"><p>Words</p></body></html>';
    expect(await judgeBy('page-contrast', { ...good, page })).toMatchObject({
      result: 'pass',
      figure: '21.0:1',
    });
  });
});
