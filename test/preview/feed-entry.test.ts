import { describe, expect, test } from 'vitest';
import { findEntry, readerPage } from '../../src/preview/feed-entry.ts';
import { renderFeed } from '../../src/render/feed.ts';
import { issueAddress } from '../../src/text/addresses.ts';
import { makeIssue, makeStory, ourTemplates, site } from '../render/fixture.ts';
import { parseXml } from './xml.ts';

const nasty = 'Stop ]]> here </content> <entry> & "there" &lt;b&gt;';
const issues = [
  makeIssue({ key: '2026-04', title: 'April' }),
  makeIssue({
    key: '2026-05',
    title: nasty,
    lead: { ...makeStory('lead', { quotes: [nasty] }), theme: 'Kilns' },
  }),
];

describe('an entry is read from the bytes as a parser reads it', () => {
  const feed = renderFeed(issues, site, ourTemplates(), 10);
  test.each(issues)('$key', (issue) => {
    const entry = findEntry(feed, issueAddress(site, issue));
    const parsed = parseXml(feed).find((e) => e['link'] === issueAddress(site, issue));
    expect(entry).toMatchObject({
      title: parsed?.['title'],
      content: parsed?.['content'],
      updated: parsed?.['updated'],
    });
    expect(entry?.author).toBe(site.sender.name);
  });
  test('one that is not there is not found', () => {
    expect(findEntry(feed, 'https://lantern.example/2026-03/')).toBe(null);
    expect(findEntry('', 'https://lantern.example/2026-03/')).toBe(null);
  });
});

test('the page of a reader holds the entry and nothing that runs', async () => {
  const page = await readerPage(
    { title: 'A &lt;b&gt;', content: '<p>One.</p>', updated: '2026-05-31T00:00:00Z', author: '<i>' },
    'en',
  );
  expect(page).toContain('<h1>A &lt;b&gt;</h1>');
  expect(page).toContain('&lt;i&gt;');
  expect(page).not.toContain('<script');
});
