import { describe, expect, test } from 'vitest';
import { readArticles, readPart, readParts } from '../../src/pipeline/reading.ts';
import { checkBytes, checkClasses } from '../../src/proof/conservation.ts';
import { ferry } from '../articles.ts';

const file = { path: 'a.md', bytes: Buffer.from(ferry) };

test('a file becomes its fates and its articles, as data that can be stored', async () => {
  const { value, diagnostics } = await readArticles(file);
  expect(value.reading).toMatchObject({ file: 'a.md', size: file.bytes.length });
  expect(value.reading && checkBytes(value.reading)).toBeNull();
  expect(value.parts.map(checkClasses)).toEqual([null]);
  expect(value.parts.flatMap((p) => p.articles)).toHaveLength(1);
  expect(diagnostics).toEqual([]);
  expect(structuredClone(value)).toEqual(value);
});

test('what is no article has no fates, what cannot be read is all unreadable', async () => {
  const { value } = await readArticles({ path: 'a.zzz', bytes: Buffer.from('ebb') });
  expect(value).toEqual({ reading: null, parts: [] });
});

describe('a part is read anew', () => {
  test('only by the reader that the highlight names', async () => {
    expect((await readPart(file, 'markdown@1', 'text'))?.text).toBe(ferry);
    expect(await readPart(file, 'markdown@0', 'text')).toBeNull();
    expect(await readPart(file, 'markdown@1', 'html')).toBeNull();
  });
  test('with its file read once for all of them', async () => {
    let count = 0;
    const find = await readParts(file, (f) => {
      count += 1;
      return readArticles(f);
    });
    expect(find('markdown@1', 'text')).toEqual(await readPart(file, 'markdown@1', 'text'));
    expect(find('markdown@1', 'html')).toBeNull();
    expect(count).toBe(1);
  });
  test('where the caller says', async () => {
    const nothing = async () => ({ value: { reading: null, parts: [] }, diagnostics: [] });
    expect(await readPart(file, 'markdown@1', 'text', nothing)).toBeNull();
  });
});
