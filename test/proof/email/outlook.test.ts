import { expect, test } from 'vitest';
import { evaluate } from '../../../src/proof/email/outlook.ts';
import { breakGate, good, judgeBy, swap } from '../breaks.ts';

breakGate('outlook', [
  ['a comment whose end is gone', swap('html', '<![endif]-->', ''), /opens inside/u],
  ['the last end gone', swap('html', /<!\[endif\]-->(?!.*<!\[endif\]-->)/su, ''), /never ends/u],
  ['a beginning gone', swap('html', '<!--[if mso | IE]>', ''), /ends as hidden, but opened as none/u],
  [
    'a revealed one that ends as hidden',
    swap('html', '<!--<![endif]-->', '<![endif]-->'),
    /opened as revealed/u,
  ],
  [
    'a revealed one that hides',
    swap('html', '<!--[if !mso]><!-->', '<!--[if !mso]>'),
    /ends as revealed, but opened as hidden/u,
  ],
  ['a condition that is none', swap('html', '[if mso | IE]', '[if mso or IE]'), /is no conditional comment/u],
  [
    'a minifier’s space',
    swap('html', '<!--[if mso | IE]>', '<!-- [if mso | IE]>'),
    /is no conditional comment/u,
  ],
  [
    'Outlook’s table left open',
    swap('html', /<!--\[if mso \| IE\]><\/td><\/tr><\/table><!\[endif\]-->/u, ''),
    /for Outlook/u,
  ],
  [
    'Outlook’s table closed twice',
    swap('html', '<!--[if mso | IE]></td></tr></table>', '<!--[if mso | IE]></td></tr></table></table>'),
    /for Outlook, <\/table>/u,
  ],
  ['everybody’s table left open', swap('html', '</tbody>', ''), /for (?:Outlook|every other program)/u],
  [
    'words for Outlook alone',
    swap('html', '</h1>', '</h1><!--[if mso]><p>Buy tallow</p><![endif]-->'),
    /only Outlook reads “Buy tallow”/u,
  ],
  [
    'words that Outlook does not get',
    swap('html', '</h1>', '</h1><!--[if !mso]><!--><p>Buy tallow</p><!--<![endif]-->'),
    /Outlook does not read “Buy tallow”/u,
  ],
  [
    'words for an Outlook of old',
    swap('html', '</h1>', '</h1><!--[if lte mso 11]><p>Buy tallow</p><![endif]-->'),
    /only Outlook reads “Buy tallow”/u,
  ],
  [
    'other words for Outlook',
    swap(
      'html',
      '</h1>',
      '</h1><!--[if mso]><p>Buy tallow</p><![endif]--><!--[if !mso]><!--><p>Sell</p><!--<![endif]-->',
    ),
    /only Outlook reads “Buy tallow”/u,
  ],
  [
    'none at all',
    (mail) => ({ ...mail, html: mail.html.replace(/<!--[\s\S]*?-->/gu, '') }),
    /there are no conditional comments/u,
  ],
]);

test.each<[string, boolean | null]>([
  ['mso', true],
  ['!mso', false],
  ['mso | IE', true],
  ['IE', false],
  ['gte mso 9', true],
  ['lte mso 11', false],
  ['(gt mso 11) & !(IE)', true],
  ['mso 16', true],
  ['lt mso 16', false],
  ['vml', true],
  ['', null],
  ['mso or IE', null],
  ['(mso', null],
  ['mso |', null],
])('Word answers [if %s] with %s', (condition, answer) => expect(evaluate(condition)).toBe(answer));

test('a button may be drawn twice, once for Outlook', async () => {
  const drawn = swap(
    'html',
    '</h1>',
    '</h1><!--[if mso]><v:rect href="https://a.example"><center>Sub&amp;scribe</center></v:rect><![endif]--><!--[if !mso]><!--><a href="https://a.example">Sub&amp;scribe</a><!--<![endif]-->',
  );
  expect(await judgeBy('outlook', drawn(good))).toMatchObject({ result: 'pass', findings: [] });
});
