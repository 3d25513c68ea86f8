import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../src/ingest/zip/crc.ts';
import type { Member } from '../../../src/ingest/zip/directory.ts';
import { inflateMember } from '../../../src/ingest/zip/inflate.ts';

const words = Buffer.from(Array.from({ length: 9000 }, (_, i) => `Tide ${i * 7919} came at ${i}. `).join(''));
const packed = deflateSync(words);
const member = (size: number, more: Partial<Member> = {}): Member => ({
  name: 'a',
  method: 8,
  encrypted: false,
  crc: crc32(words),
  packed: { start: 0, end: size },
  ...more,
});

describe('a member', () => {
  test('is unpacked whole, whatever size it states', () => {
    const { bytes, fault } = inflateMember(packed, member(packed.length), 1e6);
    expect(fault).toBeNull();
    expect(Buffer.compare(bytes, words)).toBe(0);
  });

  test('stored bytes are themselves', () => {
    expect(inflateMember(words, member(words.length, { method: 0 }), 1e6).fault).toBeNull();
  });

  test('that is cut off gives what comes before', () => {
    const { bytes, fault } = inflateMember(packed, member(packed.length - 100), 1e6);
    expect(fault).toBe('cut');
    expect(bytes.length).toBeGreaterThan(words.length / 2);
    expect(words.toString().startsWith(Buffer.from(bytes).toString())).toBe(true);
  });

  test('followed by other bytes ends where it ends', () => {
    const long = Buffer.concat([packed, Buffer.alloc(200_000, 7)]);
    expect(inflateMember(long, member(long.length), 1e6)).toMatchObject({
      fault: null,
      bytes: { length: words.length },
    });
  });

  test.each<[string, Uint8Array, Partial<Member>, string]>([
    ['is no deflate', Buffer.alloc(500, 0xff), {}, 'damaged'],
    ['has another sum', packed, { crc: 1 }, 'sum'],
    ['is encrypted', packed, { encrypted: true }, 'encrypted'],
    ['is packed otherwise', packed, { method: 12 }, 'method'],
  ])('that %s is named', (_, bytes, more, fault) => {
    expect(inflateMember(bytes, member(bytes.length, more), 1e6).fault).toBe(fault);
  });

  test('stops at the most that is wanted', () => {
    expect(inflateMember(packed, member(packed.length), 10_000)).toEqual({
      bytes: new Uint8Array(),
      fault: 'bomb',
    });
    expect(inflateMember(words, member(words.length, { method: 0 }), 10).fault).toBe('bomb');
  });

  test('of a thousandfold size is a bomb; a small one that packs well is not', () => {
    const zeros = deflateSync(new Uint8Array(30_000_000));
    expect(inflateMember(zeros, member(zeros.length, { crc: null }), 64e6).fault).toBe('bomb');
    const few = deflateSync(new Uint8Array(1_000_000));
    expect(inflateMember(few, member(few.length, { crc: null }), 64e6).fault).toBeNull();
  });
});
