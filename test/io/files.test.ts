import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DigestifError } from '../../src/errors.ts';
import { readFolder, readText, readTexts, writeFile, writeOutputs } from '../../src/io/files.ts';
import { makeNewsletter } from '../newsletter.ts';
import { asNobody } from '../nobody.ts';

const limits = { fileBytes: 100 };

function read(folder: string): { paths: string[]; faults: [code: string, file: string | undefined][] } {
  const { files, diagnostics } = readFolder(folder, limits);
  return { paths: files.map((f) => f.path), faults: diagnostics.map((d) => [d.code, d.file]) };
}

describe('readFolder', () => {
  test('reads all but what begins with _ or ., in code-unit order', () => {
    const names = [
      'b.md',
      'a.md',
      'Z.md',
      'a/c.md',
      'a-b.md',
      'é.md',
      '_x.md',
      '.y.md',
      '_d/e.md',
      '.d/e.md',
      'a/_f.md',
    ];
    const folder = makeNewsletter(Object.fromEntries(names.map((name) => [name, name])));
    expect(read(folder)).toEqual({ paths: ['Z.md', 'a-b.md', 'a.md', 'a/c.md', 'b.md', 'é.md'], faults: [] });
    expect(readFolder(folder, limits).files[3]?.bytes).toEqual(Buffer.from('a/c.md'));
  });

  test('follows links, and tells of loops and of links to nothing', () => {
    const folder = makeNewsletter({ 'articles/x/a.md': 'a', 'other/b.md': 'b' });
    const articles = join(folder, 'articles');
    symlinkSync('../other', join(articles, 'linked'));
    symlinkSync('..', join(articles, 'x', 'up'));
    symlinkSync('self', join(articles, 'self'));
    symlinkSync('nowhere', join(articles, 'gone.md'));
    symlinkSync('../other/b.md', join(articles, 'c.md'));
    expect(read(articles)).toEqual({
      paths: ['c.md', 'linked/b.md', 'x/a.md'],
      faults: [
        ['link-loop', 'gone.md'],
        ['link-loop', 'self'],
        ['link-loop', 'x/up'],
      ],
    });
  });

  test('two folders that link to each other end', () => {
    const folder = makeNewsletter({ 'a/1.md': '1', 'b/2.md': '2' });
    symlinkSync('../b', join(folder, 'a', 'to-b'));
    symlinkSync('../a', join(folder, 'b', 'to-a'));
    const { paths, faults } = read(folder);
    expect(paths).toEqual(['a/1.md', 'a/to-b/2.md', 'b/2.md', 'b/to-a/1.md']);
    expect(faults).toEqual([
      ['link-loop', 'a/to-b/to-a'],
      ['link-loop', 'b/to-a/to-b'],
    ]);
  });

  test.skipIf(process.platform === 'win32')('a pipe is not waited for', () => {
    const folder = makeNewsletter({ 'a.md': 'a' });
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    expect(read(folder)).toEqual({ paths: ['a.md'], faults: [['not-an-article', 'pipe.md']] });
  });

  test('a file over the limit is named with its size, one at the limit is read', () => {
    const folder = makeNewsletter({ 'big.md': 'x'.repeat(101), 'fits.md': 'x'.repeat(100) });
    expect(read(folder)).toEqual({ paths: ['fits.md'], faults: [['file-too-large', 'big.md']] });
    const [fault] = readFolder(folder, { fileBytes: 50 }).diagnostics;
    expect(fault?.hint).toMatch(/limits\.fileMegabytes/u);
  });

  test.skipIf(process.platform === 'win32')('what may not be read is named, the rest is read', () => {
    const folder = makeNewsletter({ 'a.md': 'a', 'shut.md': 'b', 'locked/c.md': 'c' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'shut.md'), 0);
    chmodSync(join(folder, 'locked'), 0);
    const found = asNobody(() => read(folder));
    chmodSync(join(folder, 'locked'), 0o755);
    expect(found).toEqual({
      paths: ['a.md'],
      faults: [
        ['unreadable-file', 'locked'],
        ['unreadable-file', 'shut.md'],
      ],
    });
  });

  test('a folder that is not there is a fault, not an empty one', () => {
    const folder = makeNewsletter({ file: 'x' });
    for (const name of ['articles', 'file'])
      expect(() => read(join(folder, name))).toThrow('the folder of the articles cannot be opened');
  });
});

describe('readText and readTexts', () => {
  test('what is not there is null or nothing', () => {
    const folder = makeNewsletter({});
    expect(readText(join(folder, 'x'))).toBeNull();
    expect(readTexts(join(folder, 'x'), '.md')).toEqual([]);
  });
  test('files by ending, in code-unit order, hidden ones not', () => {
    const folder = makeNewsletter({
      'b.seal.json': '1',
      'Z.seal.json': '2',
      '.c.seal.json': '3',
      'd.md': '4',
    });
    expect(readTexts(folder, '.seal.json')).toEqual([
      { name: 'Z', text: '2' },
      { name: 'b', text: '1' },
    ]);
  });
  test('anything else is a fault', () => {
    const folder = makeNewsletter({ 'a.md/x': '', file: '' });
    expect(() => readText(join(folder, 'a.md'))).toThrow(DigestifError);
    expect(() => readTexts(join(folder, 'file'), '.md')).toThrow(DigestifError);
  });
  test.skipIf(process.platform === 'win32')('a locked folder is not taken for an empty one', () => {
    const folder = makeNewsletter({ 'locked/2026-05.seal.json': '{}' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'locked'), 0);
    expect(() => asNobody(() => readTexts(join(folder, 'locked'), '.seal.json'))).toThrow(DigestifError);
    chmodSync(join(folder, 'locked'), 0o755);
  });
});

