import { expect, test } from 'vitest';
import { sentenceList, storiesView } from '../../../src/preview/pages/issue-stories.ts';
import { marsh } from '../../articles.ts';
import { buildState } from '../stage.ts';

const state = await buildState(marsh);
const issue = state.rendered.issues[0]?.issue;

test('every sentence of the issue is there, with a link to it in its source', async () => {
  if (!issue) throw new Error('no issue');
  const stories = [...(issue.lead ? [issue.lead] : []), ...issue.themes.flatMap((t) => t.stories)];
  const sentences = stories.flatMap((s) => s.highlights);
  expect(sentences.length).toBeGreaterThan(2);
  for (const view of [await storiesView(state, issue), await sentenceList(state, issue)]) {
    const links = [...String(view).matchAll(/<a href="(\/source\/[^"]+#[^"]+)">/gu)];
    expect(links).toHaveLength(sentences.length);
  }
});

test('a file is named once where all sentences of a story stand in it, else at each', async () => {
  if (!issue?.lead) throw new Error('no lead');
  const [highlight] = issue.lead.highlights;
  if (!highlight) throw new Error('no highlight');
  const named = async (...files: string[]) => {
    const highlights = files.map((file) => ({ ...highlight, file }));
    const own = { ...issue, themes: [], lead: { ...issue.lead, highlights } } as typeof issue;
    return String(await storiesView(state, own)).match(/[ab]\.md/gu);
  };
  expect(await named('a.md', 'a.md')).toEqual(['a.md']);
  expect(await named('a.md', 'b.md', 'a.md')).toEqual(['a.md', 'b.md', 'a.md']);
});

test('a story without a sentence says so, and one without a place has no link', async () => {
  if (!issue?.lead) throw new Error('no lead');
  const [highlight] = issue.lead.highlights;
  const bare = { ...issue, themes: [], lead: { ...issue.lead, highlights: [] } };
  expect(String(await storiesView(state, bare))).toContain('No sentence of it was fit');
  const lost = {
    ...issue,
    themes: [],
    lead: { ...issue.lead, highlights: highlight ? [{ ...highlight, file: 'gone.md' }] : [] },
  };
  expect(String(await storiesView(state, lost))).not.toContain('gone.md/#');
});
