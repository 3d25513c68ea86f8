import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/errors.ts';
import { errorsOf, tellErrors } from '../../src/preview/errors.ts';
import { issuePage } from '../../src/preview/pages/issue.ts';
import { problemsPage } from '../../src/preview/pages/problems.ts';
import { firstView } from '../../src/preview/views.ts';
import { marsh } from '../articles.ts';
import { buildState } from './stage.ts';

const june = `---
title: The mill at High Fen grinds again
date: 2026-06-02
---

The mill at High Fen ground rye for the first time since its wheel was mended with church bell bronze. Four bakers
came to watch it turn, and eleven sacks were sold before the bell of the ferry rang for noon.
`;
const state = await buildState({ ...marsh, 'articles/june.md': june });

/** What each issue is told of an error at that file. */
const told = (file?: string) => {
  const error = diagnose('bad-date', 'x', file === undefined ? {} : { file });
  const own = { ...state, diagnostics: [error] };
  return ['2026-05', '2026-06'].map((key) => {
    const { own: mine, stray } = errorsOf(own, key);
    return [mine.length, stray.length];
  });
};

describe('an error', () => {
  test('of an article is of its issue', () => {
    expect(told('articles/ferry.md')).toEqual([
      [1, 0],
      [0, 0],
    ]);
  });
  test("of an editor's page or a seal is of that issue", () => {
    expect(told('articles/_issues/2026-06.md')).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect(told('articles/_issues/2026-06.seal.json')).toEqual(told('articles/_issues/2026-06.md'));
  });
  test.each(['articles/walk.md', 'articles/gone.md', 'articles/_issues/2031-01.md'])(
    'at %s belongs to none, and is told with each',
    (file) => {
      expect(told(file)).toEqual([
        [0, 1],
        [0, 1],
      ]);
    },
  );
  test.each([undefined, 'digestif.config.yaml', 'articles/_ids.yaml', 'templates/page.hbs'])(
    'at %s is of all',
    (file) => {
      expect(told(file)).toEqual([
        [1, 0],
        [1, 0],
      ]);
    },
  );
  test('of a file with an article that stands nowhere is told with each, and is of the others’ issues', () => {
    const [may] = state.reports.filter(({ file }) => file === 'ferry.md');
    if (!may) throw new Error('no article');
    const reports = [...state.reports, { ...may, issue: null }];
    const own = {
      ...state,
      reports,
      diagnostics: [diagnose('bad-date', 'x', { file: 'articles/ferry.md' })],
    };
    expect(errorsOf(own, '2026-05')).toMatchObject({ own: [{}], stray: [{}] });
    expect(errorsOf(own, '2026-06')).toMatchObject({ own: [], stray: [{}] });
  });
});

test('a build that was stopped is wrong with every issue', () => {
  const faults = [diagnose('config-invalid', 'x')];
  expect(tellErrors({ ...state, faults }, { own: [], stray: [] })).toBe('1 fault');
  expect(tellErrors(state, { own: [], stray: faults })).toBe('');
  expect(tellErrors(state, { own: [...faults, ...faults], stray: [] })).toBe('2 errors');
});

test('one article that cannot be read leaves the issues ready, and is said with each', async () => {
  const broken = new Uint8Array([0x50, 0, 0xff, 0xfe, 0, 0, 1, 2, 3]);
  const built = await buildState({ ...marsh, 'articles/june.md': june, 'articles/broken.md': broken });
  expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  for (const key of ['2026-05', '2026-06']) {
    await (await issuePage(built, key, firstView))?.later?.();
    const page = String((await issuePage(built, key, firstView))?.body);
    expect(page).toMatch(/id="verdict"><a [^>]*>Ready, with \w+ to look at</u);
    expect(page).toMatch(/<a href="\/problems\/">1 error<\/a> belongs to no issue/u);
  }
  expect(String(problemsPage(built).body)).toContain('articles/broken.md');
});
