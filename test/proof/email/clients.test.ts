import { expect, test } from 'vitest';
import { breakGate, good, judgeBy, swap } from '../breaks.ts';

const style = (css: string) => swap('html', '</head>', `<style>${css}</style></head>`);
const above = (markup: string) => swap('html', '<h1>', `${markup}<h1>`);

breakGate('clients', [
  [
    'a layout of the web',
    style('.t{display:flex}'),
    /^display:flex does not work everywhere: not in .*Outlook \(Windows/mu,
  ],
  ['a gap', above('<div style="column-gap:4px">x</div>'), /^gap, column-gap, row-gap/mu],
  ['round corners', style('.b{border-radius:3px}'), /^border-radius/mu],
  ['a variable', style(':root{--ink:#000}'), /CSS Variables/u],
  ['a state', style('a:hover{color:#000}'), /^:hover/mu],
  ['made text', style('p::before{content:"x"}'), /^::before/mu],
  ['an attribute selector', style('[class]{margin:0}'), /^Attribute selector/mu],
  ['a picture of drawing', above('<svg></svg>'), /Embedded <svg>/u],
  ['a field', above('<input type="text">'), /<input type="text"> element/u],
  ['a part of the web', above('<section>x</section>'), /HTML5 semantics/u],
  ['a unit of the screen', above('<div style="width:50vw">x</div>'), /vw unit/u],
]);

test('what stands in Outlook’s comments, words in quotes and unknown features are not judged', async () => {
  for (const how of [
    swap('html', '<!--[if mso | IE]>', '<!--[if mso | IE]><section></section><![endif]--><!--[if mso | IE]>'),
    style('.b{font-family:"calc(1vw) system-ui"}'),
    style('.b{-x-new:1}'),
  ])
    expect(await judgeBy('clients', how(good))).toMatchObject({ result: 'pass' });
});

test('a finding has its place', async () => {
  const { findings } = await judgeBy('clients', swap('html', '<h3>', '<h3 style="opacity:1">')(good));
  expect(findings).toMatchObject([
    { line: expect.any(Number), story: 'dredger', hint: 'See caniemail.com/features/css-opacity' },
  ]);
});
