import { describe, expect, test } from 'vitest';
import { isCurrent, listNavigation } from '../../src/preview/navigation.ts';
import { marsh } from '../articles.ts';
import { buildState } from './stage.ts';

const built = await buildState(marsh);
const issues = Array.from({ length: 9 }, (_, i) => `2026-0${i + 1}`).flatMap((key) =>
  built.rendered.issues.map((one) => ({ ...one, issue: { ...one.issue, key } })),
);
const state = { ...built, rendered: { ...built.rendered, issues } };

describe('the navigation', () => {
  const [newest, trays, sources] = listNavigation(state, '/issues/2026-01/text/');
  test('has the newest issues, the one that is open, and the way to all', () => {
    expect(newest?.lines.map((l) => l.address)).toEqual([
      '/issues/2026-09/',
      '/issues/2026-08/',
      '/issues/2026-07/',
      '/issues/2026-06/',
      '/issues/2026-01/',
      '/',
    ]);
    expect(newest?.lines.at(-1)?.name).toBe('All 9 issues');
  });
  test('counts what waits', () => {
    expect(trays?.lines.find((l) => l.name === 'Undated')?.note).toBe('1');
  });
  test('has some files and the way to all', () => {
    expect(sources?.lines).toHaveLength(4);
    expect(sources?.lines[0]).toMatchObject({ title: 'ferry.md' });
    expect(sources?.lines.at(-1)).toMatchObject({ address: '/source/', name: 'All 3 files' });
  });
});

test('of one issue and one file only the name is said', async () => {
  const [one] = built.rendered.issues;
  const [reading] = built.digest.readings;
  if (!one || !reading) throw new Error('nothing was built');
  const digest = { ...built.digest, readings: [reading] };
  const groups = listNavigation({ ...built, digest, rendered: { ...built.rendered, issues: [one] } }, '/');
  expect(groups.map(({ lines }) => lines.map(({ name }) => name))).toEqual([
    ['May 2026', 'Overview'],
    expect.anything(),
    [reading.file, 'Sources'],
  ]);
});

test('a view of an issue marks the issue; nothing else stands for what is below it', () => {
  expect(isCurrent('/issues/2026-05/', '/issues/2026-05/text/')).toBe(true);
  expect(isCurrent('/', '/issues/2026-05/')).toBe(false);
  expect(isCurrent('/source/', '/source/a.md/')).toBe(false);
  expect(isCurrent('/source/', '/source/_2/')).toBe(true);
});
