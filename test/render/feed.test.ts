import { parseFeed as parseOne } from '@rowanmanning/feed-parser';
import { parseFeed as parseTwo } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { expect, test, vi } from 'vitest';
import { entryId, renderFeed } from '../../src/render/feed.ts';
import type { Issue } from '../../src/types.ts';
import {
  attacks,
  hostileIssue,
  makeIssue,
  makeStory,
  makeTheme,
  ourTemplates,
  sampleIssue,
  site,
} from './fixture.ts';
import { addressesIn } from './html-rules.ts';

const templates = ourTemplates();
const feedOf = (issues: readonly Issue[], limit = 24) => renderFeed(issues, site, templates, limit);

function parseXml(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

/** The entries as feedsmith reads them: as HTML. The other parser resolves entities once more than Atom says. */
function entriesOf(xml: string) {
  const parsed = parseTwo(xml);
  return parsed.format === 'atom' ? (parsed.feed.entries ?? []) : [];
}

/** A text construct, whichever way the parser gives it. */
function textOf(text: unknown): string {
  if (typeof text === 'string') return text;
  const value = typeof text === 'object' && text !== null && 'value' in text ? text.value : '';
  return typeof value === 'string' ? value : '';
}

/** What a reader shows: HTML without tags, entities resolved. */
function readAsHtml(html: string): string {
  const named: { [entity: string]: string } = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => named[name] ?? whole);
}

const title = 'Power <of> the Oreth & more 🦢 ]]> &lt;b&gt;';

test('a hard title comes unharmed through two independent readers', () => {
  const xml = feedOf([makeIssue({ title: `\u0000${title}\u0008\uD800`, preheader: title })]);
  parseXml(xml);
  const expected = `May 2026: ${title}`;
  expect(parseOne(xml).items[0]?.title).toBe(expected);
  const [entry] = entriesOf(xml);
  expect(readAsHtml(textOf(entry?.title))).toBe(expected);
  expect(readAsHtml(textOf(entry?.summary))).toBe(title);
});

test('hostile fields keep it well-formed, and nothing in the content can act', () => {
  const xml = feedOf([hostileIssue()]);
  parseXml(xml);
  const content = textOf(entriesOf(xml)[0]?.content);
  expect(content).not.toMatch(/<(script|img|style|hit|iframe|mj-)/i);
  expect(content).not.toMatch(/<[^>]+\son\w+=/i);
  for (const address of addressesIn(content)) expect(address).toMatch(/^https:\/\//);
  expect(readAsHtml(content)).toContain(attacks[0] ?? '');
});

test('an entry holds the whole issue, its links absolute', () => {
  const content = textOf(entriesOf(feedOf([sampleIssue()]))[0]?.content);
  const text = readAsHtml(content).replaceAll('&#x27;', "'");
  for (const story of sampleIssue().themes.flatMap((theme) => theme.stories)) {
    for (const { text: quote } of story.highlights) expect(text).toContain(quote);
  }
  for (const address of addressesIn(content)) expect(address).toMatch(/^https?:\/\//);
});

test('entries are the newest, with ids of domain and period', () => {
  const issues = ['2026-03', '2026-05', '2026-04'].map((key) => makeIssue({ key }));
  const entries = entriesOf(feedOf(issues, 2));
  expect(entries.map(({ id }) => id)).toEqual([
    'tag:lantern.example,2026-05:2026-05',
    'tag:lantern.example,2026-04:2026-04',
  ]);
  expect(entryId({ key: '2026-W20' }, site)).toBe('tag:lantern.example,2026:2026-W20');
  expect(entryId({ key: '2026-Q2' }, { ...site, url: 'http://lantern.example/news/' })).toBe(
    'tag:lantern.example,2026:news/2026-Q2',
  );
});

test('an id survives every edit but a change of domain or period', () => {
  const id = entryId(sampleIssue(), site);
  const edited = { ...sampleIssue(), title: 'Another', updated: '2027-01-01T00:00:00.000Z' };
  expect(entryId(edited, { ...site, url: 'http://lantern.example/' })).toBe(id);
});

test('the clock is never read: not even an empty feed knows the time', () => {
  vi.useFakeTimers({ now: new Date('2031-07-07T07:07:07Z') });
  const later = [feedOf([]), feedOf([sampleIssue()])];
  vi.useRealTimers();
  expect(later).toEqual([feedOf([]), feedOf([sampleIssue()])]);
  for (const xml of later) {
    parseXml(xml);
    expect(xml).not.toContain('2031');
  }
});

test('it says where it lives, in which language, and when its newest issue changed', () => {
  const other = makeIssue({
    key: '2026-04',
    updated: '2026-06-02T00:00:00+02:00',
    themes: [makeTheme('T', [makeStory('a')])],
  });
  const xml = feedOf([other, sampleIssue()]);
  expect(xml).toContain('<link rel="self" href="https://lantern.example/feed.xml"/>');
  expect(xml).toContain('<feed xml:lang="en"');
  expect(xml).toContain('<updated>2026-06-01T22:00:00.000Z</updated>');
});
