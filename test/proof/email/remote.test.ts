import { expect, test } from 'vitest';
import { breakGate, good, judgeBy, type Row, swap } from '../breaks.ts';

const above = (markup: string) => swap('html', '<h1>', `${markup}<h1>`);
const inHead = (markup: string) => swap('html', '</head>', `${markup}</head>`);
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
  ['an import that touches its address', inHead(`<style>@import"${url}";</style>`), /style sheet/u],
  ['an import after a comment', inHead(`<style>@import/**/"${url}";</style>`), /style sheet/u],
  ['an escaped import', inHead(`<style>@\\69mport "${url}";</style>`), /style sheet/u],
  [
    'an address behind a comment',
    above(`<p style="background:image-set(/**/'${url}' 1x)">x</p>`),
    /style\)/u,
  ],
  ['an escape in the middle', above(`<p style="background:\\75rl(${url})">x</p>`), /style\)/u],
  ['an address that never ends', above(`<p style="background:url(${url}">x</p>`), /style\)/u],
  [
    'a second candidate of a style',
    above(`<p style="background:image-set('data:image/png,x' 1x, '${url}' 2x)">x</p>`),
    /p\.gif.*style\)/u,
  ],
  ['a picture out of two', above(`<p style="background:cross-fade('${url}', red)">x</p>`), /style\)/u],
  ['a variable', inHead(`<style>p{--g:url(${url})}</style>`), /style sheet/u],
  [
    'a style sheet inside an address',
    inHead(`<style>@import "data:text/css,@import'${url}'";</style>`),
    /data/u,
  ],
  [
    'a set without spaces',
    above(`<img src="data:image/gif,x" srcset="data:image/gif,x 1x,${url} 2x" alt="">`),
    /“https:\S+p\.gif” would.*srcset/u,
  ],
  ['a set for a link', inHead(`<link rel="preload" as="image" imagesrcset="${url} 1x">`), /imagesrcset/u],
  ['a page inside a frame', above(`<iframe srcdoc="<img src='${url}'>"></iframe>`), /p\.gif.*srcdoc\)/u],
  ...['preload', 'icon', 'prefetch', 'dns-prefetch', 'modulepreload', 'alternate stylesheet'].map(
    (rel): Row => [`a link element, ${rel}`, inHead(`<link rel="${rel}" href="${url}">`), /href/u],
  ),
  ['a button that is a picture', above(`<input type="image" src="${url}" alt="">`), /src/u],
  ['the body’s ground', swap('html', '<body', `<body background="${url}"`), /background/u],
  ['a ground of a drawing', above(`<svg><rect fill="url(${url}#a)"></rect></svg>`), /fill/u],
  ['a filter of a drawing', above(`<svg><feImage href="${url}"></feImage></svg>`), /href/u],
  ['a base of all addresses', inHead(`<base href="${url}">`), /href/u],
  [
    'another page without a word for it',
    inHead(`<meta http-equiv="refresh" content="0;${url}">`),
    /refresh/u,
  ],
  ['what shows where no script runs', above(`<noscript><img src="${url}" alt=""></noscript>`), /src/u],
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
