import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendIds, parseIds } from '../../src/io/ids-file.ts';

test('lines are appended; what was there stays byte for byte', () => {
  const old = '# mine\ntitle:eels: eels-1 # as it was\r\n"text:ab": "eels-1"';
  const text = appendIds(old, [['url:https://tide.example/eels', 'eels-1']]);
  expect(text).toBe(`${old}\n"url:https://tide.example/eels": "eels-1"\n`);
  expect(appendIds(old, [])).toBe(old);
  expect(appendIds('', [['title:eels', 'eels-1']])).toMatch(/^# .*\n# .*\n"title:eels": "eels-1"\n$/u);
});

test('a form that stands twice has the id of its first line', () => {
  expect(parseIds('f', '"title:a": a-1\n"title:a": b-1\n')).toEqual(new Map([['title:a', 'a-1']]));
});

test.each(['', '# only a remark\n', '\uFEFF', 'title:a:\n', ': a-1\n', '? [a]\n: b\n'])(
  '%j holds no id',
  (text) => {
    expect(parseIds('f', text)).toEqual(new Map());
  },
);

test.each([
  ['"title:a": a-1\n<<<<<<< HEAD\n"title:b": b-1\n', 2],
  ['"title:a": "a-1\n', 1],
  ['- a\n', 1],
])('%j is a fault with its line', (text, line) => {
  const parse = () => parseIds('articles/_ids.yaml', text);
  expect(parse).toThrow(/cannot be read|is not a list/u);
  try {
    parse();
  } catch (error) {
    const place = { code: 'bad-ids', file: 'articles/_ids.yaml', hint: expect.stringMatching(/history/u) };
    expect(error).toMatchObject({ diagnostics: [place] });
    expect((error as { diagnostics: { line: number }[] }).diagnostics[0]?.line).toBeGreaterThanOrEqual(line);
  }
});

test('what was written is read again, whatever it is', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom(
      'null',
      '~',
      '007',
      'true',
      'a: b',
      '- a',
      '__proto__',
      `url:https://a.example/?q=${'é'.repeat(1500)}`,
    ),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(word, word), { selector: ([form]) => form, maxLength: 6 }),
      (lines) => {
        const half = lines.slice(0, 2);
        const text = appendIds(appendIds('', half), lines.slice(2));
        expect([...parseIds('f', text)]).toEqual(lines);
        expect(text.startsWith(appendIds('', half))).toBe(true);
      },
    ),
    { seed: 20260514, numRuns: 1000 },
  );
});
