import { expect, test } from 'vitest';
import { type Break, breakGate, good, judgeBy, swap } from '../breaks.ts';

const link = /<a href="https:\/\/lantern\.example\/unsubscribe"/u;
const styled = (css: string): Break => swap('html', link, `<a style="${css}" href="${out}"`);
const out = 'https://lantern.example/unsubscribe';
const place = /Lantern Press,\s3 Cooper Steps,\sOreth Mouth/u;

breakGate('unsubscribe', [
  ['no link', swap('html', link, '<a href="https://lantern.example/"'), /^the email has no link to leave$/mu],
  ['a link that leads elsewhere', swap('html', `${out}"`, `${out}d"`), /^the email has no link to leave$/mu],
  ['a link that nobody sees', styled('display:none'), /^the email has no link to leave$/mu],
  [
    'a link without words',
    swap('html', link, `<a href="${out}"></a><a`),
    /^the email has no link to leave$/mu,
  ],
  ['a link in a comment', swap('html', link, `<!--<a href="${out}">x</a>--><a`), /no link to leave/u],
  ['none in the text', swap('text', out, 'us'), /^the text part has no link to leave$/mu],
  ['no postal address', swap('html', place, 'Oreth'), /^the email does not name the postal address$/mu],
  ['none of that in the text', swap('text', place, 'Oreth'), /^the text part does not name the postal/mu],
]);

test('the sentence says it plainly', async () => {
  const none = swap('html', link, '<a href="https://lantern.example/"')(good);
  const { sentence } = await judgeBy('unsubscribe', none);
  expect(sentence).toBe('The email has no link to leave.');
  const { findings } = await judgeBy('text-content', none);
  expect(findings).toEqual([]);
  const inText = await judgeBy('unsubscribe', swap('text', out, 'us')(good));
  expect(inText.sentence).toBe('The text part has no link to leave.');
});

test('a reader’s own address is a way out too; a newsletter without postal address need not name one', async () => {
  const own = swap('html', out, `${out}/abc.def`)(swap('text', out, `${out}/abc.def`)(good));
  expect(await judgeBy('unsubscribe', own)).toMatchObject({ result: 'pass' });
  const nowhere = swap('html', place, '')({ ...good, site: { ...good.site, postalAddress: null } });
  expect(await judgeBy('unsubscribe', nowhere)).toMatchObject({ result: 'pass' });
});
