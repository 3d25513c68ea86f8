import { expect, test } from 'vitest';
import { flatten, readHtml, readText } from '../../../src/proof/email/told.ts';
import { openDoc } from '../../../src/proof/markup.ts';
import { makeIssue, makeStory, makeTheme } from '../../render/fixture.ts';
import { judgeBy } from '../breaks.ts';
import { renderMailBytes } from '../mails.ts';

const weather = makeIssue({
  lead: { ...makeStory('lead', { title: 'Boats' }), theme: 'boats' },
  themes: [
    makeTheme('Weather', [makeStory('a', { title: 'Weather' }), makeStory('b', { title: 'Weather report' })]),
    makeTheme('Boats', [makeStory('c', { title: 'Letters' }), makeStory('d', { title: 'Letters' })]),
  ],
});

test('themes and stories of one name, stories of one title, titles that begin alike: each is told apart', async () => {
  const mail = await renderMailBytes(weather);
  const ids = ['lead', 'a', 'b', 'c', 'd'];
  const html = readHtml(openDoc(mail.html, weather), weather, 'https://lantern.example/2026-05/');
  const text = readText(mail.text, weather);
  expect(html.told.map(({ story }) => story.id)).toEqual(ids);
  expect(text.told.map(({ story }) => story.id)).toEqual(ids);
  for (const { told } of [html, text])
    for (const { story, words } of told) expect(words).toContain(flatten(story.highlights[0]?.text ?? '?'));
  expect(await judgeBy('text-content', mail)).toMatchObject({ result: 'pass' });
});

test('words that stand elsewhere too are not taken for the story', async () => {
  const issue = makeIssue({
    preheader: 'Nobody in a had asked for the bell to be moved.',
    themes: [makeTheme('Bells', [makeStory('a')])],
  });
  const mail = await renderMailBytes(issue);
  const [told] = readHtml(openDoc(mail.html, issue), issue, '').told;
  expect(told?.words).toContain(flatten(issue.preheader));
  const cut = mail.html.replace(/<li>[\s\S]*?<\/li>/u, '<li>x</li>');
  expect(readHtml(openDoc(cut, issue), issue, '').told[0]?.words).not.toContain(flatten(issue.preheader));
});

test('links of the text end where they end', () => {
  const text = 'See <https://a.example/x> or\nhttps://b.example/y?z=(1).\n  mailto:c@d.example\n';
  expect(readText(text, makeIssue()).links).toEqual([
    'https://a.example/x',
    'https://b.example/y?z=(1).',
    'mailto:c@d.example',
  ]);
});

test('a mark stands for the article it leads to', () => {
  const doc = openDoc(
    '<a href="https://a.example/x#:~:text=b">b</a><a href="https://a.example/y">c</a>',
    null,
  );
  expect(readHtml(doc, makeIssue(), '')).toMatchObject({
    links: ['https://a.example/y'],
    marks: ['https://a.example/x'],
  });
});
