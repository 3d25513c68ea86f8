import { expect, test } from 'vitest';
import { toldStories, viewIssue, wholeIssue } from '../../src/render/view.ts';
import { attacks, hostileIssue, makeIssue, makeStory, makeTheme, sampleIssue, site } from './fixture.ts';

test('a story is told with its facts in words', () => {
  const story = viewIssue(sampleIssue(), site).themes[2]?.stories[0];
  expect(story).toMatchObject({
    url: null,
    source: 'Upper Ford Letter',
    facts: ['date not stated', '4\u00a0min'],
  });
  const kiln = viewIssue(sampleIssue(), site).themes[1]?.stories[0];
  expect(kiln?.facts).toEqual(['14\u00a0May', '4\u00a0min', 'Licence:\u00a0CC\u00a0BY-SA\u00a04.0']);
  expect(viewIssue(sampleIssue(), site).lead?.facts).toEqual(['Ines Marlow', '14\u00a0May', '7\u00a0min']);
});

test('language and direction are said where they differ', () => {
  const [, kilns, fields] = viewIssue(sampleIssue(), site).themes;
  expect(kilns?.stories.map(({ lang, dir }) => [lang, dir])).toEqual([
    [null, null],
    ['fr', null],
    ['zh-Hans', null],
  ]);
  expect(fields?.stories[1]).toMatchObject({ lang: 'ar', dir: 'rtl', foreign: true });
});

test('the lead counts in its theme but is not told twice; a theme left empty is skipped', () => {
  const lead = { ...makeStory('lead'), theme: 'bells' };
  const listed = makeIssue({ lead, themes: [makeTheme('Bells', [lead])] });
  const view = viewIssue(listed, site);
  expect(view.themes).toEqual([]);
  expect(view.contents).toMatchObject([{ name: 'Bells', count: 1, fragment: '#the-lead' }]);
  const apart = makeIssue({ lead, themes: [makeTheme('Bells', [makeStory('other')])] });
  expect(viewIssue(apart, site).contents).toMatchObject([{ count: 2, fragment: '#bells' }]);
  expect(toldStories(makeTheme('Bells', [lead, makeStory('other')]), apart)).toHaveLength(1);
});

test('an issue without a title of its own is called by its lead', () => {
  const lead = { ...makeStory('lead', { title: 'The bell moves' }), theme: 'bells' };
  const plain = makeIssue({ title: 'May 2026' });
  expect(viewIssue(plain, site)).toMatchObject({ headline: 'May 2026', name: 'May 2026' });
  expect(viewIssue({ ...plain, lead }, site).name).toBe('May 2026: The bell moves');
  expect(viewIssue({ ...makeIssue(), lead }, site).name).toBe('May 2026: The lock that would not close');
});

test('a title is shown where an editor gave one', () => {
  const lead = { ...makeStory('lead', { title: 'The bell moves' }), theme: 'bells' };
  expect(viewIssue({ ...makeIssue(), lead }, site).title).toBe('The lock that would not close');
  expect(viewIssue({ ...makeIssue({ title: 'The bell moves' }), lead }, site).title).toBeNull();
  expect(viewIssue(makeIssue({ title: 'May 2026' }), site).title).toBeNull();
});

test('what is not shown is counted and linked', () => {
  const extent = { ...wholeIssue, marks: false, told: [1, 3, 3], alsoIn: 4 };
  const view = viewIssue(sampleIssue(), site, extent);
  expect(view.themes[0]?.more).toEqual({
    label: '1 more in this theme',
    url: 'https://lantern.example/2026-05/#canals-bridges',
  });
  const [dredger] = view.themes[0]?.stories ?? [];
  expect(dredger?.alsoIn).toHaveLength(4);
  expect(dredger?.more).toEqual({
    label: 'and 1 more',
    url: 'https://lantern.example/2026-05/#story-dredger',
  });
  expect(dredger?.highlights.every(({ href }) => href === null)).toBe(true);
});

test('no address that acts and no character that breaks comes out of any field', () => {
  const view = viewIssue(hostileIssue(), site);
  const texts: string[] = [];
  JSON.stringify(view, (_, value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  for (const text of texts) expect(text).not.toMatch(/[^\P{Control}\t\n]|\p{Surrogate}/u);
  for (const story of view.themes.flatMap((theme) => theme.stories)) {
    expect(story.url ?? 'https://none.example/').toMatch(/^https:\/\/[^\s"<>]+$/);
    expect(story.title).not.toContain('\u202E');
  }
  expect(texts.some((text) => text.includes(attacks[0] ?? ''))).toBe(true);
});
