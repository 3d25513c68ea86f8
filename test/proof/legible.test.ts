import { describe, expect, test } from 'vitest';
import { type Break, breakGate, good, judgeBy, swap } from './breaks.ts';

const above = (markup: string): Break => swap('html', '</h1>', `</h1>${markup}`);
const style = (css: string): Break => swap('html', '</head>', `<style>${css}</style></head>`);
const both =
  (...breaks: Break[]): Break =>
  (mail) =>
    breaks.reduce((bytes, how) => how(bytes), mail);
const preheader = 'A stubborn lock, a kiln relit, eleven geese.';
const hiding = (markup: string): Break => swap('html', /<body[^>]*>/u, `<body>${markup}`);

describe('of the email', () => {
  breakGate('legible', [
    ['small print', above('<p style="font-size:9px">Buy tallow.</p>'), /“Buy tallow\.” is 9 px high/u],
    ['points', above('<p style="font-size:6pt">Buy tallow.</p>'), /is 8 px high/u],
    [
      'a part of a part',
      above('<p style="font-size:60%"><span style="font-size:.9em">x</span></p>'),
      /“x” is \d/u,
    ],
    ['small in small', above('<p style="font-size:12px"><small>x</small></p>'), /is 10 px high/u],
    ['a word for it', above('<p style="font-size:x-small">x</p>'), /is 10 px high/u],
    ['a shorthand', above('<p style="font:italic 8px/1 serif">x</p>'), /is 8 px high/u],
    ['an old element', above('<font size="1">x</font>'), /is 10 px high/u],
    ['nothing', above('<div style="font-size:0px">x</div>'), /is 0 px high/u],
    ['a rule', style('li{font-size:4px!important}'), /is 4 px high/u],
    [
      'a phone only',
      style('@media (max-width:400px){li{font-size:4px!important}}'),
      /is 4 px high on some screens/u,
    ],
    [
      'the dark only',
      style('@media (prefers-color-scheme:dark){li{display:none}}'),
      /hidden by display: none on some/u,
    ],
    ['not shown', style('li{display:none}'), /“At a quarter.*is hidden by display: none/u],
    ['an attribute', swap('html', '<h1', '<h1 hidden'), /“The Lantern Quarter” is hidden by display: none/u],
    ['around it', above('<div style="display:none"><p><b>x</b></p></div>'), /“x” is hidden/u],
    ['not seen', style('li{visibility:hidden}'), /hidden by visibility: hidden/u],
    ['thin air', style('li{opacity:0}'), /hidden by opacity: 0/u],
    ['hidden for Outlook', above('<p style="mso-hide:all">x</p>'), /hidden by mso-hide: all/u],
    ['out of the window', above('<p style="margin-left:-9999px">x</p>'), /hidden by margin-left: -9999px/u],
    ['indented out of it', above('<p style="text-indent:-999em">x</p>'), /hidden by text-indent/u],
    ['placed out of it', above('<p style="position:absolute;left:-999px">x</p>'), /hidden by left/u],
    [
      'a box without room',
      above('<div style="max-height:0;overflow:hidden">x</div>'),
      /hidden by max-height: 0/u,
    ],
    ['cut off', above('<p style="clip-path:inset(50%)">x</p>'), /hidden by clip-path/u],
    ['shrunk', above('<p style="transform:scale(0)">x</p>'), /hidden by transform/u],
    ['an element that is closed', above('<dialog>x</dialog>'), /hidden by <dialog>/u],
    [
      'other words before the mail',
      hiding('<div style="display:none">Buy tallow</div>'),
      /“Buy tallow” is hidden/u,
    ],
    [
      'the words of the preheader further down',
      above(`<div style="display:none">${preheader}</div>`),
      /“A stubborn.*is hidden/u,
    ],
    [
      'no zoom',
      swap('html', 'initial-scale=1', 'initial-scale=1,user-scalable=no'),
      /user-scalable=no stops readers from zooming in/u,
    ],
    ['a broken attribute', above('<p style="color:red;}">x</p>'), /cannot be read: Unexpected \}/u],
    ['a broken style sheet', style('li{color:red}}'), /cannot be read: Unexpected \}/u],
    ['little zoom', swap('html', 'initial-scale=1', 'maximum-scale=1.0'), /maximum-scale=1\.0 stops/u],
  ]);
  breakGate(
    'legible',
    [['a size that is reckoned', style('li{font-size:calc(1vw + 9px)}'), /calc\(1vw \+ 9px\)/u]],
    'look',
  );
  const harmless: [string, Break][] = [
    [
      'a hidden preheader with room behind it',
      both(
        swap('html', `<bdi>${preheader}</bdi>`, ''),
        hiding(`<div style="display:none;font-size:1px">${preheader}&#847;&zwnj;&nbsp;&#8199;</div>`),
      ),
    ],
    ['gaps without height', above('<td style="font-size:0">&#8202; </td>')],
    ['more zoom', swap('html', 'initial-scale=1', 'maximum-scale=5, user-scalable=yes')],
    ['paper', style('@media print{li{display:none}}')],
    ['shown again', style('li{display:none}li{display:list-item}')],
  ];
  test.each(harmless)('%s does no harm', async (_, how) => {
    expect(await judgeBy('legible', how(good))).toMatchObject({ result: 'pass', findings: [] });
  });
  test('the smallest size is told', async () => {
    expect(await judgeBy('legible', good)).toMatchObject({ figure: '14 px' });
  });
});

describe('of the page', () => {
  const style = (css: string): Break => swap('page', '</head>', `<style>${css}</style></head>`);
  breakGate('page-legible', [
    ['highlights that are not shown', style('.told{display:none}'), /hidden by display: none/u],
    [
      'on paper-thin phones only',
      style('@media (max-width:330px){h3{visibility:hidden}}'),
      /on some screens/u,
    ],
    ['a broken style sheet', style('li{color:"red}'), /cannot be read: Unclosed string/u],
    ['small highlights', style('.told{font-size:7px!important}'), /is 7 px high/u],
    [
      'no zoom',
      swap('page', 'initial-scale=1', 'initial-scale=1, user-scalable=0'),
      /user-scalable=0 stops/u,
    ],
  ]);
});
