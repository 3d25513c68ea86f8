import { expect, test } from 'vitest';
import { stringsFor } from '../../src/render/strings.ts';
import { drawTally } from '../../src/render/tally.ts';
import { bigIssue, makeIssue, makeStory, makeTheme, sampleIssue } from './fixture.ts';

const english = stringsFor('en');
const strokesOf = (path: string): string[] => path.match(/M[^z]*z/g) ?? [];

test('one stroke a story, the lead apart, said in words', () => {
  const tally = drawTally(sampleIssue(), english, 'head');
  expect(strokesOf(tally?.lead ?? '')).toHaveLength(1);
  expect(strokesOf(tally?.others ?? '')).toHaveLength(8);
  expect(tally?.label).toMatch(/^9 stories as strokes/);
  expect(drawTally(makeIssue(), english, 'head')).toBeNull();
});

test('the longer the read, the higher; a theme begins after a gap', () => {
  const long = makeStory('long', { minutes: 8 });
  const short = makeStory('short', { minutes: 4 });
  const issue = makeIssue({ themes: [makeTheme('A', [long, short]), makeTheme('B', [short])] });
  expect(drawTally(issue, english, 'head')).toEqual({
    width: 40.5,
    height: 56,
    lead: '',
    others: 'M0 56v-56h6.5V56zM12 56v-28h6.5V56zM34 56v-28h6.5V56z',
    label: expect.stringContaining('3 stories'),
  });
});

test('stories of a minute are no towers, and leave no empty space above', () => {
  const issue = makeIssue({ themes: [makeTheme('A', [makeStory('a', { minutes: 1 })])] });
  expect(drawTally(issue, english, 'row')).toMatchObject({ height: 6, others: 'M0 6v-6h2.5V6z' });
});

test('a great many are drawn closer', () => {
  expect(drawTally(bigIssue(150), english, 'head')?.width).toBe(260);
  expect(drawTally(bigIssue(150), english, 'row')?.width).toBe(120);
});
