import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkClasses } from '../../src/proof/conservation.ts';
import { segment } from '../../src/segment/segment.ts';
import type { Range, Segmented } from '../../src/types.ts';
import { outline, readCases, readingOf } from './cases.ts';

const cases = readCases('articles');

describe('text cases', () => {
  test.each(cases)('$name', ({ input, expected }) => expect(outline(input)).toBe(expected));
});

function isTiled({ part, classes }: Segmented): boolean {
  let at = 0;
  for (const { start, end } of classes) {
    if (start !== at || end <= start) return false;
    at = end;
  }
  return at === part.text.length;
}

function citedRanges({ articles }: Segmented): Range[] {
  return articles.flatMap((a) => [
    ...a.title.ranges,
    ...a.authors.flatMap((x) => x.ranges),
    ...[...a.dateLines, ...a.captions, a.section, a.source, a.licence].flatMap((c) => c?.ranges ?? []),
    ...a.paragraphs.flatMap((p) => [...p.ranges, ...p.damage]),
  ]);
}

/** Units of paragraphs that are not white space and whose class is not body. */
function strayUnits({ part, articles, classes }: Segmented): string[] {
  const classAt = new Array<string>(part.text.length);
  for (const c of classes) classAt.fill(c.class, c.start, c.end);
  const units = articles.flatMap((a) => a.paragraphs.flatMap((p) => p.ranges));
  return units.flatMap((r) => {
    const indices = Array.from({ length: r.end - r.start }, (_, i) => r.start + i);
    return indices
      .filter((i) => /\S/u.test(part.text.charAt(i)) && classAt[i] !== 'body')
      .map((i) => part.text.charAt(i));
  });
}

function expectSound(text: string): void {
  const { value } = segment(readingOf(text));
  expect(isTiled(value)).toBe(true);
  for (const r of citedRanges(value)) {
    expect(r.start).toBeGreaterThanOrEqual(0);
    expect(r.end).toBeGreaterThanOrEqual(r.start);
    expect(r.end).toBeLessThanOrEqual(text.length);
  }
  expect(strayUnits(value)).toEqual([]);
}

const oddities = [
  '\u0000',
  '\ufffd',
  '\u200b',
  '\u00ad',
  '\u00a0',
  '\r',
  '\r\n',
  '\u2028',
  '> ',
  '* ',
  '1. ',
  '---',
  '\ud800',
  '。',
  '…',
  ' (PHOTO: A)',
];

/** Dumps with lines shuffled, lost, doubled, joined and sprinkled with what no editor would type. */
const mutated = fc
  .tuple(
    fc.constantFrom(...cases.map((c) => c.input)),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(),
        fc.constantFrom('swap', 'drop', 'double', 'join', 'insert', 'cut'),
        fc.constantFrom(...oddities),
      ),
      {
        maxLength: 25,
      },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((lines, change) => mutate(lines, change), text.split('\n')).join('\n'),
  );

function mutate(lines: readonly string[], [a, b, how, oddity]: [number, number, string, string]): string[] {
  const out = [...lines];
  const [i, j] = [a % Math.max(1, out.length), b % Math.max(1, out.length)];
  const [one = '', other = ''] = [out[i], out[j]];
  if (how === 'swap') [out[i], out[j]] = [other, one];
  if (how === 'drop') out.splice(i, 1);
  if (how === 'double') out.splice(j, 0, one);
  if (how === 'join') out.splice(i, 1, `${one} ${other}`);
  if (how === 'insert')
    out[i] = one.slice(0, b % (one.length + 1)) + oddity + one.slice(b % (one.length + 1));
  if (how === 'cut') out[i] = one.slice(0, b % (one.length + 1));
  return out;
}

describe('every unit has one class, and what is cited lies in the part', () => {
  const options = { seed: 20240503, numRuns: 300 };
  test('in mutated dumps', () => fc.assert(fc.property(mutated, expectSound), options));
  test('in any text', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), expectSound), options));
  test('in any lines', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(...oddities, 'By Ann Lee', '3 May 2024', 'Leave a Reply', ''),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }).map((l) => l.join('\n')),
        expectSound,
      ),
      options,
    );
  });
});

describe('texts without an article', () => {
  test.each(['', ' \n\t\n', 'Home\nMenu\nLog in\n', 'A title and nothing else'])('%j', (text) => {
    const { value, diagnostics } = segment(readingOf(text));
    expect(value.articles).toEqual([]);
    expect(diagnostics.map((d) => d.code)).toEqual(['no-article-found']);
    expect(isTiled(value)).toBe(true);
  });
});

test('the same text gives the same result', () => {
  const text = cases.map((c) => c.input).join('\n\n');
  expect(segment(readingOf(text))).toEqual(segment(readingOf(text)));
});

test('U+FFFD is unreadable and no paragraph holds it', () => {
  const text =
    'A bell for the ferry\n\nThe bell was r\ufffdng at noon, and everybody on the quay stood still.\n';
  const { value } = segment(readingOf(text));
  expect(value.classes.filter((c) => c.class === 'unreadable')).toHaveLength(1);
  expect(value.articles[0]?.paragraphs[0]?.damage.map((d) => d.rule)).toContain('unreadable');
});

test('U+FFFD is left out of a standfirst that is a heading, too', () => {
  const text =
    'A bell for the ferry to High Fen\nBy Ann Lee\nThe quay has r\ufffdng its new bell for the first time\n\nThe bell was rung at noon, and everybody on the quay stood still. Nobody spoke.\n';
  const [deck] = segment(readingOf(text)).value.articles[0]?.paragraphs ?? [];
  expect(deck?.kind).toBe('standfirst');
  expect(deck?.ranges.map((r) => text.slice(r.start, r.end))).toEqual([
    'The quay has r',
    'ng its new bell for the first time',
  ]);
  expect(deck?.damage.map((d) => d.rule)).toContain('unreadable');
});

describe('a large text does not hang', () => {
  const page = cases.map((c) => c.input).join('\n\n');
  test('two megabytes of dumps', () => {
    const text = page.repeat(Math.ceil(2_000_000 / page.length));
    expect(segment(readingOf(text)).value.articles.length).toBeGreaterThan(100);
  });
  test('one line of five megabytes', () => {
    const { value, diagnostics } = segment(readingOf(`A title\n\n${'word and word. '.repeat(340_000)}`));
    expect(diagnostics.map((d) => [d.code, d.line])).toEqual([['line-too-long', 3]]);
    expect(value.articles[0]?.paragraphs[0]?.damage.map((d) => d.rule)).toEqual(['line-too-long']);
  });
  test('eleven lines of a megabyte: nine are kept, two are data, what follows is read', () => {
    const line = 'word and word. '.repeat(70_000);
    const text = `A title\n\n${`${line}\n\n`.repeat(11)}The tide at Marrow took the jetty. Nobody was hurt.`;
    const { value, diagnostics } = segment(readingOf(text));
    expect(diagnostics.map((d) => [d.code, d.line])).toContainEqual(['line-too-long', 21]);
    const data = value.classes.filter((c) => c.class === 'boilerplate' && c.rule === 'line-too-long');
    expect(data.map(({ start, end }) => Math.floor((end - start) / line.length))).toEqual([2]);
    expect(value.classes.at(-1)).toMatchObject({ class: 'body', end: text.length });
    expect(checkClasses(value)).toBeNull();
  });
  test('a million short lines', () => {
    const { diagnostics } = segment(readingOf('Ab\n'.repeat(1_000_000)));
    expect(diagnostics.map((d) => d.code)).toEqual(['no-article-found']);
  });
});
