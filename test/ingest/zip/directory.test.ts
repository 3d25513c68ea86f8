import { describe, expect, test } from 'vitest';
import { mostMembers, readDirectory } from '../../../src/ingest/zip/directory.ts';
import { zip } from '../archives.ts';

const small = zip({ 'a.txt': 'ebb '.repeat(50), 'b/ö.txt': 'flood' });
const names = (bytes: Uint8Array) => readDirectory(bytes)?.members.map((m) => m.name);

/** Changes 32-bit numbers at places counted from the end record. */
function withEnd(bytes: Buffer, changes: { [offset: number]: number }): Buffer {
  const copy = Buffer.from(bytes);
  for (const [offset, value] of Object.entries(changes))
    copy.writeUInt32LE(value, copy.length - 22 + Number(offset));
  return copy;
}

describe('the list of an archive', () => {
  test('names members and where they stand', () => {
    const found = readDirectory(small);
    expect(found).toMatchObject({ cut: false, left: 0 });
    expect(names(small)).toEqual(['a.txt', 'b/ö.txt']);
    for (const { packed } of found?.members ?? []) expect(packed.end).toBeGreaterThan(packed.start);
  });

  test('is found behind other bytes, and before a comment', () => {
    const moved = Buffer.concat([Buffer.from('#!/bin/ebb\n'), small]);
    expect(names(moved)).toEqual(['a.txt', 'b/ö.txt']);
    expect(readDirectory(moved)?.members[0]?.packed.start).toBe(
      (readDirectory(small)?.members[0]?.packed.start ?? 0) + 11,
    );
    expect(names(Buffer.concat([small, Buffer.from('tide'.repeat(100))]))).toEqual(['a.txt', 'b/ö.txt']);
  });

  test.each([
    ['its end is cut off', small.subarray(0, small.length - 30)],
    ['it is said to stand elsewhere', withEnd(small, { 12: 7, 16: 9 })],
    [
      'it is said to stand behind 4 GB, but no record says where',
      withEnd(small, { 12: 0xffffffff, 16: 0xffffffff }),
    ],
  ])('is not needed: %s', (_, bytes) => {
    expect(readDirectory(bytes)).toMatchObject({ cut: true });
    expect(names(bytes)).toEqual(['a.txt', 'b/ö.txt']);
  });

  test('a record for large archives prevails', () => {
    const start = small.readUInt32LE(small.length - 22 + 16);
    const size = small.readUInt32LE(small.length - 22 + 12);
    const record = Buffer.alloc(56 + 20);
    record.writeUInt32LE(0x06064b50, 0);
    record.writeBigUInt64LE(2n, 32);
    record.writeBigUInt64LE(BigInt(size), 40);
    record.writeBigUInt64LE(BigInt(start), 48);
    record.writeUInt32LE(0x07064b50, 56);
    record.writeBigUInt64LE(BigInt(small.length - 22), 56 + 8);
    const end = Buffer.from(small.subarray(-22));
    end.writeUInt32LE(0xffffffff, 16);
    end.writeUInt32LE(0xffffffff, 8);
    const large = Buffer.concat([small.subarray(0, -22), record, end]);
    expect(readDirectory(large)).toMatchObject({ cut: false });
    expect(names(large)).toEqual(['a.txt', 'b/ö.txt']);
  });

  test('names are keys: what they say of paths means nothing', () => {
    const odd = zip({ '../../etc/tide': 'a', 'line\nfeed': 'b', '/root': 'c' });
    expect(names(odd)).toEqual(['../../etc/tide', 'line\nfeed', '/root']);
  });

  test('of 65,000 members no more are listed than a document has', () => {
    const many = zip(Object.fromEntries(Array.from({ length: 65_000 }, (_, i) => [`m${i}`, ''])), {
      level: 0,
    });
    const found = readDirectory(many);
    expect(found?.members).toHaveLength(mostMembers);
    expect(found?.left).toBe(65_000 - mostMembers);
  });

  test.each(['', 'no archive at all', 'PK'])('%j has none', (text) => {
    expect(readDirectory(Buffer.from(text))).toBeNull();
  });
});
