import { describe, expect, test } from 'vitest';
import { type Element, isEntry, readElements } from '../../../src/ingest/feed/elements.ts';

function read(source: string) {
  const entries: Element[] = [];
  const { root, broken } = readElements(source, (entry) => entries.push(entry));
  return { root, broken, entries };
}

const outline = (element: Element): string =>
  element.children.length === 0
    ? `${element.name}=${element.source ?? element.text}`
    : `${element.name}(${element.children.map(outline).join(' ')})`;

describe('entries', () => {
  test.each([
    ['well formed', '<c><item><title>a</title></item><item><title>b</title></item></c>', null],
    ['not closed', '<c><item><title>a</title><item><title>b</title></c>', 25],
    ['title not closed', '<c><item><title>a<item><title>b</title></item></c>', 17],
  ])('%s', (_, source, broken) => {
    const result = read(source);
    expect(result.entries.map(outline)).toEqual(['item(title=a)', 'item(title=b)']);
    expect(result.broken).toBe(broken);
    expect(result.root?.children).toEqual([]);
  });
  test('markup in a field is no field', () => {
    const [entry] = read('<entry><content><div><title>x</title><p>y</content><id>1</id></entry>').entries;
    expect(entry && outline(entry)).toBe('entry(content=<div><title>x</title><p>y id=1)');
  });
  test('a field that no page has ends a text that was not closed', () => {
    const [entry] = read('<item><description>a <b>c</b><pubDate>x</pubDate></item>').entries;
    expect(entry && outline(entry)).toBe('item(description=a <b>c</b> pubdate=x)');
  });
});

test('base and language are inherited', () => {
  const source =
    '<feed xml:base="https://a.example/b/" xml:lang="fr"><entry xml:base="c/"><id>1</id></entry></feed>';
  expect(read(source).entries[0]).toMatchObject({
    base: 'https://a.example/b/c/',
    language: 'fr',
    children: [{ base: 'https://a.example/b/c/', language: 'fr' }],
  });
});

test('a place is told for each element', () => {
  const source = '<feed><title>ab</title></feed>';
  expect(read(source).root?.children[0]).toMatchObject({ start: 6, inner: { start: 13, end: 15 } });
});

test('what is an entry', () => {
  expect(['item', 'entry', 'channel'].map(isEntry)).toEqual([true, true, false]);
});

test('base64 is undone, where it is text', () => {
  const read = (attributes: string, words: string) =>
    readElements(`<feed><title ${attributes}>${words}</title></feed>`, () => {}).root?.children[0]?.text;
  const ebb = Buffer.from('Ebb & flood').toString('base64');
  expect(read('mode="base64"', ebb)).toBe('Ebb & flood');
  expect(read('type="application/octet-stream"', `\n${ebb}\n`)).toBe('Ebb & flood');
  expect(read('type="application/octet-stream"', Buffer.from([0xff, 0xd8]).toString('base64'))).toBe('');
  expect(read('type="text"', ebb)).toBe(ebb);
});
