import { expect, test } from 'vitest';
import { segment } from '../../src/segment/segment.ts';
import type { Block } from '../../src/types.ts';
import { readingOf } from './cases.ts';

const prose = 'The ferry to Sandford was late again on Tuesday, and nobody on the quay was surprised by it.';

function segmentLines(lines: [string, Partial<Block>?][], shape: 'dump' | 'article' = 'dump') {
  let at = 0;
  const blocks = lines.map(([line, more]): Block => {
    const span = { start: at, end: at + line.length };
    at += line.length + 1;
    return { kind: shape === 'dump' ? 'line' : 'paragraph', span, ranges: [span], ...more };
  });
  const reading = { ...readingOf(lines.map(([line]) => line).join('\n')), shape, blocks };
  return segment(reading).value;
}

test.each(['dump', 'article'] as const)(
  'what is aside is in no article of a %s, and has the class it says',
  (shape) => {
    const { articles, classes } = segmentLines([['Hi Ann, welcome.', { aside: 'personal' }], [prose]], shape);
    expect(articles.flatMap((a) => a.paragraphs)).toHaveLength(1);
    expect(classes[0]).toMatchObject({ class: 'boilerplate', rule: 'personal', start: 0 });
    expect(classes.at(-1)?.class).toBe('body');
  },
);

test('text around a personal place is damaged', () => {
  const { articles } = segmentLines([
    ['The late ferry'],
    [''],
    [prose],
    [prose.replace('nobody', 'Ann Pell'), { personal: [{ start: 153, end: 161 }] }],
  ]);
  const damaged = articles
    .flatMap((a) => a.paragraphs)
    .filter((p) => p.damage.some((d) => d.rule === 'personal'));
  expect(damaged).toHaveLength(1);
});

test('a title that speaks to one person is not told', () => {
  const title = 'A ferry for Ann Pell';
  const { articles } = segmentLines([
    [title, { personal: [{ start: 12, end: 20 }] }],
    [''],
    [prose],
    [prose.replace('late', 'early')],
  ]);
  expect(articles).toHaveLength(1);
  expect(articles[0]?.title.text).not.toContain('Ann');
  expect(articles[0]?.title.text).toBe('dump');
});
