import { expect, test } from 'vitest';
import { breakGate, good, judgeBy, swap } from '../breaks.ts';

const above = (markup: string) => swap('html', '<h1>', `${markup}<h1>`);
const url = 'https://t.example/p.gif';

breakGate('remote', [
  ['a picture', above(`<img src="${url}" alt="">`), /p\.gif.*src/u],
  ['a picture without protocol', above('<img src="//t.example/p.gif" alt="">'), /src/u],
  ['a set of pictures', above(`<img src="data:,x" srcset="data:,x 1x, ${url} 2x" alt="">`), /srcset/u],
  ['a source', above(`<picture><source srcset="${url}"></picture>`), /srcset/u],
  ['a ground', above(`<table role="presentation" background="${url}"></table>`), /background/u],
  ['a ground by style', above(`<p style="background:url('${url}')">x</p>`), /style\)/u],
  ['an escaped ground', above('<p style="background:u\\72l(//t.example/p.gif)">x</p>'), /style\)/u],
  ['a style sheet', swap('html', '</head>', `<style>@import "${url}";</style></head>`), /style sheet/u],
  ['a font', swap('html', '</head>', `<style>@font-face{src:url(${url})}</style></head>`), /style sheet/u],
  ['a link element', swap('html', '</head>', `<link rel="stylesheet" href="${url}"></head>`), /href/u],
  ['a hint to the browser', swap('html', '</head>', `<link rel="preconnect" href="${url}"></head>`), /href/u],
  ['a frame', above(`<iframe src="${url}"></iframe>`), /src/u],
  ['an object', above(`<object data="${url}"></object>`), /data/u],
  ['a film', above(`<video poster="${url}"></video>`), /poster/u],
  ['a drawing', above(`<svg><image xlink:href="${url}"></image></svg>`), /xlink:href/u],
  [
    'another page',
    swap('html', '</head>', `<meta http-equiv="refresh" content="0; url=${url}"></head>`),
    /refresh/u,
  ],
  ['a ping', above(`<a href="https://a.example" ping="${url}">x</a>`), /ping/u],
  [
    'one for Outlook',
    swap(
      'html',
      '<!--[if mso | IE]>',
      `<!--[if mso | IE]><v:fill src="${url}"/><![endif]--><!--[if mso | IE]>`,
    ),
    /src/u,
  ],
]);

test('a picture that the editor put into the letter may be fetched', async () => {
  const shown = above(`<img src="${url}" alt="A pump">`)(good);
  const listed = (letter: string) => ({ ...shown, issue: { ...shown.issue, letter } });
  for (const letter of [`![A pump](${url})`, `![A pump](<${url}> "Pump")`, `![A pump][1]\n\n[1]: ${url}`]) {
    expect(await judgeBy('remote', listed(letter))).toMatchObject({ result: 'pass' });
  }
  expect(await judgeBy('remote', listed(`[A pump](${url})`))).toMatchObject({ result: 'fail' });
});

test('embedded pictures are no request', async () => {
  const shown = above(
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="A dot"><img src="cid:a" alt="b">',
  )(good);
  expect(await judgeBy('remote', shown)).toMatchObject({ result: 'pass' });
});
