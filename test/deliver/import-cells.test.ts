import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  guardCell,
  readLanguage,
  readName,
  readStatus,
  readTags,
  readTime,
  unguardCell,
  writeTags,
} from '../../src/deliver/import-cells.ts';

test.each([
  ['Subscribed', 'active'],
  ['ENABLED', 'active'],
  ['un-confirmed', 'pending'],
  ['Opted out', 'unsubscribed'],
  ['cleaned', 'bounced'],
  ['blocklisted', 'complained'],
  ['churned', null],
  ['aktiv', null],
  ['', null],
])('the status %j is %j', (cell, status) => expect(readStatus(cell)).toBe(status));

test.each([
  ['boats, angling', ['angling', 'boats']],
  ['boats;angling | boats', ['angling', 'boats']],
  ['"eels, fried","boats"', ['boats', 'eels, fried']],
  ['"say ""eel"""', ['say "eel"']],
  ["['boats', 'eels, fried']", ['boats', 'eels, fried']],
  ["ida's list, x", ["ida's list", 'x']],
  ['[]', []],
  [' , ;', []],
  ['a  b\u200b', ['a b']],
])('the tags %j are %j', (cell, tags) => expect(readTags(cell)).toEqual(tags));

test('tags and guarded cells are read as they were written', () => {
  const tag = fc.string({ minLength: 1, unit: 'grapheme' }).map((t) => readName(t) ?? 'x');
  fc.assert(
    fc.property(fc.uniqueArray(tag), (tags) => {
      expect(readTags(writeTags([...tags].sort()))).toEqual([...tags].sort());
    }),
    { seed: 1 },
  );
  fc.assert(
    fc.property(fc.stringMatching(/^['=+@x-]{0,5}$/u), (cell) => {
      expect(unguardCell(guardCell(cell))).toBe(cell);
      expect(guardCell(cell)).not.toMatch(/^[=+\-@]/u);
    }),
    { seed: 1 },
  );
});

test('a name is one line of what can be seen', () => {
  expect(readName(' Ida\r\n  Reed\u202e ')).toBe('Ida Reed');
  expect(readName(' \u200b ')).toBeNull();
});

test.each([
  ['de_at', 'de-AT'],
  ['PT-br', 'pt-BR'],
  ['English', null],
  ['e', null],
  ['de-', null],
])('the language %j is %j', (cell, tag) => expect(readLanguage(cell)).toBe(tag));

test.each([
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['2024-01-15 10:30:00', '2024-01-15T10:30:00.000Z'],
  ['2024-01-15T10:30:00.123456Z', '2024-01-15T10:30:00.123Z'],
  ['2024-01-15T10:30:00+02:00', '2024-01-15T08:30:00.000Z'],
  ['2024-01-15 10:30:00.12 +0530 IST', '2024-01-15T05:00:00.120Z'],
  ['2024-01-15 10:30:00 +0000 UTC', '2024-01-15T10:30:00.000Z'],
  ['2024-01-15 10:30:00 UTC', '2024-01-15T10:30:00.000Z'],
  ['2024-13-01', null],
  ['2025-02-29', null],
  ['2024-02-30 10:30', null],
  ['15.01.2024', null],
  ['01/02/2024', null],
  ['45321', null],
])('the time %j is %j', (cell, time) => expect(readTime(cell)).toBe(time));
