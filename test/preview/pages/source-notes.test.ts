import { expect, test } from 'vitest';
import { notes } from '../../../src/preview/pages/source-notes.ts';
import { indexSources } from '../../../src/preview/source-index.ts';
import { files } from '../marsh.ts';
import { buildState } from '../stage.ts';

const state = await buildState(files);
const index = indexSources(state.digest);

function notesOf(name: string): string {
  const file = index.file(name);
  if (!file) throw new Error(`no ${name}`);
  const chosen = file.parts.flatMap((part) =>
    index
      .sentences(part)
      .filter((s) => s.chosen.length > 0)
      .map((sentence) => ({ part, sentence })),
  );
  return String(notes(chosen, file));
}

test('a note says what readers see, where, from which places and why', () => {
  const markup = notesOf('dump.txt');
  expect(markup).toContain('>The river board has closed the footpath for two weeks');
  expect(markup).toContain('Left out of it: “-”.');
  expect(markup).toContain('Used in <a href="/issues/2026-05/">May 2026</a>');
  expect(markup).toContain('Why: chosen by the editor.');
});

test('what stands within a sentence and belongs elsewhere is not left out of it', () => {
  const text = 'The wardens closed the foot-\nA Title of Its Own\npath.';
  const classes = [
    { start: 0, end: 27, class: 'body' as const, rule: 'text' },
    { start: 27, end: 29, class: 'boilerplate' as const, rule: 'hyphen-break' },
    { start: 29, end: 48, class: 'title' as const, rule: 'title' },
    { start: 48, end: 53, class: 'body' as const, rule: 'text' },
  ];
  const file = index.file('dump.txt');
  const [own] = file?.parts ?? [];
  if (!file || !own) throw new Error('no file');
  const part = { ...own, classes, part: { ...own.part, text } };
  const ranges = [
    { start: 0, end: 27 },
    { start: 48, end: 53 },
  ];
  const markup = String(notes([{ part, sentence: { id: 'u0-53', ranges, chosen: [] } }], file));
  expect(markup).toContain(
    'Left out of it: “-”. Within it stands “A Title of Its Own”, which belongs elsewhere.',
  );
});

test('steps lead from one to the next', () => {
  const markup = notesOf('copies/oven again.md');
  const ids = [...markup.matchAll(/href="#([^"]+)">In the text/gu)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(1);
  expect(markup).toContain(`rel="next" href="#${ids[1]}"`);
  expect(markup).toContain(`rel="prev" href="#${ids[0]}"`);
  expect(markup).toContain(`2 of ${ids.length}`);
});

test('a file of which nothing is quoted says so, and what a seal quotes from another version', () => {
  expect(notesOf('walk.md')).toContain('Nothing is chosen from here');
  const file = index.file('walk.md');
  if (!file) throw new Error('no file');
  expect(String(notes([], { ...file, lost: 2 }))).toContain(
    '2 sentences of a sealed issue stood in another version',
  );
});