describe('writeFile', () => {
  test('makes folders, writes text and bytes, leaves nothing beside them', () => {
    const folder = makeNewsletter({});
    writeFile(join(folder, 'a/b.txt'), 'Ebb é');
    writeFile(join(folder, 'a/c.bin'), Uint8Array.of(0, 255));
    writeFile(join(folder, 'a/b.txt'), 'Flood');
    expect(readdirSync(join(folder, 'a'))).toEqual(['b.txt', 'c.bin']);
    expect(readFileSync(join(folder, 'a/b.txt'), 'utf8')).toBe('Flood');
    expect([...readFileSync(join(folder, 'a/c.bin'))]).toEqual([0, 255]);
  });
  test('a failing write leaves the old file and no half of a new one', () => {
    const folder = makeNewsletter({ 'target/inside.txt': 'x' });
    const write = () => writeFile(join(folder, 'target'), 'y');
    expect(write).toThrow(DigestifError);
    expect(write).toThrow(/cannot be written/u);
    expect(readdirSync(folder)).toEqual(['target']);
    expect(readdirSync(join(folder, 'target'))).toEqual(['inside.txt']);
  });
  test('a file where a folder should be is a fault', () => {
    const folder = makeNewsletter({ file: 'x' });
    expect(() => writeFile(join(folder, 'file/a.txt'), 'y')).toThrow(DigestifError);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('x');
  });
});

describe('writeOutputs', () => {
  const isGenerated = (path: string): boolean => /(?:^|\/)(?:index\.html|feed\.xml)$/u.test(path);
  const old = new Date('2020-01-01T00:00:00Z');

  test('unchanged files keep their times, changed ones are written', () => {
    const folder = makeNewsletter({ 'index.html': 'same', 'feed.xml': 'before' });
    for (const name of ['index.html', 'feed.xml']) utimesSync(join(folder, name), old, old);
    const files = new Map<string, string | Uint8Array>([
      ['index.html', 'same'],
      ['feed.xml', 'after'],
      ['2026-05/index.html', new TextEncoder().encode('new')],
    ]);
    const written = ['feed.xml', '2026-05/index.html'];
    expect(writeOutputs(folder, files, isGenerated)).toEqual({ written, unchanged: 1, removed: [] });
    expect(statSync(join(folder, 'index.html')).mtime).toEqual(old);
    expect(readFileSync(join(folder, 'feed.xml'), 'utf8')).toBe('after');
    expect(writeOutputs(folder, files, isGenerated)).toEqual({ written: [], unchanged: 3, removed: [] });
  });

  test('only generated files are removed, and folders that are empty then', () => {
    const folder = makeNewsletter({
      '2026-04/index.html': 'x',
      '2026-03/index.html': 'x',
      '2026-03/notes.txt': 'mine',
      CNAME: 'mine',
    });
    const { removed } = writeOutputs(folder, new Map([['index.html', 'x']]), isGenerated);
    expect(removed.sort()).toEqual(['2026-03/index.html', '2026-04/index.html']);
    expect(existsSync(join(folder, '2026-04'))).toBe(false);
    expect(readdirSync(join(folder, '2026-03'))).toEqual(['notes.txt']);
    expect(readFileSync(join(folder, 'CNAME'), 'utf8')).toBe('mine');
  });

  test.each([
    ['a file where the folder must be', { out: 'x' }],
    ['a folder where a file must be', { 'out/b/index.html/x': 'x' }],
    ['a file where a folder must be', { 'out/b': 'x' }],
  ])('%s is found before anything is written', (_, files) => {
    const folder = makeNewsletter(files);
    const outputs = new Map([
      ['a.html', 'x'],
      ['b/index.html', 'x'],
    ]);
    expect(() => writeOutputs(join(folder, 'out'), outputs, isGenerated)).toThrow(DigestifError);
    expect(existsSync(join(folder, 'out/a.html'))).toBe(false);
  });

  test('a failing write leaves no .writing file behind', () => {
    const folder = makeNewsletter({ 'a.txt': 'x' });
    mkdirSync(join(folder, 'index.html'));
    expect(() => writeOutputs(folder, new Map([['index.html', 'y']]), isGenerated)).toThrow(DigestifError);
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'index.html']);
  });

  test('a folder that is not there is made', () => {
    const out = join(makeNewsletter({}), 'out');
    expect(writeOutputs(out, new Map([['index.html', 'x']]), isGenerated).written).toEqual(['index.html']);
  });
});
