import { expect, test } from 'vitest';
import { isOn, noStyles, readStyles } from '../../../src/ingest/document/styles.ts';

const style = (id: string, name: string, more = '', attributes = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}" ${attributes}><w:name w:val="${name}"/>${more}</w:style>`;
const sheet = `<w:styles>${[
  style('Standard', 'Normal', '', 'w:default="1"'),
  style('berschrift2', 'heading 2'),
  style('Mein', 'Meine Zeile', '<w:basedOn w:val="berschrift2"/>'),
  style('Ring', 'Ring', '<w:basedOn w:val="Gnir"/>'),
  style('Gnir', 'Gnir', '<w:basedOn w:val="Ring"/><w:rPr><w:vanish/></w:rPr>'),
  style('Level', 'Own', '<w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
  style('Title', 'Title', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
].join('')}</w:styles>`;
const styles = readStyles(sheet);

test.each([
  ['berschrift2', { depth: 2, role: null }],
  ['Mein', { depth: 2 }],
  ['Ring', { depth: null, role: null, hidden: true }],
  ['Level', { depth: 1, listed: true }],
  ['Title', { role: 'title', depth: null }],
  ['Standard', { role: null, depth: null, hidden: false }],
  ['Heading3', { depth: 3 }],
])('the style %s', (id, expected) => {
  expect(styles.of(id)).toMatchObject(expected);
  expect(styles.byDefault).toBe('Standard');
});

test.each([
  ['Überschrift 1', { depth: 1 }],
  ['Titre 2', { depth: 2 }],
  ['标题 3', { depth: 3 }],
  ['Subtitle', { role: 'subtitle' }],
  ['Intense Quote', { role: 'quote' }],
  ['caption', { role: 'caption' }],
  ['Image Caption', { role: 'caption' }],
  ['toc 2', { role: 'contents' }],
  ['TOC Heading', { role: 'contents' }],
  ['footnote text', { role: 'note' }],
  ['Author', { role: 'author' }],
  ['Body Text', { role: null, depth: null }],
])('a name in another language or program: %s', (name, expected) => {
  expect(readStyles(style('x', name)).of('x')).toMatchObject(expected);
  expect(noStyles.of(name)).toMatchObject(expected);
});

test('a property is on unless it says otherwise', () => {
  expect(['', 'true', '1', 'on', '0', 'false', 'off', 'none'].map((v) => isOn(v))).toEqual([
    ...[true, true, true, true],
    ...[false, false, false, false],
  ]);
});
