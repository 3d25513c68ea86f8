import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CsvRow, formatCsv, openCsv } from '../../src/io/csv.ts';
import { makeNewsletter } from '../newsletter.ts';

async function read(content: string | Uint8Array) {
  const file = await openCsv(join(makeNewsletter({ 'list.csv': content }), 'list.csv'));
  const rows: CsvRow[] = [];
  for await (const row of file.rows) rows.push(row);
  return { ...file, rows };
}

const rows = [
  { line: 1, cells: ['email', 'name'] },
  { line: 2, cells: ['ida@pond.example', 'Ida Réed'] },
];

describe('files as programs write them', () => {
  const text = 'email,name\nida@pond.example,Ida Réed\n';
  const utf16 = Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le');
  test.each<[string, string | Uint8Array, string, string]>([
    ['commas', text, 'utf-8', ','],
    [
      'a mark, semicolons and CRLF',
      `\uFEFF${text.replaceAll(',', ';').replaceAll('\n', '\r\n')}`,
      'utf-8',
      ';',
    ],
    ['old line ends', text.replaceAll('\n', '\r'), 'utf-8', ','],
    ['bars', text.replaceAll(',', '|'), 'utf-8', '|'],
    ['no line end at the end', text.trimEnd(), 'utf-8', ','],
    ['quoted cells', '"email","name"\n"ida@pond.example","Ida Réed"', 'utf-8', ','],
    ['an old spreadsheet', Buffer.from(text, 'latin1'), 'windows-1252', ','],
    ['UTF-16 with tabs', utf16, 'utf-16le', '\t'],
    ['UTF-16 the other way', Buffer.from(utf16).swap16(), 'utf-16be', '\t'],
    ['UTF-16 without a mark', utf16.subarray(2), 'utf-16le', '\t'],
  ])('%s', async (_, content, encoding, delimiter) => {
    expect(await read(content)).toEqual({ encoding, delimiter, rows });
  });

  test('a line that names the delimiter is none of the rows', async () => {
    const { rows: found } = await read(`sep=;\r\n${text.replaceAll(',', ';')}`);
    expect(found.map((row) => ('cells' in row ? row.cells : row))).toEqual(rows.map((row) => row.cells));
  });
});

test('rows have the line on which they begin; empty ones are left out, and ragged ones taken', async () => {
  const { rows: found } = await read('email;name;x\n\n;;\na;"Ida\r\n\r\nReed";1\nb\nc;d;e;f\n');
  expect(found.slice(1)).toEqual([
    { line: 4, cells: ['a', 'Ida\n\nReed', '1'] },
    { line: 7, cells: ['b'] },
    { line: 8, cells: ['c', 'd', 'e', 'f'] },
  ]);
});

test('quotation marks within a cell are part of it', async () => {
  const { rows: found } = await read('email,name\na,Ida "the eel" Reed\nb,"say ""eel"""\n');
  expect(found.slice(1).map((row) => ('cells' in row ? row.cells[1] : ''))).toEqual([
    'Ida "the eel" Reed',
    'say "eel"',
  ]);
});

test.each([10, 300_000])(
  'a mark that never closes is told, what stands before it is read: %i more',
  async (more) => {
    const { rows: found } = await read(`email,name\na,Ida\nb,"Otto\n${'c,Zoe\n'.repeat(more)}`);
    expect(found.slice(1)).toEqual([
      { line: 2, cells: ['a', 'Ida'] },
      { line: 3, fault: 'a quotation mark is opened and never closed' },
    ]);
  },
);

test.each([5000, 50_000])('%i rows before a fault are all read', async (count) => {
  const { rows: found } = await read(`email\n${'ida@pond.example\n'.repeat(count)}"never closed\n`);
  expect(found).toHaveLength(count + 2);
  expect(found.at(-1)).toEqual({ line: count + 2, fault: 'a quotation mark is opened and never closed' });
});

test('line ends that fall between two pieces of a file are one', async () => {
  for (const before of [65_535, 65_536, 131_071]) {
    const { rows: found } = await read(`email\r\n${'a'.repeat(before - 8)}\r\nb\r\n`);
    expect(found.map((row) => row.line)).toEqual([1, 2, 3]);
  }
});

test('nothing, and no file', async () => {
  expect((await read('')).rows).toEqual([]);
  const fault = { diagnostics: [{ code: 'unreadable-file' }] };
  await expect(openCsv(join(makeNewsletter({}), 'none.csv'))).rejects.toMatchObject(fault);
  await expect(openCsv(makeNewsletter({}))).rejects.toMatchObject(fault);
});

test('what is written is read again', async () => {
  const cells = [
    ['a,b', 'c"d', 'e\nf', "'g", ' h ', ''],
    ['1', '2', '3', '4', '5', ';'],
  ];
  const { rows: found } = await read(formatCsv(cells));
  expect(found.map((row) => ('cells' in row ? row.cells : row))).toEqual(cells);
});
