import { describe, expect, test } from 'vitest';
import { reportSeeds, reportThemes } from '../../src/group/theme-report.ts';
import type { StoryGroup, ThemeReason } from '../../src/types.ts';
import { draft } from './articles.ts';

const group = (id: string, reason: Partial<ThemeReason>): StoryGroup => ({
  articles: [id],
  folded: [],
  shared: [],
  theme: 'Health',
  themeReason: {
    words: [],
    runnerUp: 'Culture',
    margin: 1,
    unsure: true,
    rule: 'words of the theme',
    ...reason,
  },
});
const languages = { a: 'en', b: 'en', c: 'fr', d: 'fr', e: 'de' };
const articles = Object.entries(languages).map(([id, language]) => draft({ id, language }));
const report = (groups: StoryGroup[]) => reportThemes(groups, articles);

describe('a theme to check', () => {
  test('by a narrow margin comes with the line to write', () => {
    const [note, ...rest] = report([group('a', { margin: 0.2 }), group('b', { unsure: false })]);
    expect(note).toMatchObject({ code: 'theme-unsure', severity: 'note', file: 'a.md' });
    expect(note?.message).toContain('by a narrow margin; the next best is "Culture"');
    expect(note?.hint).toContain('move: { a: Culture }');
    expect(rest).toEqual([]);
  });
  test('that leads by far on few words is said to have few', () => {
    expect(report([group('a', { words: ['clinic'] })])[0]?.message).toContain(
      'though only one word speaks for it: clinic.',
    );
    expect(report([group('a', { words: ['clinic', 'nurse'] })])[0]?.message).toContain(
      'though only these words speak for it: clinic, nurse.',
    );
    expect(report([group('a', {})])[0]?.message).toContain('no word speaks for it');
  });
  test('of an article without a seed is said to be so', () => {
    const [note] = report([group('a', { margin: 0, rule: 'nothing matched' })]);
    expect(note?.message).toContain('since it holds no seed of any theme');
  });
  test('that stays where it is can be confirmed', () => {
    const [note] = report([group('a', { runnerUp: null, words: ['clinic'] })]);
    expect(note?.message).not.toContain('margin');
    expect(note?.hint).toContain('If it belongs there');
  });
  test('is one note for a language in which there are no seeds', () => {
    const none = { margin: 0, rule: 'nothing matched' };
    const notes = report([
      group('a', { unsure: false }),
      group('b', none),
      group('c', none),
      group('d', none),
      group('e', none),
    ]);
    expect(notes.map(({ file }) => file)).toEqual(['b.md', undefined]);
    expect(notes[1]?.message).toContain('3 stories in French, German hold no seed');
    expect(notes[1]?.hint).toContain('c, d, e');
  });
});

test('seeds of two themes that are read as one word are told', () => {
  const themes = [
    { name: 'C', seeds: ['C', 'pointer'] },
    { name: 'C++', seeds: ['C++', 'template'] },
    { name: 'Sea', seeds: ['harbour', 'Harbours'] },
    { name: 'Town', seeds: ['harbour'] },
  ];
  const notes = reportSeeds(themes.slice(0, 3), 'en');
  expect(notes).toMatchObject([{ code: 'shared-seed', severity: 'warning' }]);
  expect(notes[0]?.message).toContain('"C" of "C", "C++" of "C++"');
  expect(reportSeeds([themes[2], themes[3]].flatMap((one) => one ?? []).slice(1), 'en')).toEqual([]);
});
