import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldSpace } from '../../src/text/ranges.ts';
import { type Rule, rules } from '../../src/text/sentences/rules.ts';
import { splitSentences } from '../../src/text/sentences.ts';

type Case = { language: string; name: string; input: string; wanted: string[] };

/** Case files: blocks of a `#` line, the paragraph, a line `.`, its sentences; the file name begins with the language. */
function readCases(): Case[] {
  const folder = new URL('cases/sentences/', import.meta.url);
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, folder), 'utf8')
        .trim()
        .split(/\n{2,}/u)
        .map((block) => toCase(file, block)),
    );
}

function toCase(file: string, block: string): Case {
  const [title = '', ...lines] = block.split('\n');
  const dot = lines.indexOf('.');
  const [input, wanted] = [lines.slice(0, dot).join('\n'), lines.slice(dot + 1)];
  return { language: file.slice(0, 2), name: `${file}: ${title.slice(2)}`, input, wanted };
}

function split(text: string, language: string): string[] {
  return splitSentences(text, language).map(({ start, end }) => foldSpace(text.slice(start, end)));
}

const cases = readCases();

describe('sentences', () => {
  test.each(cases)('$name', ({ input, language, wanted }) => {
    expect(split(input, language)).toEqual(wanted);
  });

  test('the case files are read', () => {
    expect(cases.length).toBeGreaterThan(70);
    expect(cases.filter((c) => c.input === '' || c.wanted.includes(''))).toEqual([]);
  });

  // A rule without which every case still passes is not needed, or not tested.
  test.each(rules.map((rule) => rule.name))('some case needs the rule "%s"', (name) => {
    const list = rules as Rule[];
    const at = list.findIndex((rule) => rule.name === name);
    const [removed] = list.splice(at, 1);
    try {
      expect(cases.some((c) => split(c.input, c.language).join('\n') !== c.wanted.join('\n'))).toBe(true);
    } finally {
      if (removed) list.splice(at, 0, removed);
    }
  });

  test('offsets are those of the input', () => {
    const text = ' \n It  rained.\u2028Nobody\tcame. ';
    expect(splitSentences(text, 'en')).toEqual([
      { start: 3, end: 14 },
      { start: 15, end: 27 },
    ]);
  });

  test('nothing gives nothing', () => {
    expect(splitSentences('', 'en')).toEqual([]);
    expect(splitSentences(' \n\t\u00A0', 'en')).toEqual([]);
  });

  test('an unknown language tag is no error', () => {
    expect(split('One. Two.', 'tlh-x-1_!')).toEqual(['One.', 'Two.']);
  });
});

const fragments = fc.constantFrom(
  ...[
    '. ',
    '.',
    '? ',
    '!',
    '…',
    ' . . . ',
    '。',
    '」',
    '「',
    '“',
    '”',
    '"',
    "' ",
    '„',
    '(',
    ') ',
    '[1]',
    '«',
    '» ',
  ],
  ...[
    '\n',
    ' ',
    '\u00A0',
    '\u0085',
    '\u2028',
    '\u200B',
    '\u202C',
    '• ',
    '1. ',
    '2) ',
    'a. ',
    'U.S. ',
    'Mr. ',
    'Inc. ',
  ],
  ...[
    'The ',
    'she said',
    'Smith asked',
    '渡船',
    'نعم',
    '؟ ',
    '😀',
    '\uD83D',
    'é',
    'e\u0301',
    'x.y/?z',
    '3.5',
    '- ',
    'г. ',
  ],
);
const texts = fc.oneof(
  fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const languages = fc.constantFrom(
  'en',
  'de',
  'fr',
  'es',
  'it',
  'ru',
  'nl',
  'pt',
  'zh',
  'ja',
  'ar',
  'el',
  'xx',
  '',
);

describe('any text', () => {
  test('ranges ascend, are disjoint and trimmed, and together hold every character that is not white', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        let last = 0;
        let held = '';
        for (const { start, end } of splitSentences(text, language)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          const sentence = text.slice(start, end);
          expect(sentence.trim()).toBe(sentence);
          held += sentence;
          last = end;
        }
        expect(held.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
      { seed: 20240517, numRuns: 3000 },
    );
  });

  test('no range cuts a surrogate pair', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        for (const { start } of splitSentences(text, language)) {
          expect(/^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, start - 1)))).toBe(
            start === 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text),
          );
        }
      }),
      { seed: 20240518, numRuns: 1000 },
    );
  });

  test('a line break counts as a space', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        expect(splitSentences(text.replace(/\s/gu, '\n'), language)).toEqual(
          splitSentences(text.replace(/\s/gu, ' '), language),
        );
      }),
      { seed: 20240519, numRuns: 1000 },
    );
  });

  // Milliseconds where it is linear, minutes where it is not: the bound need not be sharp.
  test.each([
    'a. ',
    'A. ',
    'a?',
    '"a. ',
    '(',
    '“',
    '. . . ',
    "'",
    ' ',
    '[1]',
    '1. ',
    '• ',
    '渡船。“',
    'Smith ',
    '…',
  ])('a million units of %j do not hang', (unit) => {
    expect(() => splitSentences(unit.repeat(1_000_000 / unit.length), 'en')).not.toThrow();
  });
});
