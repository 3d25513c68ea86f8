import { expect, test } from 'vitest';
import { type Break, breakGate, good, judgeBy, swap } from '../breaks.ts';

const both =
  (...breaks: Break[]): Break =>
  (mail) =>
    breaks.reduce((bytes, how) => how(bytes), mail);

const dredger = /The old dredger goes[\s\S]*?(?=A footbridge is painted)/u;
const footbridge = /A footbridge is painted[\s\S]*?(?=\n={9})/u;

/** The two stories of a theme change places in the text. */
const turnStories: Break = (mail) => {
  const [first = ''] = dredger.exec(mail.text) ?? [];
  const [second = ''] = footbridge.exec(mail.text) ?? [];
  return { ...mail, text: mail.text.replace(first + second, () => `${second}\n${first}`) };
};

/** The two highlights of a story change places in the text. */
const turnQuotes: Break = (mail) => {
  const first = '  | The first firing held 1,300 bowls, and 1,287 of them survived it.';
  const second = '  | The thirteen that did not are on sale at the same price.';
  expect(mail.text).toContain(first);
  return { ...mail, text: mail.text.replace(first, '@').replace(second, first).replace('@', second) };
};

breakGate('text-content', [
  [
    'a story without title',
    swap('text', 'Kiln number six is lit again', 'Kiln number six is out again'),
    /“Kiln number six.*is not in the text part/u,
  ],
  ['a whole story', swap('text', dredger, ''), /“The old dredger.*is not in the text part/u],
  [
    'a story that the HTML lacks',
    swap('html', /<h3>(?:(?!<h3>).)*The old dredger(?:(?!<h3>).)*/su, ''),
    /“The old dredger.*in the text part alone/u,
  ],
  [
    'a word of a highlight',
    swap('text', 'The town paid one crown', 'The town paid two crowns'),
    /highlight “The town paid.*word for word in the text part/u,
  ],
  [
    'a word of a highlight in the HTML',
    swap('html', 'The town paid one crown', 'The town paid two crowns'),
    /highlight “The town paid.*word for word in the HTML/u,
  ],
  ['a highlight', swap('text', /\n {2}\| The thirteen that did not[^\n]*/u, ''), /highlight “The thirteen/u],
  ['highlights in another order', turnQuotes, /highlights stand in another order/u],
  ['stories in another order', turnStories, /another place/u],
  ['a link', swap('text', 'https://courier.example/2026/05/hail\n', ''), /hail.*is not in the text part/u],
  [
    'a link that leads elsewhere',
    swap('text', '2026/05/hail', '2026/05/rain'),
    /rain.*in the text part alone/u,
  ],
  [
    'links in another order',
    swap(
      'text',
      /(https:\/\/hale-end-herald\.example\/tanners-rise)([\s\S]*?)(https:\/\/the-weir\S+)/u,
      'https://the-weir-water-gazette.example/tanners-rise\n  x\n  https://hale-end-herald.example/tanners-rise',
    ),
    /another place of the text part|text part alone/u,
  ],
  [
    'a source',
    swap('text', 'Upper Ford Letter · date', 'Upper Fort Letter · date'),
    /“Upper Ford Letter” stands in the HTML alone/u,
  ],
  ['a date', swap('text', 'date not stated', '9 May'), /“date not stated” stands in the HTML alone/u],
  ['a licence', swap('text', 'CC BY-SA 4.0', 'CC BY'), /“CC BY-SA 4.0” stands in the HTML alone/u],
  ['an author', swap('text', 'Ines Marlow', 'Ida Marlow'), /“Ines Marlow” stands in the HTML alone/u],
  [
    'another source',
    swap('text', '  Mercury of the Marsh', '  Mercury of the Mash'),
    /“Mercury of the Marsh” stands in the HTML alone/u,
  ],
  [
    'a theme',
    both(swap('text', /Kilns & Trade[^\n]*/u, ''), swap('text', 'Kilns & Trade', 'Kilns')),
    /“Kilns & Trade” stands in the HTML alone/u,
  ],
  [
    'the letter',
    swap('text', 'Everything else below is calmer', 'Everything else below is louder'),
    /“Everything else.*stands in the HTML alone/u,
  ],
  [
    'a letter that the HTML lacks',
    swap('html', 'Everything else below', 'Everything below'),
    /“Everything else.*stands in the text part alone/u,
  ],
  [
    'a number',
    swap('text', 'thimbles lie in the cabinets', 'thimbles lie'),
    /“2,114 thimbles lie.*HTML alone/u,
  ],
  [
    'what a number counts',
    swap('html', 'crowns for the road', 'crowns'),
    /“900 crowns for the road.*text part alone/u,
  ],
  [
    'the quote, of which the sentence is told as a highlight too',
    swap('html', />\s*“?A gate is a promise to whoever lives downstream[^<]*</u, '><'),
    /“A gate is a promise.*text part alone/u,
  ],
  ['who said it', swap('html', 'Bram Aldous, lock-keeper', 'a keeper'), /“Bram Aldous.*text part alone/u],
  [
    'a paragraph that only the HTML has',
    swap('html', '</h1>', '</h1><p>Buy tallow <b>now</b>.</p>'),
    /“Buy tallow” stands in the HTML alone/u,
  ],
  [
    'a paragraph that only the text has',
    swap('text', 'Unsubscribe:', 'Buy tallow now.\n\nUnsubscribe:'),
    /“Buy tallow now\.” stands in the text part alone/u,
  ],
  [
    'a paragraph among a story’s highlights',
    swap('text', '  | The thirteen', '  | Buy tallow now.\n  |\n  | The thirteen'),
    /“Buy tallow now\.” stands in the text part alone/u,
  ],
  [
    'an item among them',
    swap('html', '<li>The town', '<li>Buy tallow.</li><li>The town'),
    /“Buy tallow\.”.*HTML/u,
  ],
  [
    'words of a picture',
    swap('html', '</h1>', '</h1><img src="cid:a" alt="Buy tallow">'),
    /“Buy tallow”.*HTML/u,
  ],
  ['words as the number of a paragraph', swap('html', '¶&nbsp;1', '¶&nbsp;tallow'), /“¶.tallow”.*HTML/u],
  ['why one gets it', swap('text', /You get this letter[^\n]*\n/u, ''), /“You get this letter.*HTML alone/u],
  [
    'no story at all',
    (mail) => ({ ...mail, html: mail.html.replace(/<h[23]>[\s\S]*?<\/h[23]>/gu, '') }),
    /in the text part alone/u,
  ],
]);

test('what both leave out is no difference', async () => {
  const without = (mail: typeof good) =>
    both(swap('text', 'date not stated', 'soon'), swap('html', 'date not stated', 'soon'))(mail);
  expect(await judgeBy('text-content', without(good))).toMatchObject({ result: 'pass' });
});

test('a finding names the story and its line', async () => {
  const { findings } = await judgeBy('text-content', swap('text', 'The town paid', 'A town paid')(good));
  expect(findings).toMatchObject([{ story: 'dredger', line: expect.any(Number) }]);
  const line = good.text.split('\n').indexOf('The old dredger goes to Hale End for a crown') + 1;
  expect(findings[0]?.line).toBe(line);
});
