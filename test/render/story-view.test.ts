import { expect, test } from 'vitest';
import { renderEmail } from '../../src/render/email.ts';
import { renderFeed } from '../../src/render/feed.ts';
import { renderPage } from '../../src/render/page.ts';
import { storyAnchor, viewStory, wholeIssue } from '../../src/render/story-view.ts';
import { stringsFor } from '../../src/render/strings.ts';
import { viewIssue } from '../../src/render/view.ts';
import { makeIssue, makeStory, makeTheme, ourTemplates, site } from './fixture.ts';
import { complaintsOf } from './html-rules.ts';

const url = 'https://lantern.example/2026-05/';
const view = (change: Parameters<typeof makeStory>[1], extent = wholeIssue) =>
  viewStory(makeStory('bell', change), makeIssue(), url, stringsFor('en'), extent);

test('an id of any kind makes a plain anchor', () => {
  expect(storyAnchor('the-bell-1')).toBe('story-the-bell-1');
  expect(storyAnchor('窑')).toMatch(/^story-[0-9a-f]{10}$/);
  expect(storyAnchor('a b')).not.toBe(storyAnchor('a c'));
});

test('what is short and has a figure stays on one line', () => {
  expect(view({ dateLabel: '22 September' }).facts).toEqual(['22\u00a0September', '4\u00a0min']);
});

test('reading time is told from two minutes on', () => {
  const facts = (minutes: number) => view({ minutes }).facts;
  expect([facts(0), facts(1), facts(2)]).toEqual([
    ['14\u00a0May'],
    ['14\u00a0May'],
    ['14\u00a0May', '2\u00a0min'],
  ]);
  const short = makeIssue({ themes: [makeTheme('Tide', [makeStory('bell', { minutes: 1 })])] });
  expect(viewIssue(short, site).contents[0]?.line).toBe('1 story');
});

test('every rendering leaves a single minute out', async () => {
  const story = makeStory('bell', { minutes: 1 });
  const issue = makeIssue({ themes: [makeTheme('Tide', [story])] });
  const templates = ourTemplates();
  const { html, text } = (await renderEmail(issue, site, templates, { bytes: 102_400 })).value;
  const page = renderPage(issue, site, { previous: null, next: null }, templates);
  for (const bytes of [html, text, page, renderFeed([issue], site, templates, 1)])
    expect(bytes).not.toMatch(/1[\s\u00a0]min/u);
});

test('facts stand apart wherever a line runs from right to left', async () => {
  const story = makeStory('bell', { language: 'ar', dir: 'rtl', dateLabel: '4 أكتوبر' });
  const issue = makeIssue({ themes: [makeTheme('Tide', [story])], language: 'ar', dir: 'rtl' });
  const { html } = (await renderEmail(issue, site, ourTemplates(), { bytes: 102_400 })).value;
  expect(html).toContain('<bdi>4\u00a0min</bdi>');
  expect(view({}).mixed).toBe(false);
});

test('another source of a story without address is named with its title', () => {
  const also = { id: 'x', title: 'The bell', source: 'Herald', url: null };
  expect(view({ alsoIn: [also] }).alsoIn).toEqual([
    { source: 'Herald (The bell)', url: null, separator: '' },
  ]);
});

test('links to sentences go where the extent has no room', () => {
  expect(view({}).highlights[0]?.href).toMatch(/#:~:text=/);
  expect(view({}, { ...wholeIssue, marks: false }).highlights[0]?.href).toBeNull();
});

test('a picture has its words and its credit in every rendering, and is asked for nowhere else', async () => {
  const picture = { url: 'https://courier.example/gate.jpg', alt: 'A gate & a goat', credit: 'Ida Pell' };
  const issue = makeIssue({ themes: [makeTheme('Bells', [makeStory('bell', { picture })])] });
  const templates = ourTemplates();
  const { value } = await renderEmail(issue, site, templates, { bytes: 102_400 });
  const page = renderPage(issue, site, { previous: null, next: null }, templates);
  const feed = renderFeed([issue], site, templates, 5);
  for (const html of [value.html, page]) {
    expect(html.match(/<img [^>]*>/gu)).toHaveLength(1);
    expect(html).toContain('src="https://courier.example/gate.jpg" alt="A gate &amp; a goat"');
    expect(html).toContain('Ida Pell');
  }
  expect(value.text).toContain('Picture: A gate & a goat (Ida Pell)');
  expect(feed).toContain('gate.jpg');
  expect(await complaintsOf(value.html, 'email')).toEqual([]);
  expect(await complaintsOf(page, 'web')).toEqual([]);
  const odd = { ...picture, url: 'javascript:hit()' };
  expect(view({ picture: odd }).picture).toBeNull();
});

test('a picture of the editor’s own is a part of the mail, a file beside the page, and an address in the feed', async () => {
  const name = `${'0123456789abcdef'.repeat(2)}.png`;
  const words = { alt: 'A gate & a goat', credit: 'Ann Reed' };
  const picture = { file: 'gate.png', name, width: 1200, height: 800, ...words };
  const issue = makeIssue({ themes: [makeTheme('Bells', [makeStory('bell', { picture })])] });
  const templates = ourTemplates();
  const { html, text } = (await renderEmail(issue, site, templates, { bytes: 102_400 })).value;
  const alt = 'alt="A gate &amp; a goat"';
  expect(html).toContain(`<img src="cid:${name.slice(0, 32)}@digestif" ${alt} width="560">`);
  const page = renderPage(issue, site, { previous: null, next: null }, templates);
  expect(page).toContain(`<img src="${name}" ${alt} width="1200" height="800">`);
  const feed = renderFeed([issue], site, templates, 5);
  expect(feed).toContain(`<img src="${url}${name}" ${alt}>`);
  for (const out of [html, page, feed, text]) expect(out).toContain('Ann Reed');
  expect(text).toContain('Picture: A gate & a goat (Ann Reed)');
  for (const out of [html, page, feed, text]) expect(out).not.toContain('gate.png');
  expect(await complaintsOf(page, 'web')).toEqual([]);
  const narrow = { ...picture, width: 90, height: 60 };
  expect(view({ picture: narrow }).picture).toMatchObject({ width: 90, isNarrow: true });
});
