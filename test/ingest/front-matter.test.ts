import { describe, expect, test } from 'vitest';
import { isDraft, readFrontMatter } from '../../src/ingest/front-matter.ts';
import { partOf } from './parts.ts';

const read = (yaml: string) => readFrontMatter(partOf(`---\n${yaml}\n---\nBody`));

describe('values', () => {
  test('stay as they are written, with their place', () => {
    const text = '---\ntitle: "The ebb: a diary"\ndate: 2026-05-14\nid: 007\nlang: no\n---\nBody';
    const { metadata, span, diagnostics } = readFrontMatter(partOf(text));
    expect(diagnostics).toEqual([]);
    expect(Object.fromEntries(Object.entries(metadata).map(([key, f]) => [key, f.value]))).toEqual({
      title: 'The ebb: a diary',
      date: '2026-05-14',
      id: '007',
      language: 'no',
    });
    expect(text.slice(metadata['date']?.range?.start, metadata['date']?.range?.end)).toBe('2026-05-14');
    expect(text.slice(span.end)).toBe('Body');
  });
  const cases: [yaml: string, key: string, value: string | string[] | undefined][] = [
    ['date: 2026-05-14T08:00:00+02:00 # early', 'date', '2026-05-14T08:00:00+02:00'],
    ['TITLE: Ebb', 'title', 'Ebb'],
    ['title: true', 'title', 'true'],
    ['title: 0x1F', 'title', '0x1F'],
    ['title: >-\n  Ebb\n  and flood', 'title', 'Ebb and flood'],
    ['authors: [Ilse Dorn, 007, 2026-05-14, ~]', 'authors', ['Ilse Dorn', '007', '2026-05-14']],
    ['byline: Ilse Dorn\nauthor: Per Ek', 'authors', 'Ilse Dorn'],
    ['link: &here https://tide.example\nsource: *here', 'source', 'https://tide.example'],
    ['title:', 'title', undefined],
    ['author:\n  name: Ilse Dorn\n  mail: x', 'authors', 'Ilse Dorn'],
    ['authors:\n  - name: Ilse Dorn\n  - Per Ek', 'authors', ['Ilse Dorn', 'Per Ek']],
    ['publishDate: 2026-05-14', 'published', '2026-05-14'],
    ['published_at: 2026-05-14', 'published', '2026-05-14'],
    ['canonicalURL: https://tide.example/a', 'url', 'https://tide.example/a'],
    ['image: https://tide.example/a.jpg', 'image', 'https://tide.example/a.jpg'],
    ['cover:\n  image: a.jpg\n  alt: The pier', 'image', 'a.jpg'],
    ['cover:\n  image: a.jpg\n  alt: The pier', 'imageAlt', 'The pier'],
    ['thumbnail: {src: a.jpg, credit: Per Ek}', 'imageCredit', 'Per Ek'],
    ['feature_image_caption: Per Ek', 'imageCaption', 'Per Ek'],
    ['categories: [Harbour, Ferries]', 'section', 'Harbour'],
  ];
  test.each(cases)('%j', (yaml, key, value) => {
    const { metadata, diagnostics } = read(yaml);
    expect(metadata[key]?.value).toEqual(value);
    expect(diagnostics).toEqual([]);
  });
  test('CRLF', () => {
    const text = '---\r\ntitle: Ebb\r\ndate: 2026-05-14\r\n---\r\nBody';
    const { metadata, span } = readFrontMatter(partOf(text));
    expect([metadata['title']?.value, metadata['date']?.value]).toEqual(['Ebb', '2026-05-14']);
    expect(text.slice(span.end)).toBe('Body');
  });
});

describe('faults', () => {
  const broken: [what: string, yaml: string, line: number][] = [
    ['a colon', 'title: Ebb: flood', 2],
    ['an open bracket at the end', 'date: 2026\nauthors: [Ilse', 3],
    ['a tab', 'title: Ebb\n\tdate: 2026', 3],
    ['a key twice', 'title: Ebb\ndate: 2026\ntitle: Flood', 4],
    ['no map', 'just words', 2],
    ['a list', '- title', 2],
  ];
  test.each(broken)('%s is told with its line, and nothing is taken', (_, yaml, line) => {
    const { metadata, span, diagnostics } = read(yaml);
    expect(metadata).toEqual({});
    expect(span.end).toBeGreaterThan(0);
    expect(diagnostics).toMatchObject([{ code: 'broken-front-matter', file: 'ebb.md', line }]);
  });

  const unknown: [yaml: string, line: number][] = [
    ['title: Ebb\ntags: [x]', 3],
    ['__proto__: x', 2],
    ['constructor: x', 2],
    [': x', 2],
    ['? [a, b]\n: x', 2],
    ['title: Ebb\nauthor:\n  mail: Ilse', 3],
    ['title: *nowhere', 2],
  ];
  test.each(unknown)('%j is a note', (yaml, line) => {
    const { metadata, diagnostics } = read(yaml);
    expect(Object.keys(metadata).filter((key) => key !== 'title')).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'unknown-front-matter', line }]);
  });

  test('unclosed', () => {
    const { span, diagnostics } = readFrontMatter(partOf('---\ntitle: Ebb\n\nBody'));
    expect(span).toEqual({ start: 0, end: 0 });
    expect(diagnostics).toMatchObject([{ code: 'broken-front-matter', line: 1 }]);
    expect(readFrontMatter(partOf('---\n\nA rule, then text.')).diagnostics).toEqual([]);
  });

  test('aliases that unfold without end cost nothing', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `k${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}x]`);
    const { metadata } = read(['k: &a-1 [x]', ...lines, 'authors: *a29', 'title: Ebb'].join('\n'));
    expect(metadata['title']?.value).toBe('Ebb');
    expect(metadata['authors']?.value).toEqual(['x']);
  });
});

