import { expect, test } from 'vitest';
import { loadNewsletter } from '../../src/io/newsletter.ts';
import { makeDigest } from '../../src/pipeline/digest.ts';
import { marsh } from '../articles.ts';
import { makeNewsletter } from '../newsletter.ts';

const log = `---
title: The log of the Reed ferry
date: 2026-05-12
source: Reed Courier
---
The ferry carried 1,204 goats across the sound in May. The new bell of Low Reed weighs 310 kilos.

“The tide was here before the council of Reed was,” said Ida Pell, who rows.
`;

/** May of the marsh with a log of the ferry, and an editor's page. */
async function composeWith(front: string) {
  const folder = makeNewsletter({
    ...marsh,
    'articles/log.md': log,
    'articles/_issues/2026-05.md': `---\n${front}\n---\n`,
  });
  const { value, diagnostics } = await makeDigest(loadNewsletter(folder));
  const may = value.composition.issues.find((i) => i.issue.key === '2026-05')?.issue;
  return { may, faults: diagnostics.filter((d) => d.severity === 'error') };
}

test('the best is chosen where an editor says nothing', async () => {
  const { may, faults } = await composeWith('title: Reeds');
  expect(faults).toEqual([]);
  expect(may?.quote).toMatchObject({
    words: { text: 'The tide was here before the council of Reed was' },
    by: { text: 'Ida Pell, who rows' },
    dateLabel: '12 May',
    sentence: { source: 'Reed Courier' },
  });
});

test('an editor switches both off', async () => {
  const { may, faults } = await composeWith('numbers: false\nquote: false');
  expect([may?.numbers, may?.quote, faults]).toEqual([[], null, []]);
});

test('an editor chooses words of one sentence', async () => {
  const { may, faults } = await composeWith(
    'numbers: [{ figure: 310 kilos, label: The new bell }]\nquote: { words: before the council, by: Ida Pell }',
  );
  expect(faults).toEqual([]);
  expect(may?.numbers.map(({ figure, label }) => [figure.text, label.text])).toEqual([
    ['310 kilos', 'The new bell'],
  ]);
  expect(may?.quote?.words.text).toBe('before the council');
});

test('what no sentence holds is said with its line, and nothing else is shown for it', async () => {
  const { may, faults } = await composeWith(
    'numbers:\n  - { figure: 311, label: kilos }\nquote: { words: before the council, by: Ada Pell }',
  );
  expect([may?.numbers, may?.quote]).toEqual([[], null]);
  expect(faults).toMatchObject([
    { code: 'not-verbatim', file: 'articles/_issues/2026-05.md', line: 3 },
    { code: 'not-verbatim', file: 'articles/_issues/2026-05.md', line: 4 },
  ]);
  expect(faults[0]?.message).toContain('no sentence of this issue holds both "311" and "kilos"');
});

test.each(['numbers: yes please', 'numbers: [1, 2]', 'quote: The tide', 'quote: { words: The tide }'])(
  '%s cannot be read, and says how to write it',
  async (front) => {
    const { faults } = await composeWith(front);
    expect(faults).toMatchObject([{ code: 'editor-invalid', line: 2 }]);
    expect(faults[0]?.message).toContain('write false, or');
  },
);
