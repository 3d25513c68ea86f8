import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../src/ingest/feed/feed.ts';
import { ingest } from '../../../src/ingest/ingest.ts';
import { findFaults, outline, readCases } from './cases.ts';

const cases = readCases();
const pathOf = (name: string) => (name.startsWith('json') ? 'ebb.json' : 'ebb.xml');

describe('feeds of every dialect, whole and broken', () => {
  test.each(cases)('$name', async ({ name, bytes, expected }) => {
    expect(await outline(bytes, pathOf(name))).toBe(expected);
  });
});

test.each(cases)('$name: each byte and each unit is accounted for', async ({ name, bytes }) => {
  const { value } = await ingest({ path: pathOf(name), bytes });
  expect(value ? findFaults(value) : []).toEqual([]);
});

describe('bytes', () => {
  const rss = (body: string) => `<rss><channel><item><title>a</title>${body}</item></channel></rss>`;
  test('of a part are those between the tags of its field', async () => {
    const text = rss('<description>caf\u00e9 &amp; <![CDATA[pier]]></description>');
    const { value } = await ingest({ path: 'a.rss', bytes: Buffer.from(text) });
    const own = Buffer.byteLength('caf\u00e9 &amp; <![CDATA[pier]]>');
    expect(value?.bytes).toEqual({ parts: own, markup: Buffer.byteLength(text) - own, unreadable: 0 });
    expect(value?.parts[0]?.part.text).toBe('caf\u00e9 & pier');
  });
  test('that are no text are counted once', async () => {
    const text = rss('<description>\u00ea\u00ea pi\xffer</description>');
    const bytes = Buffer.concat([Buffer.from(text.replace('\xff', '')), Buffer.from([0xff])]);
    const { value } = await ingest({ path: 'a.rss', bytes });
    expect(value?.bytes).toMatchObject({ parts: 9, unreadable: 1 });
  });
});

test.each(['.xml', '.rss', '.atom', '.rdf', '.json', '.opml'])('%s is read as a feed', async (extension) => {
  const bytes = Buffer.from(' ');
  const { diagnostics } = await ingest({ path: `a${extension}`, bytes });
  expect(diagnostics).toMatchObject([{ code: 'empty-file' }]);
});

test('thousands of entries give one note and grow in step', async () => {
  const item = '<item><title>a<link>https://a.example/</link><description>The pier [...]</description>';
  const bytes = Buffer.from(`<rss><channel>${item.repeat(3000)}`);
  const { value, diagnostics } = await ingest({ path: 'a.rss', bytes });
  expect(value?.parts).toHaveLength(3000);
  expect(diagnostics.map((d) => d.code)).toEqual(['broken-feed', 'excerpt']);
});

describe('what a feed points to is never asked for', () => {
  test('neither its document type, entities, style sheets, pictures nor links', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end('<!ENTITY a "b">');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const at = (name: string) => `http://127.0.0.1:${port}/${name}`;
    const feed = `<?xml version="1.0"?><?xml-stylesheet href="${at('a.xsl')}"?>
<!DOCTYPE rss SYSTEM "${at('rss.dtd')}" [<!ENTITY % p SYSTEM "${at('p')}"> %p; <!ENTITY x SYSTEM "${at('x')}">]>
<rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel><xi:include href="${at('xi')}"/><image><url>${at('i')}</url></image>
<item><link>${at('l')}</link><enclosure url="${at('e')}"/><description>The &x; pier &lt;img src="${at('s')}"&gt;
&lt;script src="${at('j')}"&gt;&lt;/script&gt; stood.</description></item></channel></rss>`;
    const { value } = await ingest({ path: 'a.rss', bytes: Buffer.from(feed) });
    expect(value?.parts[0]?.part.text).toContain('The &x; pier');
    expect(asked).toBe(0);
    // The server would have told.
    await fetch(at('told'));
    expect(asked).toBe(1);
    server.close();
  });
});

test('entities in entities are never multiplied', () => {
  const levels = Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`).join('');
  const feed = parseFeed(`<!DOCTYPE rss [<!ENTITY a0 "ebb">${levels}]><rss><channel><item>
<title>&a30;</title><description>&a30; &a1;</description></item></channel></rss>`);
  expect(feed?.entries[0]).toMatchObject({ title: '&a30;', summary: '&a30; &a1;' });
});

describe('nothing makes the reader throw or hang', () => {
  const words = [
    '<',
    '>',
    '&',
    '"',
    "'",
    ']]>',
    '<![CDATA[',
    '<!--',
    '<item>',
    '</item>',
    '<entry',
    '{U}',
    '\0',
  ];
  const change = fc.record({
    at: fc.nat(),
    cut: fc.nat(30),
    put: fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 5 })),
  });
  const mutated = fc
    .tuple(fc.constantFrom(...cases), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([{ name, bytes }, changes]) => {
      let text = Buffer.from(bytes).toString('latin1');
      for (const { at, cut, put } of changes) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + put + text.slice(place + cut);
      }
      return { path: pathOf(name), bytes: Buffer.from(text, 'latin1') };
    });

  test('mutated feeds', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (file) => {
        const { value } = await ingest(file);
        expect(value ? findFaults(value) : []).toEqual([]);
      }),
      { seed: 3, numRuns: 1000 },
    );
  }, 60_000);

  const size = 100_000;
  test.each([
    ['deep', '<a>'.repeat(size)],
    ['deep in text', `<rss><channel><item><description>${'<a>'.repeat(size)}${'</b>'.repeat(size)}`],
    ['closed too often', `<rss>${'<a>'.repeat(size)}${'</b></rss>'.repeat(size)}`],
    ['items in items', '<item><x>'.repeat(size)],
    ['signs', '<'.repeat(size)],
    ['quotes', '<a b="'.repeat(size)],
    ['comments', '<rss><!--'.repeat(size)],
    ['pieces', '<rss><![CDATA['.repeat(size)],
    ['references', `<rss><title>${'&'.repeat(size)}</title>`],
    ['attributes', `<rss ${'a=b '.repeat(size)}>`],
    ['declarations', '<!DOCTYPE a ['.repeat(20_000)],
    ['brackets', `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(size)}`],
    ['braces', `{"version":"https://jsonfeed.org/version/1","items":[${'{}'.repeat(size)}`],
  ])('%s', (_, text) => {
    expect(() => parseFeed(text)).not.toThrow();
  });
});
