import { expect, test } from 'vitest';
import { gates } from '../../../src/proof/gates.ts';
import { contentId, pictureName } from '../../../src/text/pictures.ts';
import type { Issue, OwnPicture, Story } from '../../../src/types.ts';
import { makeHeavyPng, makePng } from '../../made-pictures.ts';
import { sampleIssue } from '../../render/fixture.ts';
import { type Break, breakGate, good, judgeBy, swap } from '../breaks.ts';
import { renderMailBytes } from '../mails.ts';

/** An issue whose first stories show these. */
function showing(pictures: readonly Uint8Array[]): { issue: Issue; bytes: Map<string, Uint8Array> } {
  const issue = sampleIssue();
  const waiting = pictures.map((bytes): [OwnPicture, Uint8Array] => [
    { file: 'a.png', name: pictureName(bytes, 'png'), width: 40, height: 30, alt: 'A wall', credit: 'Ann' },
    bytes,
  ]);
  const bytes = new Map(waiting.map(([{ name }, content]) => [name, content]));
  const tell = (story: Story): Story => ({ ...story, picture: waiting.shift()?.[0] ?? null });
  const themes = issue.themes.map((theme) => ({ ...theme, stories: theme.stories.map(tell) }));
  return { issue: { ...issue, lead: null, themes }, bytes };
}

async function made(...pictures: Uint8Array[]) {
  const { issue, bytes } = showing(pictures);
  return await renderMailBytes(issue, undefined, bytes);
}

const wall = makePng(40, 30);
const id = contentId(pictureName(wall, 'png'));
const one = await made(wall);
const instead =
  (how: Break): Break =>
  () =>
    how(one);

test('a mail without pictures, and one with a picture, pass', async () => {
  expect((await judgeBy('embedded', good)).sentence).toMatch(
    /^The whole mail has [\d.]+ KB, with 0 embedded/u,
  );
  const { result, sentence } = await judgeBy('embedded', one);
  expect([result, sentence]).toEqual(['pass', expect.stringMatching(/with 1 embedded picture\.$/u)]);
  for (const { name } of gates) expect(await judgeBy(name, one), name).toMatchObject({ result: 'pass' });
});

breakGate('embedded', [
  [
    'a picture that does not go along',
    swap('html', '<h1>', '<h1><img src="cid:a@b" alt="">'),
    /no part a@b/u,
  ],
  ['a ground', swap('html', '<h1>', '<h1><i style="background:url(CID:c@d)">x</i>'), /no part c@d/u],
  [
    'one for Outlook',
    swap(
      'html',
      '<!--[if mso | IE]>',
      '<!--[if mso | IE]><v:fill src="cid:e@f"/><![endif]--><!--[if mso | IE]>',
    ),
    /no part e@f/u,
  ],
  [
    'a picture with another id',
    instead(swap('eml', `<${id}>`, '<other@digestif>')),
    /no part.*\n.*nothing shows the part other@digestif/u,
  ],
  ['a picture that nothing shows', instead(swap('html', `cid:${id}`, 'data:,x')), /nothing shows the part/u],
  ['a picture without an id', instead(swap('eml', /Content-ID: .*\r\n/u, '')), /no part/u],
]);

test('an encoded id is the same', async () => {
  const encoded = swap('html', `cid:${id}`, `cid:${id.replace('@', '%40')}`)(one);
  expect(await judgeBy('embedded', encoded)).toMatchObject({ result: 'pass' });
});

test('the whole mail is weighed', async () => {
  const heavy = (count: number) =>
    made(...Array.from({ length: count }, (_, i) => makeHeavyPng(190_000, i + 1)));
  const [look, fail] = [await heavy(2), await heavy(4)];
  expect(await judgeBy('embedded', look)).toMatchObject({
    result: 'look',
    findings: [{ message: expect.stringContaining('500 KB') }],
  });
  expect(await judgeBy('embedded', fail)).toMatchObject({
    result: 'fail',
    findings: [{ message: expect.stringContaining('1 MB'), hint: expect.stringContaining('smaller') }],
  });
});

test('a page whose picture is not beside it is found', async () => {
  const paths = new Set(['index.html', `${one.issue.key}/index.html`]);
  expect(await judgeBy('page-remote', { ...one, paths })).toMatchObject({ result: 'fail' });
  const there = new Set([...paths, `${one.issue.key}/${pictureName(wall, 'png')}`]);
  expect(await judgeBy('page-remote', { ...one, paths: there })).toMatchObject({ result: 'pass' });
});

test('another part of the mail, which nothing relates to it, is still found', async () => {
  const more = swap('eml', /--=_[0-9a-f]{32}--\r\n$/u, '')(one);
  const boundary = /boundary="(=_[0-9a-f]{32})"/u.exec(String(Buffer.from(one.eml as Uint8Array)))?.[1];
  const eml = `${Buffer.from(more.eml as Uint8Array).toString('latin1')}--${boundary}\r\nContent-Type: image/png; name="x.png"\r\nContent-Disposition: attachment\r\n\r\nx\r\n--${boundary}--\r\n`;
  expect(await judgeBy('message', { ...one, eml })).toMatchObject({ result: 'fail' });
});
