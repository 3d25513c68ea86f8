import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../src/ingest/document/docx.ts';
import { checkBytes, checkClasses } from '../../../src/proof/conservation.ts';
import { segment } from '../../../src/segment/segment.ts';
import { joinRanges } from '../../../src/text/ranges.ts';
import { body, core, docx, p, prose, zip } from '../archives.ts';

const file = (bytes: Uint8Array) => ({ path: 'a.docx', bytes, sha256: 'a' });
const read = (bytes: Uint8Array) => readDocx(file(bytes), 'document@1');
const codesOf = (bytes: Uint8Array) => read(bytes).diagnostics.map((d) => d.code);

function articlesOf(bytes: Uint8Array) {
  const [reading] = read(bytes).value?.parts ?? [];
  const found = reading ? segment(reading).value : null;
  return (found?.articles ?? []).map((a) => ({
    title: a.title.text,
    authors: a.authors.map((x) => x.text),
    dates: a.dateLines.map((d) => d.text),
    words: a.paragraphs.map((x) => `${x.kind}: ${joinRanges(found?.part.text ?? '', x.ranges)}`),
  }));
}

function check(bytes: Uint8Array): void {
  const { value } = read(bytes);
  if (!value) return;
  expect(checkBytes({ file: 'a.docx', sha256: 'a', size: bytes.length, ...value })).toBeNull();
  for (const part of value.parts) expect(checkClasses(segment(part).value)).toBeNull();
}

