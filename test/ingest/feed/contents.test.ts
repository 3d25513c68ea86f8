import { expect, test } from 'vitest';
import { findContents } from '../../../src/ingest/feed/contents.ts';
import { readElements } from '../../../src/ingest/feed/elements.ts';

function contents(fields: string) {
  const source = `<item>${fields}</item>`;
  return readElements(source, () => undefined).root && findIn(source);
}

function findIn(source: string) {
  let found: ReturnType<typeof findContents> = [];
  readElements(source, (entry) => {
    found = findContents(entry, source);
  });
  return found;
}

test('the best comes first', () => {
  const found = contents(
    '<description>a</description><summary>b</summary><content:encoded>c</content:encoded>',
  );
  expect(found?.map((c) => `${c.field} ${c.source} ${c.summary}`)).toEqual([
    'content:encoded c false',
    'description a false',
    'summary b true',
  ]);
});

test.each([
  ['<content type="html">&lt;p&gt;a</content>', 'html', '<p>a', '&lt;p&gt;a'],
  ['<content type="text">&lt;p&gt;a</content>', 'text', '<p>a', '&lt;p&gt;a'],
  ['<content><p>a</p></content>', 'html', '<p>a</p>', '<p>a</p>'],
  ['<description>&lt;p&gt;a</description>', 'html', '<p>a', '&lt;p&gt;a'],
  ['<description>a &lt; b</description>', 'text', 'a < b', 'a &lt; b'],
  ['<content mode="base64" type="text/plain">YQ==</content>', 'text', 'a', 'YQ=='],
])('%s', (fields, type, source, raw) => {
  expect(contents(fields)).toMatchObject([{ type, source, raw }]);
});

test.each([
  '<content src="a.pdf"/>',
  '<content type="image/png">abc</content>',
  '<description> </description>',
])('%s is no text', (fields) => {
  expect(contents(fields)).toEqual([]);
});

test('the fields that older systems have for a whole text', () => {
  const fields = ['<fullitem>&lt;p&gt;Ebb&lt;/p&gt;</fullitem>', '<body><p>Flood</p></body>'].map(
    (field) => contents(`${field}<description>a</description>`)?.[0]?.source,
  );
  expect(fields).toEqual(['<p>Ebb</p>', '<p>Flood</p>']);
});
