import { describe, expect, test } from 'vitest';
import { noStyles, readStyles } from '../../../src/ingest/document/styles.ts';
import { walkDocument } from '../../../src/ingest/document/walk.ts';
import { body, p } from '../archives.ts';

const walk = (xml: string) => walkDocument(body(xml), noStyles).paragraphs;
const texts = (xml: string) => walk(xml).map((found) => found.text);
const run = (xml: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr>${xml}</w:r>`;
const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`;

describe('the words of a paragraph', () => {
  test.each([
    ['runs are joined', `<w:p>${run(t('eb'))}${run(t('b &amp; flood'))}</w:p>`, ['ebb & flood']],
    ['space counts where it is to be kept', '<w:p><w:r><w:t> ebb </w:t></w:r></w:p>', ['ebb']],
    [
      'signs have elements',
      `<w:p>${run(`${t('a')}<w:tab/>${t('b')}<w:br/>${t('c')}<w:noBreakHyphen/>${t('d')}`)}</w:p>`,
      ['a\tb\nc\u2011d'],
    ],
    ['a soft hyphen is none', `<w:p>${run(`${t('har')}<w:softHyphen/>${t('bour')}`)}</w:p>`, ['harbour']],
    ['tab stops are no tabs', '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr></w:p>', ['']],
    [
      'what is deleted is gone, what is inserted stays',
      `<w:p><w:del>${run('<w:delText>no</w:delText>')}</w:del><w:ins>${run(t('yes'))}</w:ins></w:p>`,
      ['yes'],
    ],
    [
      'what was moved stands once',
      `<w:p><w:moveFrom>${run(t('ebb'))}</w:moveFrom></w:p><w:p><w:moveTo>${run(t('ebb'))}</w:moveTo></w:p>`,
      ['', 'ebb'],
    ],
    [
      'hidden words are not shown',
      `<w:p>${run(t('a'), '<w:vanish/>')}${run(t('b'), '<w:vanish w:val="false"/>')}</w:p>`,
      ['b'],
    ],
    [
      'commands of fields are not shown',
      `<w:p>${run('<w:instrText> HYPERLINK "x" </w:instrText>')}<w:hyperlink>${run(t('pier'))}</w:hyperlink></w:p>`,
      ['pier'],
    ],
    [
      'of a reading aid the word stays',
      `<w:p><w:r><w:ruby><w:rt>${run(t('しお'))}</w:rt><w:rubyBase>${run(t('潮'))}</w:rubyBase></w:ruby></w:r></w:p>`,
      ['潮'],
    ],
    [
      'marks of notes are no words',
      `<w:p>${run(t('ebb'))}${run('<w:footnoteReference w:id="1"/>')}${run(t('.'))}</w:p>`,
      ['ebb.'],
    ],
    [
      'signs of picture fonts are unknown',
      `<w:p>${run('<w:sym w:font="Wingdings" w:char="F04A"/>')}${run('<w:sym w:char="2192"/>')}</w:p>`,
      ['\uFFFD→'],
    ],
    [
      'comments and sections of XML',
      '<w:p><w:r><w:t>eb<!-- no --><![CDATA[b <]]></w:t></w:r></w:p>',
      ['ebb <'],
    ],
    [
      'an unknown element is looked through',
      `<w:sdt><w:sdtContent>${p('ebb')}</w:sdtContent></w:sdt>`,
      ['ebb'],
    ],
  ])('%s', (_, xml, expected) => {
    expect(texts(xml)).toEqual(expected);
  });

  test('struck words and formulas stay, but are not to be quoted', () => {
    const xml = `<w:p>${run(t('ebb '))}${run(t('not'), '<w:strike/>')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>`;
    expect(walk(xml)).toMatchObject([
      {
        text: 'ebb notx',
        unquotable: [
          { start: 4, end: 7 },
          { start: 7, end: 8 },
        ],
      },
    ]);
  });

  test('a style may hide', () => {
    const styles = readStyles(
      '<w:style w:styleId="H"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style>',
    );
    expect(walkDocument(body(p('ebb', 'H') + p('flood')), styles).paragraphs.map((f) => f.text)).toEqual([
      '',
      'flood',
    ]);
  });
});

describe('what a paragraph states', () => {
  test('style, level, list', () => {
    expect(
      walk(p('a', 'X', '<w:outlineLvl w:val="1"/><w:numPr><w:numId w:val="2"/></w:numPr>')),
    ).toMatchObject([{ style: 'X', outline: 2, listed: true }]);
    expect(
      walk(p('a', 'X', '<w:outlineLvl w:val="9"/><w:numPr><w:numId w:val="0"/></w:numPr>')),
    ).toMatchObject([{ outline: null, listed: false }]);
  });

  test('that its end was deleted, or that it is an initial', () => {
    const deleted = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr></w:p>';
    expect(walk(deleted + p('T', '', '<w:framePr w:dropCap="drop"/>') + p('he'))).toMatchObject([
      { joins: true },
      { joins: true },
      { joins: false },
    ]);
  });
});

describe('boxes and tables', () => {
  const box = (xml: string) => `<w:txbxContent>${xml}</w:txbxContent>`;
  test('a box is read once and stands behind the paragraph that holds it', () => {
    const both = `<mc:AlternateContent><mc:Choice>${box(p('in'))}</mc:Choice><mc:Fallback>${box(p('in'))}</mc:Fallback></mc:AlternateContent>`;
    expect(walk(`<w:p>${run(t('a'))}<w:r>${both}</w:r>${run(t('b'))}</w:p>`)).toMatchObject([
      { text: 'ab', inBox: false },
      { text: 'in', inBox: true },
    ]);
  });

  const table = (rows: string[][]) =>
    `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((c) => `<w:tc>${p(c)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
  test.each([
    [
      'figures',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      true,
    ],
    ['columns of a layout', [['a', 'b']], false],
    ['a frame', [['a'], ['b']], false],
    [
      'prose',
      [
        ['a', 'b'],
        ['1', 'tide '.repeat(80)],
      ],
      false,
    ],
  ])('a table of %s', (_, rows, expected) => {
    const found = walk(table(rows) + p('after'));
    expect(found.slice(0, -1).every((f) => f.inTable === expected)).toBe(true);
    expect(found.at(-1)?.inTable).toBe(false);
  });
});

test('names of strict documents, and other prefixes, are the same words', () => {
  const strict = body(p('ebb'), 'http://purl.oclc.org/ooxml/wordprocessingml/main').replaceAll('w:', 'ns0:');
  expect(walkDocument(strict, noStyles).paragraphs[0]?.text).toBe('ebb');
});

test('the places of the words in the XML are known', () => {
  const xml = body(p('ebb') + p('a &amp; b'));
  const { sources } = walkDocument(xml, noStyles);
  expect(sources.map((r) => xml.slice(r.start, r.end))).toEqual(['ebb', 'a &amp; b']);
});

test.each([
  ['nested paragraphs', '<w:p><w:r><w:t>a'.repeat(50_000)],
  ['nested tables', '<w:tbl><w:tr><w:tc/><w:tc/></w:tr><w:tr><w:tc/><w:tc>'.repeat(20_000)],
  ['nested boxes', '<w:p><w:r><w:txbxContent>'.repeat(50_000)],
  ['closings', '</w:p>'.repeat(50_000)],
])('50,000 %s are read', (_, xml) => {
  expect(() => walkDocument(body(xml), noStyles)).not.toThrow();
});
