import { describe } from 'vitest';
import { breakGate, swap } from '../breaks.ts';

describe('links', () => {
  const link = 'href="https://courier.example/2026/05/kiln-six"';
  breakGate('links', [
    ['a relative one', swap('html', link, 'href="../kiln"'), /is not absolute/u],
    ['one without protocol', swap('html', link, 'href="//courier.example/x"'), /is not absolute/u],
    ['a script', swap('html', link, 'href="javascript:alert(1)"'), /neither http/u],
    ['a file', swap('html', link, 'href="file:///etc/passwd"'), /neither http/u],
    ['an empty one', swap('html', link, 'href=""'), /is empty/u],
    ['a space', swap('html', link, 'href="https://courier.example/a b"'), /must be encoded/u],
    [
      'a theme that the page lacks',
      swap('html', '2026-05/#kilns-trade', '2026-05/#kilns'),
      /not on the issue’s page/u,
    ],
    ['an anchor that the email lacks', swap('html', link, 'href="#nowhere"'), /not in the email/u],
    ['a link without address', swap('html', link, ''), /leads nowhere/u],
    [
      'one for Outlook',
      swap(
        'html',
        '<!--[if mso | IE]>',
        '<!--[if mso | IE]><a href="/x">x</a><![endif]--><!--[if mso | IE]>',
      ),
      /for Outlook.*not absolute/u,
    ],
  ]);
});

describe('anchors', () => {
  breakGate('anchors', [
    [
      'one twice on the page',
      swap('page', 'id="story-dredger"', 'id="story-footbridge"'),
      /twice in the page/u,
    ],
    [
      'one twice in the email',
      swap('html', '<h1>', '<p id="a">x</p><p id="a">x</p><h1>'),
      /twice in the email/u,
    ],
    [
      'a name that is an id',
      swap('html', '<h1>', '<p id="a">x</p><a name="a">x</a><h1>'),
      /twice in the email/u,
    ],
    ['one with a space', swap('html', '<h1>', '<h1 id="a b">'), /no usable id/u],
  ]);
});
