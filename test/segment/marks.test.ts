import { expect, test } from 'vitest';
import { markLines } from '../../src/segment/marks.ts';
import { drafts, labelled } from './made.ts';

test('each line has the class it came to', () => {
  const text =
    'Local\n\nA bell for the ferry\n\nThe bell was rung at noon.\n\nShare this:\n\nA stray heading\n';
  const { lines } = labelled(text);
  const made = drafts(text).map((d) => {
    const twin = (l: { line: { index: number } }) => lines[l.line.index] ?? lines[0];
    return {
      ...d,
      header: { ...d.header, title: twin(d.header.title ?? { line: { index: 0 } }) ?? null },
      body: d.body.flatMap((l) => twin(l) ?? []),
    };
  });
  const marks = markLines(lines, made, []).lines;
  expect(marks.map((m) => m.class)).toEqual(['metadata', 'title', 'body', 'boilerplate', 'boilerplate']);
});

test('marks of a kept line are boilerplate, those of a dropped line go with it', () => {
  const text = '> It rang at noon, they say.\n';
  const { lines } = labelled(text);
  expect(markLines(lines, [], []).overlays).toEqual([]);
});
