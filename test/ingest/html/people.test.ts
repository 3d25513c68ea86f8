import { expect, test } from 'vitest';
import { readLinkedData } from '../../../src/ingest/html/json-ld.ts';
import { findAuthors, splitNames } from '../../../src/ingest/html/people.ts';
import { readMetaTable } from '../../../src/ingest/html/stated.ts';
import { open } from './pages.ts';

test.each([
  ['By Ada Quill and B. Lens', ['Ada Quill', 'B. Lens']],
  ['Written by Ada Quill, Staff Writer', ['Ada Quill']],
  ['Ada Quill | 4 March', ['Ada Quill']],
  ['Von Ada Quill', ['Ada Quill']],
  ['Ada Quill, Harbourpost', ['Ada Quill']],
  ['Ada Quill. Harbour News', ['Ada Quill']],
  ['Av Ada Quill och Bo Vik', ['Ada Quill', 'Bo Vik']],
  ['ada1904', ['ada1904']],
  ['Rev. Ola Finch and Prof. Dr. Ada Quill', ['Rev. Ola Finch', 'Prof. Dr. Ada Quill']],
  ['Ada Quill 4 March', ['Ada Quill']],
])('%s', (text, names) => expect(splitNames(text)).toEqual(names));

test.each([
  ['meta', '<meta name=author content="Ada Quill">'],
  ['microdata', '<p itemprop=author itemscope><b itemprop=name>Ada Quill</b></p>'],
  ['a link', '<a rel=author href=x>Ada Quill</a>'],
  ['a class', '<div class="post-author">by Ada Quill</div>'],
  ['a line', '<p>x</p><p>By Ada Quill</p>'],
])('by %s', (_, html) => {
  const { elements, page } = open(html);
  const found = findAuthors(elements, page, readMetaTable(elements), readLinkedData(elements), 'Post');
  expect(found?.names).toEqual(['Ada Quill']);
});

test.each([
  '<meta name=author content="https://x.example/ada">',
  '<meta name=author content=Post>',
  '<p class=author>The harbour ministries</p>',
  '<p class=byline>By Northern harbour ministries</p>',
  '<ol class=comments><li class=author>Bo</ol>',
])('%s names nobody', (html) => {
  const { elements, page } = open(html);
  expect(findAuthors(elements, page, readMetaTable(elements), readLinkedData(elements), 'Post')).toBeNull();
});

test('the author beside the title, not those of other articles', () => {
  const teaser = '<div><h3>Gulls</h3><p class=author>Bo Vik</p></div>';
  const { elements, page } = open(
    `${teaser}<p>${'Far off. '.repeat(50)}</p><h1>Bells</h1><p class=author>Ada Quill</p>`,
  );
  const at = page.text.indexOf('Bells');
  const title = { start: at, end: at + 5 };
  const found = findAuthors(elements, page, readMetaTable(elements), readLinkedData(elements), 'Post', title);
  expect(found?.names).toEqual(['Ada Quill']);
});

test.each<[name: string, names: string[] | undefined]>([
  ['HP', undefined],
  ['HarbourNews', undefined],
  ['Ada Quill, Harbour International', ['Ada Quill']],
  ['Harbour Fisher', ['Harbour Fisher']],
  ['Ada', ['Ada']],
])('the site is no author: %s', (name, names) => {
  const { elements, page } = open(`<meta name=author content="${name}">`);
  const address = 'https://www.harbournews.example/light';
  const [meta, data] = [readMetaTable(elements), readLinkedData(elements)];
  expect(findAuthors(elements, page, meta, data, 'HP International', null, address)?.names).toEqual(names);
});
