import { describe, expect, test } from 'vitest';
import { parseEditorPage } from '../../src/compose/editor-page.ts';

const parse = (text: string) => parseEditorPage('_issues/2026-05.md', '2026-05', text);
const page = (yaml: string) => parse(`---\n${yaml}\n---\n\nDear readers,\n\nspring.\n`);

test('decisions and letter', () => {
  const { value, diagnostics } = page(
    'title: The eel month\ndate: { eels-1: 2026-05-14 }\npin: [ferry-1]\nmove: { eels-1: 2026-06 }\nhighlights:\n  ferry-1:\n    - The boat left at eight.',
  );
  expect(diagnostics).toEqual([]);
  expect(value).toMatchObject({
    issue: '2026-05',
    letter: 'Dear readers,\n\nspring.',
    title: 'The eel month',
    date: { 'eels-1': '2026-05-14' },
    pin: ['ferry-1'],
    move: { 'eels-1': '2026-06' },
    highlights: { 'ferry-1': ['The boat left at eight.'] },
    order: [],
  });
  expect(value.lineOf('ferry-1')).toBe(4);
  expect(value.lineOf('The boat left at eight.')).toBe(8);
  expect(value.lineOf('nobody')).toBeUndefined();
});

const letters: [what: string, text: string, letter: string][] = [
  ['nothing', '', ''],
  ['no front matter', 'Dear readers', 'Dear readers'],
  ['empty front matter', '---\n---\nDear readers', 'Dear readers'],
  ['front matter of remarks', '---\n# later\n---\nDear readers', 'Dear readers'],
  ['CRLF and a byte order mark', '\uFEFF---\r\ntitle: x\r\n---\r\nDear readers\r\n', 'Dear readers'],
  ['a letter that begins with a rule', '---\n\nDear readers', '---\n\nDear readers'],
];
test.each(letters)('%s: the letter stands', (_, text, letter) => {
  expect(parse(text)).toMatchObject({ value: { letter }, diagnostics: [] });
});

describe('a fault costs its own decision, never the letter', () => {
  const bomb = [
    'a: &a [x]',
    ...Array.from('bcd', (k, i) => `${k}: &${k} [${`*${'abc'[i]}, `.repeat(9)}x]`),
  ].join('\n');
  const faults: [yaml: string, line: number, message: RegExp, hint: RegExp][] = [
    ['pin: [a]\ntilte: x', 3, /"tilte" is no key of an editor's page/u, /Did you mean "title"\?/u],
    ['pin: [a]\npin: [b]', 3, /unique/u, /the letter did/u],
    ['subject: x\npin: ferry-1', 3, /pin: write it as a list/u, /the other entries did/u],
    ['subject: x\npin:\n  - 7', 3, /pin\.0: .*string/u, /the other entries did/u],
    ['date:\n  eels-1: 2026', 3, /date\.eels-1: .*string/u, /the other entries did/u],
    ['merge: [[a]]', 2, /merge\.0/u, /the other entries did/u],
    ['title: [a', 2, /cannot be read/u, /the letter did/u],
    ['title: a: b', 2, /cannot be read/u, /the letter did/u],
    ['subject: x\ntitle: *nowhere', 3, /cannot be read: .*alias/u, /the letter did/u],
    [bomb, 3, /cannot be read: .*alias/u, /the letter did/u],
    ['- a', 2, /not a list of key: value lines/u, /the letter did/u],
    ['words', 2, /not a list of key: value lines/u, /the letter did/u],
    ['__proto__: { title: x }', 2, /"__proto__" is no key/u, /./u],
    [': x', 2, /"" is no key/u, /./u],
  ];
  test.each(faults)('%j', (yaml, line, message, hint) => {
    const { value, diagnostics } = page(`${yaml}`);
    expect(value).toMatchObject({
      file: '_issues/2026-05.md',
      letter: 'Dear readers,\n\nspring.',
    });
    expect(diagnostics[0]).toMatchObject({ code: 'editor-invalid', file: '_issues/2026-05.md', line });
    expect(diagnostics[0]?.message).toMatch(message);
    expect(diagnostics[0]?.hint).toMatch(hint);
  });

  test('unclosed front matter is not published as a letter', () => {
    const { value, diagnostics } = parse('---\ntitle: x\nexclude: [rival-1]\n\nDear readers');
    expect(value.letter).toBe('');
    expect(diagnostics).toMatchObject([
      { code: 'editor-invalid', line: 1, message: 'front matter is not closed' },
    ]);
  });
});

test('keys of a hostile record change nothing', () => {
  const { value } = page('highlights: { __proto__: [x], constructor: [y] }');
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  expect(({} as { [key: string]: unknown })['0']).toBeUndefined();
  expect(value.highlights['constructor']).toEqual(['y']);
});

test('a picture is the article’s, told in words, or a file of one’s own with words', () => {
  const own = '{ file: wall.jpg, alt: A wall, credit: Ann Reed }';
  const { value, diagnostics } = page(
    `pictures:\n  a: true\n  b: A gate\n  c: ${own}\n  d: { file: 7, alt: x }`,
  );
  expect(diagnostics).toEqual([]);
  expect(value.pictures).toEqual({
    a: true,
    b: 'A gate',
    c: { file: 'wall.jpg', alt: 'A wall', credit: 'Ann Reed' },
    d: { file: '7', alt: 'x' },
  });
  expect([value.lineOf('c'), value.lineOf('wall.jpg')]).toEqual([5, 5]);
});

const form =
  /write true, what one sees, or .*\{ file: wall\.jpg, alt: what one sees, credit: who made it \}/u;
test.each<[written: string, message: RegExp]>([
  ['{ file: wall.jpg }', form],
  ['{ alt: x }', form],
  ['[a]', form],
  ['false', form],
  ['{ file: wall.jpg, alt: "" }', /pictures\.b\.alt: /u],
  ['{ file: a, alt: b, url: c }', /pictures\.b: .*"url"/u],
])('a picture that is %s is said, with its line', (written, message) => {
  const { value, diagnostics } = page(`pictures:\n  a: { file: a.png, alt: x }\n  b: ${written}`);
  expect(value.pictures).toEqual({});
  expect(diagnostics).toMatchObject([{ code: 'editor-invalid', line: 4 }]);
  expect(diagnostics[0]?.message).toMatch(message);
});