const article =
  p('The tide office moves', 'Title') +
  p('By Ulf Sander') +
  p(prose(1)) +
  p('What was kept', 'Heading1') +
  p('two barometers', '', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
  p('The drawer in question', 'Caption') +
  p(prose(2));

describe('a document', () => {
  test('with styles is an article', () => {
    expect(articlesOf(docx(article))).toEqual([
      {
        title: 'The tide office moves',
        authors: ['Ulf Sander'],
        dates: [],
        words: [
          `paragraph: ${prose(1)}`,
          'subhead: What was kept',
          'item: two barometers',
          `paragraph: ${prose(2)}`,
        ],
      },
    ]);
  });

  test('without styles is read as a pasted text', () => {
    const bytes = docx(
      p('The tide office moves one street') + p('By Ulf Sander') + p(prose(1)) + p(prose(2)),
    );
    expect(read(bytes).value?.parts[0]?.shape).toBe('dump');
    expect(articlesOf(bytes)).toMatchObject([
      { title: 'The tide office moves one street', authors: ['Ulf Sander'] },
    ]);
  });

  test('of several headings holds several articles', () => {
    const [one, two] = [1, 2].map((n) => p(`No. ${n}`, 'Heading1') + p(`By Ann Lee`) + p(prose(n)));
    expect(articlesOf(docx(`${one}${two}`))).toMatchObject([
      { title: 'No. 1', authors: ['Ann Lee'] },
      { title: 'No. 2', authors: ['Ann Lee'] },
    ]);
  });

  test('of several articles each has the author that its own paragraph states', () => {
    const one = (name: string, n: number) =>
      p(`The tide office moves again in year ${n}`, 'Heading1') + p(name, 'Author') + p(prose(n));
    expect(articlesOf(docx(one('By Ann Lee', 1) + one('By Ulf Sander', 2)))).toMatchObject([
      { authors: ['Ann Lee'] },
      { authors: ['Ulf Sander'] },
    ]);
  });

  test('its properties state an author where the text does not, and never a date', () => {
    const properties = core(
      '<dc:creator>Typist Lee</dc:creator><dcterms:created>2020-01-01</dcterms:created>',
    );
    const members = { 'docProps/core.xml': properties };
    expect(articlesOf(docx(article, members))).toMatchObject([{ authors: ['Ulf Sander'], dates: [] }]);
    expect(articlesOf(docx(p('Ebb', 'Title') + p(prose(1)), members))).toMatchObject([
      { authors: ['Typist Lee'], dates: [] },
    ]);
  });

  test('paragraphs for author and date state them', () => {
    const bytes = docx(p('Ebb', 'Title') + p('Ann Lee', 'Author') + p('3 May 2026', 'Date') + p(prose(1)));
    expect(articlesOf(bytes)).toMatchObject([{ authors: ['Ann Lee'], dates: ['3 May 2026'] }]);
    check(bytes);
  });

  test('figures and notes stand beside the articles, with styles or without', () => {
    const row = (a: string, b: string) => `<w:tr><w:tc>${p(a)}</w:tc><w:tc>${p(b)}</w:tc></w:tr>`;
    const table = `<w:tbl>${row('Year', 'Metres')}${row('1911', '4.2')}</w:tbl>`;
    for (const head of [p('The ebb and the flood', 'Title'), p('The ebb and the flood')]) {
      const [found] = articlesOf(
        docx(head + p(prose(1)) + table + p('1 A note.', 'FootnoteText') + p(prose(2))),
      );
      expect(found?.words).toEqual([`paragraph: ${prose(1)}`, `paragraph: ${prose(2)}`]);
    }
  });

  test('its main part is where its relations say', () => {
    const rels =
      '<Relationships><Relationship Type="http://x/relationships/officeDocument" Target="/doc/main.xml"/></Relationships>';
    expect(articlesOf(zip({ '_rels/.rels': rels, 'doc/main.xml': body(article) }))).toHaveLength(1);
  });

  test.each([
    ['UTF-16', Buffer.from(`\ufeff${body(article)}`, 'utf16le')],
    ['NUL bytes in its words', Buffer.from(body(article.replace('barometers', 'baro\0meters')))],
    ['bytes that are no text', Buffer.from(body(article).replace('barometers', 'bar\xffmeters'), 'latin1')],
  ])('in %s is read', (_, xml) => {
    const bytes = zip({ 'word/document.xml': xml });
    expect(articlesOf(bytes)).toMatchObject([{ title: 'The tide office moves' }]);
    check(bytes);
  });

  test('what is text of it counts as text', () => {
    const { value } = read(docx(p('word '.repeat(1000)), {}));
    expect(value?.bytes.parts).toBeGreaterThan(0);
    expect(value?.bytes.unreadable).toBe(0);
  });
});

/** The flag of encryption in both headers. */
function encrypted(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt16LE(copy.readUInt16LE(6) | 1, 6);
  const entry = copy.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  copy.writeUInt16LE(copy.readUInt16LE(entry + 8) | 1, entry + 8);
  return copy;
}

describe('bad documents', () => {
  const large = docx(Array.from({ length: 300 }, (_, i) => p(prose(i * 7919))).join(''));
  const plain = docx(article);

  test('one cut off gives what it still holds', () => {
    const cut = large.subarray(0, Math.floor(large.length / 2));
    expect(codesOf(cut)).toEqual(['damaged-archive', 'damaged-archive']);
    expect(read(cut).value?.parts[0]?.part.text).toContain(prose(7919));
    check(cut);
  });

  test('a wrong sum is said', () => {
    const wrong = Buffer.from(plain);
    const entry = wrong.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    wrong.writeUInt32LE(7, entry + 16);
    expect(codesOf(wrong)).toEqual(['damaged-archive']);
    expect(articlesOf(wrong)).toHaveLength(1);
  });

  test('a bomb is not unpacked', () => {
    const bomb = zip({ 'word/document.xml': new Uint8Array(100_000_000) });
    expect(codesOf(bomb)).toEqual(['unsafe-archive']);
    expect(read(bomb).value).toBeNull();
  });

  test.each<[string, Uint8Array, string[]]>([
    ['empty', new Uint8Array(), ['empty-file']],
    ['no archive', Buffer.from('ebb'), ['not-an-article']],
    ['an archive of something else', zip({ '../ebb\n.txt': 'flood' }), ['not-an-article']],
    ['one whose text is lost', docx(article).subarray(0, 40), ['damaged-archive', 'not-an-article']],
    ['protected', encrypted(plain), ['damaged-archive']],
    ['protected as a whole', zip({ EncryptedPackage: 'x' }), ['not-an-article']],
    ['without words', docx('<w:p/>'), ['empty-file']],
    ['without body', zip({ 'word/document.xml': '' }), ['empty-file']],
  ])('%s', (_, bytes, codes) => {
    expect(codesOf(bytes)).toEqual(codes);
    expect(read(bytes).value).toBeNull();
    for (const d of read(bytes).diagnostics) expect(d.file).toBe('a.docx');
  });

  test('a paragraph of 5 MB and 50,000 nested elements are read', () => {
    const long = docx(p('The tide came in at ten and went out at four. '.repeat(100_000)));
    expect(read(long).value?.parts[0]?.part.text.length).toBeGreaterThan(4_500_000);
    expect(read(docx('<w:sdt>'.repeat(50_000) + p('Ebb and flood'))).value?.parts).toHaveLength(1);
  });

  test('however a document is mutated, nothing is thrown and the sums match', () => {
    const whole = docx(article, { 'word/styles.xml': '<w:styles/>', 'docProps/core.xml': core('') });
    const stored = zip({ 'word/document.xml': body(article) }, { level: 0 });
    const mutation = fc.record({
      base: fc.constantFrom(whole, stored, large),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      flips: fc.array(
        fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
        {
          maxLength: 12,
        },
      ),
    });
    fc.assert(
      fc.property(mutation, ({ base, cut, flips }) => {
        const bytes = Buffer.from(base.subarray(0, cut < 0.5 ? base.length : Math.ceil(base.length * cut)));
        for (const [at, value] of flips) bytes[Math.floor(at * bytes.length)] = value;
        check(bytes);
      }),
      { numRuns: 300, seed: 31 },
    );
  });
});
