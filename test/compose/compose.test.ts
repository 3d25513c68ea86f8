import { expect, test } from 'vitest';
import { loadNewsletter } from '../../src/io/newsletter.ts';
import { makeDigest } from '../../src/pipeline/digest.ts';
import { storiesOf } from '../../src/proof/verify.ts';
import type { Issue } from '../../src/types.ts';
import { ferry, marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';

const ids = {
  ferry: 'the-ferry-at-low-reed-runs-on-sundays-again-1',
  oven: 'a-bakery-in-sallow-lights-its-oven-with-reeds-1',
  walk: 'a-walk-around-the-old-sluice-1',
};

/** Composes the marsh with an editor's page for May. */
async function composeWith(front: string, more: { [path: string]: string } = {}) {
  const page = `---\n${front}\n---\nDear reader,\n\nit rained.\n`;
  const folder = makeNewsletter({ ...marsh, 'articles/_issues/2026-05.md': page, ...more });
  const { value, diagnostics } = await makeDigest(loadNewsletter(folder));
  const issues = value.composition.issues.map((i) => i.issue);
  return {
    issues,
    may: issues.find((i) => i.key === '2026-05'),
    complaints: diagnostics.filter((d) => d.severity !== 'note'),
  };
}

const titlesOf = (issue: Issue | undefined): string[] => (issue ? storiesOf(issue).map((s) => s.id) : []);

test('the letter and its words', async () => {
  const { may, complaints } = await composeWith(
    'title: Reeds\nsubject: A goat aboard\npreheader: And a warm oven.',
  );
  expect(complaints).toEqual([]);
  expect(may).toMatchObject({
    title: 'Reeds',
    subject: 'A goat aboard',
    preheader: 'And a warm oven.',
    letter: 'Dear reader,\n\nit rained.',
    number: 1,
    label: 'May 2026',
  });
  expect(may?.updated).toBe('2026-05-20T12:00:00.000Z');
});

test('pin makes the lead', async () => {
  expect((await composeWith(`pin: [${ids.oven}]`)).may?.lead?.id).toBe(ids.oven);
  expect((await composeWith(`pin: [${ids.ferry}]`)).may?.lead?.id).toBe(ids.ferry);
});

test('exclude leaves out', async () => {
  expect(titlesOf((await composeWith(`exclude: [${ids.oven}]`)).may)).toEqual([ids.ferry]);
});

test('date takes an undated article in', async () => {
  const { may } = await composeWith(`date: { ${ids.walk}: 2026-05-03 }`);
  const walk = may && storiesOf(may).find((s) => s.id === ids.walk);
  expect(walk?.dateLabel).toBe('3 May');
});

test('move takes an article to an issue as it is, or to a theme', async () => {
  const { may } = await composeWith(`move: { ${ids.walk}: 2026-05 }`);
  expect(may && storiesOf(may).find((s) => s.id === ids.walk)?.dateLabel).toBe('date not stated');
  const moved = await composeWith(`pin: [${ids.ferry}]\nmove: { ${ids.oven}: Water }`);
  expect(moved.may?.themes.map((t) => [t.name, t.stories.length])).toEqual([['Water', 1]]);
  const later = await composeWith(`move: { ${ids.oven}: 2026-07 }`);
  expect(later.issues.map((i) => [i.key, titlesOf(i)])).toEqual([
    ['2026-05', [ids.ferry]],
    ['2026-07', [ids.oven]],
  ]);
});

test('merge tells two articles as one story, split keeps two apart', async () => {
  const merged = await composeWith(`merge: [[${ids.ferry}, ${ids.oven}]]`);
  const [story] = merged.may ? storiesOf(merged.may) : [];
  expect(titlesOf(merged.may)).toHaveLength(1);
  expect(story?.alsoIn).toHaveLength(1);
  expect(story?.id).toBe(ids.ferry);
  const turned = await composeWith(`merge: [[${ids.oven}, ${ids.ferry}]]`);
  expect(titlesOf(turned.may)).toEqual([ids.oven]);
  const quoted = `merge: [[${ids.oven}, ${ids.ferry}]]\nhighlights:\n  ${ids.ferry}:\n    - The boat left the harbour at eight with a goat, two prams and the whole of the brass band on board.`;
  const foreign = (await composeWith(quoted)).may;
  expect(foreign && storiesOf(foreign)[0]?.highlights[0]?.source).toBe('Reed Courier');
  const copy = ferry
    .replace('Reed Courier', 'Sallow Post')
    .replace('courier.example/ferry', 'sallowpost.example/ferry');
  const folded = await composeWith('title: x', { 'articles/copy.md': copy });
  expect(titlesOf(folded.may)).toHaveLength(2);
  const split = await composeWith(`split: [[${ids.ferry}, the-ferry-at-low-reed-runs-on-sundays-again-2]]`, {
    'articles/zcopy.md': copy,
  });
  expect(titlesOf(split.may)).toHaveLength(3);
});

test('chosen highlights are taken word for word, others refused', async () => {
  const chosen = await composeWith(
    `highlights:\n  ${ids.ferry}:\n    - The boat left the harbour at eight with a goat, two prams and the whole of the brass band on board.`,
  );
  expect(
    chosen.may &&
      storiesOf(chosen.may)
        .find((s) => s.id === ids.ferry)
        ?.highlights.map((h) => h.text),
  ).toEqual([
    'The boat left the harbour at eight with a goat, two prams and the whole of the brass band on board.',
  ]);
  const refused = await composeWith(`highlights:\n  ${ids.ferry}:\n    - The boat sank.`);
  expect(refused.complaints).toMatchObject([
    { code: 'not-verbatim', file: 'articles/_issues/2026-05.md', line: 4 },
  ]);
});

test('a theme may be named in small letters', async () => {
  const { may, complaints } = await composeWith(`move: { ${ids.oven}: water }`);
  const told = may && [
    may.lead,
    ...may.themes.flatMap((t) => t.stories.map((s) => ({ ...s, theme: t.name }))),
  ];
  expect(told?.find((story) => story?.id === ids.oven)?.theme).toBe('Water');
  expect(complaints).toEqual([]);
});

test('entries that match nothing are reported with their line', async () => {
  const { complaints } = await composeWith(
    `pin: [${ids.walk}]\nexclude: [no-such-thing-1]\nmove: { ${ids.oven}: Watr }\norder: [the-fery-at-low-reed-runs-on-sundays-again-1]`,
  );
  expect(complaints.map((d) => [d.code, d.line])).toEqual([
    ['editor-unmatched', 3],
    ['editor-unmatched', 5],
    ['editor-unmatched', 4],
  ]);
  expect(complaints[1]?.hint).toContain(ids.ferry);
  expect(complaints[2]?.hint).toContain('Water');
});

test('a theme that only a front matter knows is reported', async () => {
  const wrong = ferry.replace('date: 2026-05-14', 'date: 2026-05-14\ntheme: Watr');
  const { complaints } = await composeWith('title: x', { 'articles/ferry.md': wrong });
  expect(complaints).toMatchObject([{ code: 'unknown-theme', hint: 'Did you mean "Water"?' }]);
});

test('a page for a month without articles is reported', async () => {
  const { complaints } = await composeWith('title: x', { 'articles/_issues/2031-01.md': 'Hello.' });
  expect(complaints.map((d) => d.message)).toEqual(['there is no issue: 2031-01']);
});

const long = ferry
  .replace(/^date: .*\n/mu, '')
  .replace('courier.example/ferry-sundays', 'sallowpost.example/again')
  .replace('Reed Courier', 'Sallow Post');

test('a copy does not vanish under an original that is in no issue', async () => {
  const undated = await composeWith('title: x', {
    'articles/zcopy.md': `${long}\nThe goat has since been given a season ticket by the river board.\n`,
  });
  expect(titlesOf(undated.may)).toContain(ids.ferry);
  const copy = ferry
    .replace('courier.example/ferry-sundays', 'sallowpost.example/again')
    .replace('Reed Courier', 'Sallow Post');
  const excluded = await composeWith(`exclude: [${ids.ferry}]`, { 'articles/zcopy.md': copy });
  expect(titlesOf(excluded.may)).toContain('the-ferry-at-low-reed-runs-on-sundays-again-2');
});

test('a merge of articles in different issues is reported', async () => {
  const april = marsh['articles/oven.md'].replace('2026-05-20', '2026-04-20');
  const { complaints } = await composeWith(`merge: [[${ids.ferry}, ${ids.oven}]]`, {
    'articles/oven.md': april,
  });
  expect(complaints.map((d) => d.message)).toEqual([
    `the articles of a merge stand in different issues: ${ids.ferry}`,
  ]);
});
