import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { renderText } from '../../src/render/text.ts';
import { wholeIssue } from '../../src/render/view.ts';
import { hostileIssue, sampleIssue, site } from './fixture.ts';

const text = renderText(sampleIssue(), site);

test('it reads from the name to the way out', () => {
  const order = [
    'The Lantern Quarter',
    'May 2026 · No. 17 · 9 stories from 9 sources',
    'The lock at Tanner',
    'Canals & Bridges                                       3 stories, 12 min',
    'The lead\n\nThe lock that would not close',
    'Oreth Courier · Ines Marlow · 14 May · 7 min',
    '  | At a quarter past six',
    'Also in\n  Hale End Herald\n  https://hale-end-herald.example/tanners-rise',
    'Upper Ford Letter · date not stated · 4 min',
    'Unsubscribe: https://lantern.example/unsubscribe',
    'Lantern Press, 3 Cooper Steps',
  ];
  const places = order.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('no line is wider than 72 columns, but for addresses, and none ends in a space', () => {
  for (const line of `${text}${renderText(hostileIssue(), site)}`.split('\n')) {
    if (!line.includes('://')) expect(stringWidth(line), line).toBeLessThanOrEqual(72);
    expect(line).not.toMatch(/\s$/);
  }
});

test('each link stands there once and whole', () => {
  const links = Array.from(text.matchAll(/https?:\/\/[^\s>]+/g), ([link]) => link);
  expect(links.length).toBeGreaterThan(15);
  expect(new Set(links).size).toBe(links.length);
});

test('every highlight is there to the letter, once its lines are joined', () => {
  const joined = text.replace(/\n {2}\| /g, ' ').replace(/\s+/g, ' ');
  const stories = [sampleIssue().lead, ...sampleIssue().themes.flatMap((theme) => theme.stories)];
  for (const highlight of stories.flatMap((story) => story?.highlights ?? [])) {
    if (!/\p{Script=Han}/u.test(highlight.text)) expect(joined).toContain(highlight.text);
  }
});

test('what the email leaves out, the text leaves out', () => {
  const short = renderText(sampleIssue(), site, { ...wholeIssue, told: [0, 1, 2] });
  expect(short).not.toContain('dredger goes');
  expect(short).toContain('2 more in this theme\nhttps://lantern.example/2026-05/#canals-bridges');
});