test('a flood of unknown keys is told in a few lines', () => {
  const keys = Array.from({ length: 20_000 }, (_, i) => `k${i}: x`);
  const { metadata, diagnostics } = read([...keys, 'title: Ebb'].join('\n'));
  expect(metadata['title']?.value).toBe('Ebb');
  expect(diagnostics).toHaveLength(21);
  expect(diagnostics[19]).toMatchObject({ message: expect.stringContaining('"k19"'), line: 21 });
  expect(diagnostics[20]).toMatchObject({ message: expect.stringContaining('and 19980 more'), line: 22 });
});

describe('other dialects', () => {
  const placed = (text: string, key: string): [unknown, string] => {
    const { metadata } = readFrontMatter(partOf(text));
    const range = metadata[key]?.range;
    return [metadata[key]?.value, range ? text.slice(range.start, range.end) : ''];
  };
  const toml =
    '+++\r\ntitle = "The ebb"\r\ndate = 2026-05-14T08:00:00+02:00 # early\r\nauthors = ["Ilse Dorn", "Per Ek"]\r\n[author]\r\nname = "x"\r\n+++\r\nBody';
  const json =
    '{\n\t"title": "The \\"ebb\\" }",\n\t"date": "2026-05-14",\n\t"author": { "name": "Ilse Dorn" }\n}\n\nBody';
  test.each<[text: string, key: string, value: unknown, written: string]>([
    [toml, 'title', 'The ebb', 'The ebb'],
    [toml, 'date', '2026-05-14T08:00:00+02:00', '2026-05-14T08:00:00+02:00'],
    [toml, 'authors', ['Ilse Dorn', 'Per Ek'], '["Ilse Dorn", "Per Ek"]'],
    [json, 'title', 'The "ebb" }', '"The \\"ebb\\" }"'],
    [json, 'date', '2026-05-14', '"2026-05-14"'],
    [json, 'authors', 'Ilse Dorn', '{ "name": "Ilse Dorn" }'],
  ])('%j: %s', (text, key, value, written) => {
    expect(placed(text, key)).toEqual([value, written]);
    expect(text.slice(readFrontMatter(partOf(text)).span.end).trim()).toBe('Body');
  });
  test('faults have their line', () => {
    for (const text of ['+++\ntitle = "x"\ndate = \n+++\nBody', '{\n "title": "x",\n "date": ]\n}\nBody'])
      expect(readFrontMatter(partOf(text)).diagnostics).toMatchObject([
        { code: 'broken-front-matter', line: 3 },
      ]);
    expect(readFrontMatter(partOf('+++\ntitle = "x"\n\nBody')).diagnostics).toMatchObject([
      { code: 'broken-front-matter', line: 1 },
    ]);
  });
  test('braces that are no front matter', () => {
    for (const text of ['{{< figure >}}\nBody', '{ "title": "x" } and more', '{"a', '{}'])
      expect(readFrontMatter(partOf(text)).span.end).toBe(0);
  });
});

test('a slip of the finger is a warning with the key that was meant', () => {
  const { diagnostics } = read('tilte: Ebb\nslug: ebb\nauhtor: Ilse');
  expect(diagnostics).toMatchObject([
    { code: 'misspelt-front-matter', line: 2, hint: 'Did you mean "title"?' },
    { code: 'unknown-front-matter', line: 3 },
    { code: 'misspelt-front-matter', line: 4, hint: 'Did you mean "author"?' },
  ]);
});

test.each([
  ['draft: true', true],
  ['draft: false', false],
  ['published: false', true],
  ['published: 2026-05-14', false],
  ['post_status: draft', true],
  ['status: publish', false],
])('%s: a draft %s', (yaml, draft) => expect(isDraft(read(yaml).metadata)).toBe(draft));
