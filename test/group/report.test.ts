import { expect, test } from 'vitest';
import { reportContradictions, reportFolds } from '../../src/group/report.ts';
import type { StoryGroup } from '../../src/types.ts';
import { draft } from './articles.ts';

const group = (change: Partial<StoryGroup>): StoryGroup => ({
  articles: ['a'],
  folded: [],
  shared: [],
  theme: 'Health',
  themeReason: { words: [], runnerUp: 'Culture', margin: 1, unsure: false, rule: 'seed words' },
  ...change,
});

test('a folded copy is named with its file', () => {
  const folded = [{ id: 'b', of: 'a', containment: 0.914 }];
  const [note] = reportFolds([group({ folded })], [draft({ id: 'a' }), draft({ id: 'b' })]);
  expect(note).toMatchObject({ code: 'folded', severity: 'note', file: 'b.md' });
  expect(note?.message).toContain('91%');
});

test('entries that contradict each other are warnings', () => {
  expect(reportContradictions([['a', 'b']])[0]?.message).toContain('"a" and "b"');
});
