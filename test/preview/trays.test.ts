import { describe, expect, test } from 'vitest';
import { fillTrays } from '../../src/preview/trays.ts';
import { files } from './marsh.ts';
import { buildState } from './stage.ts';

const state = await buildState(files);

describe('trays', () => {
  const trays = fillTrays(state);
  test('everything is in its tray', () => {
    expect(trays.undated).toEqual(['a-walk-around-the-old-sluice-1']);
    expect(trays.folded.map(({ of }) => of)).toEqual(['a-bakery-in-sallow-lights-its-oven-with-reeds-1']);
    expect(trays.leftOut).toEqual([]);
    expect(trays.notArticles.map(({ code, file }) => [code, file]).sort()).toEqual([
      ['empty-file', 'articles/empty.md'],
      ['not-an-article', 'articles/picture.png'],
    ]);
    expect(trays.toCheck.map(({ articles }) => articles[0])).toEqual(['a-lamp-for-the-landing-stage-1']);
    expect(trays.stories.map(({ articles }) => articles.length)).toEqual([3, 2]);
  });
  test('they are sorted once a build', () => expect(fillTrays(state)).toBe(trays));
});

test('what the editor has decided is left out, or needs no check any more', async () => {
  const page = `---\nexclude: [the-ferry-at-low-reed-runs-on-sundays-again-1]\nmove: { a-lamp-for-the-landing-stage-1: Water }\n---\n`;
  const trays = fillTrays(await buildState({ ...files, 'articles/_issues/2026-05.md': page }));
  expect(trays.leftOut).toEqual(['the-ferry-at-low-reed-runs-on-sundays-again-1']);
  expect(trays.toCheck).toEqual([]);
});
