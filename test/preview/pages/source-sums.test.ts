import { expect, test } from 'vitest';
import { bytesTable, sumsTable, tellSums } from '../../../src/preview/pages/source-sums.ts';
import { indexSources } from '../../../src/preview/source-index.ts';
import { sumByRule } from '../../../src/preview/source-sums.ts';
import { files } from '../marsh.ts';
import { buildState } from '../stage.ts';

const state = await buildState(files);
const index = indexSources(state.digest);

const fileOf = (name: string) => {
  const file = index.file(name);
  if (!file) throw new Error(`no ${name}`);
  return file;
};

const sumsOf = (name: string) => {
  const file = fileOf(name);
  return String(sumsTable(file, sumByRule(file.parts.flatMap(({ classes }) => classes)), index));
};

test('sums end in the total and say that they match', () => {
  const markup = sumsOf('dump.txt');
  const [text = ''] = [files['articles/dump.txt']];
  expect(markup).toContain(`In the file</th><td>${text.length.toLocaleString('en')}</td>`);
  expect(markup).toContain('they match');
  expect(markup).toContain('<td>advertisement</td><td>15</td>');
});

test('a fault of the sums is told, not hidden', () => {
  const file = fileOf('dump.txt');
  const parts = file.parts.map((part) => ({ ...part, classes: part.classes.slice(1) }));
  const markup = String(sumsTable({ ...file, parts }, [], index));
  expect(markup).toContain('should begin at 0');
  expect(markup).not.toContain('they match');
  const bytes = { ...file.fates, size: file.fates.size + 1 };
  expect(String(bytesTable({ ...file, fates: bytes }))).toMatch(/are accounted for/u);
});

test('many rules of a class share a line; a copy leads to what it copies', () => {
  const classes = ['a', 'b', 'c', 'd', 'e'].map((rule, i) => ({
    start: i * 10,
    end: i * 10 + 10 - i,
    class: 'boilerplate' as const,
    rule,
  }));
  expect(String(sumsTable(fileOf('dump.txt'), sumByRule(classes), index))).toContain(
    '<td>d, 1 more</td><td>13</td>',
  );
  expect(sumsOf('oven.md')).toContain(
    'copy of <a href="/source/copies/oven%20again.md/#a1">A bakery in Sallow',
  );
});

test('bytes say what is markup', () => {
  const file = fileOf('wardens.mbox');
  expect(file.fates.bytes.markup).toBeGreaterThan(300);
  expect(String(bytesTable(file))).toContain(`Markup and encoding</th><td>${file.fates.bytes.markup}</td>`);
});

test('a part in a line', () => {
  const [first] = fileOf('wardens.mbox').parts;
  expect(first && tellSums(first)).toMatch(/^\d+ characters: body \d+/u);
});
