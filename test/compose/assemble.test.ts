import { expect, test } from 'vitest';
import { loadNewsletter } from '../../src/io/newsletter.ts';
import { makeDigest } from '../../src/pipeline/digest.ts';
import { marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';

const bodies = [
  'The bell of Reed was sold to a museum on Monday, with its rope and its ladder.',
  'A goat that ate the minutes of the parish was pardoned by eleven votes.',
  'Nurses in Sallow will visit by bicycle until the bridge has been mended.',
  'The choir of High Fen sings in the quarry, because its hall is full of cheese.',
  'Frost came early and took the plums, though it left every last one of the pears.',
];

async function mayWith(titles: readonly string[]) {
  const made = titles.map((title, i) => [
    `articles/made-${i}.md`,
    `---\ntitle: ${title}\ndate: 2026-05-0${i + 1}\ntheme: Theme ${i}\n---\n${bodies[i]}\n`,
  ]);
  const config = (marsh['digestif.config.yaml'] ?? '').replace(/\nthemes:[\s\S]*$/u, '\n');
  const themes = titles.map((_, i) => `  - { name: Theme ${i}, seeds: [word${i}] }`).join('\n');
  const folder = makeNewsletter({
    'digestif.config.yaml': `${config}themes:\n${themes}\n`,
    ...Object.fromEntries(made),
  });
  const { value } = await makeDigest(loadNewsletter(folder));
  return value.composition.issues.find((i) => i.issue.key === '2026-05')?.issue;
}

test('a preheader that nobody wrote is whole titles, the lead left to the subject', async () => {
  const may = await mayWith([
    'The ebb',
    'A goat in the parish minutes is pardoned by a narrow vote',
    'Nurses of Sallow learn to mend a tyre in under a minute',
    'Choir and cheese share a roof no longer',
    'The end.',
  ]);
  const titles = may?.themes.flatMap((t) => t.stories.map((s) => s.title)) ?? [];
  expect(may?.preheader.length).toBeLessThanOrEqual(110);
  expect(may?.preheader.length).toBeGreaterThan(20);
  for (const piece of may?.preheader.split('; ') ?? [])
    expect(titles.map((t) => t.replace(/\.$/u, ''))).toContain(piece);
  expect(may?.preheader).not.toContain(may?.lead?.title ?? '?');
});

test('one title that is too long is cut between words', async () => {
  const may = await mayWith(['The ebb', `Long ${'wordy '.repeat(30)}end`]);
  const other = may?.lead?.title === 'The ebb' ? may?.preheader : '';
  if (other) expect(other).toMatch(/ wordy…$/u);
  expect(may?.preheader.length).toBeLessThanOrEqual(110);
});
