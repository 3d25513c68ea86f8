import type { Range } from '../../types.ts';

/** A member as the archive lists it. `packed` is where its bytes should stand; sizes that it states are not believed. */
export type Member = {
  name: string;
  /** 0: stored, 8: deflated. */
  method: number;
  encrypted: boolean;
  crc: number | null;
  packed: Range;
};

/** What an archive holds. `cut`: its list is missing or damaged, and members were looked for one after the other. */
export type Directory = { members: Member[]; cut: boolean; left: number };

/** No document has more: an e-book with a picture for each page has a few thousand. */
export const mostMembers = 10_000;

const signatures = {
  local: 0x04034b50,
  entry: 0x02014b50,
  end: 0x06054b50,
  locator64: 0x07064b50,
  end64: 0x06064b50,
};

/** The list that ends an archive; what can be found without it where it is missing. Null: this is no zip. */
export function readDirectory(file: Uint8Array): Directory | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = findEnd(bytes);
  const listed = end === -1 ? null : readEntries(bytes, end);
  if (listed) return { ...cap(listed), cut: false };
  const found = scanMembers(bytes);
  return found.length === 0 && end === -1 ? null : { ...cap(found), cut: true };
}

function cap(members: Member[]): Omit<Directory, 'cut'> {
  return { members: members.slice(0, mostMembers), left: Math.max(0, members.length - mostMembers) };
}

/** The end record stands within 64 KB of the end: a comment may follow it. */
function findEnd(bytes: Buffer): number {
  const last = bytes.length - 22;
  for (let at = last; at >= 0 && at >= last - 65_535; at -= 1)
    if (bytes[at] === 0x50 && bytes.readUInt32LE(at) === signatures.end) return at;
  return -1;
}

/** The members listed before the end record, or null where the list is not whole. */
function readEntries(bytes: Buffer, end: number): Member[] | null {
  const head = directoryAt(bytes, end);
  if (!head) return null;
  const members: Member[] = [];
  let at = head.start;
  for (let i = 0; i < head.count; i += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== signatures.entry) return null;
    const [name, extra, comment] = [28, 30, 32].map((o) => bytes.readUInt16LE(at + o)) as [
      number,
      number,
      number,
    ];
    if (at + 46 + name + extra > bytes.length) return null;
    members.push(readEntry(bytes, at, name, extra, head.shift));
    at += 46 + name + extra + comment;
  }
  return members;
}

type Head = { start: number; count: number; shift: number };

function directoryAt(bytes: Buffer, end: number): Head | null {
  const large = directory64At(bytes, end);
  const count = large?.count ?? bytes.readUInt16LE(end + 10);
  const size = large?.size ?? bytes.readUInt32LE(end + 12);
  const stated = large?.start ?? bytes.readUInt32LE(end + 16);
  const isThere = (at: number): boolean =>
    at >= 0 && at + 4 <= bytes.length && bytes.readUInt32LE(at) === signatures.entry;
  if (count === 0 || isThere(stated)) return { start: stated, count, shift: 0 };
  // Bytes that were put before the archive move everything in it.
  const actual = (large?.at ?? end) - size;
  return isThere(actual) ? { start: actual, count, shift: actual - stated } : null;
}

/** Archives of more than 65,535 members or 4 GB say so in a record of their own. */
function directory64At(
  bytes: Buffer,
  end: number,
): (Omit<Head, 'shift'> & { size: number; at: number }) | null {
  if (end < 20 || bytes.readUInt32LE(end - 20) !== signatures.locator64) return null;
  const at = Number(bytes.readBigUInt64LE(end - 12));
  if (at + 56 > bytes.length || bytes.readUInt32LE(at) !== signatures.end64) return null;
  const [count, size, start] = [32, 40, 48].map((o) => Number(bytes.readBigUInt64LE(at + o))) as [
    number,
    number,
    number,
  ];
  return { count, size, start, at };
}

function readEntry(
  bytes: Buffer,
  at: number,
  nameLength: number,
  extraLength: number,
  shift: number,
): Member {
  const name = nameFrom(bytes.subarray(at + 46, at + 46 + nameLength));
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const [size, offset] = wideSizes(
    extra,
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 24),
    bytes.readUInt32LE(at + 42),
  );
  return {
    name,
    method: bytes.readUInt16LE(at + 10),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    crc: bytes.readUInt32LE(at + 16),
    packed: packedAt(bytes, offset + shift, size),
  };
}

/** Packed size and offset, from the zip64 field where the old one has no room. */
function wideSizes(extra: Buffer, packed: number, size: number, offset: number): [number, number] {
  const full = 0xffffffff;
  if (packed !== full && offset !== full) return [packed, offset];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4 + (size === full ? 8 : 0);
    const take = (old: number): number => {
      if (old !== full || next + 8 > extra.length) return old;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    };
    const wide = take(packed);
    return [wide, take(offset)];
  }
  return [packed, offset];
}

/** Behind the member's own header; empty where there is none. What runs over the end of the file is cut there. */
function packedAt(bytes: Buffer, offset: number, size: number): Range {
  if (offset < 0 || offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== signatures.local)
    return { start: bytes.length, end: bytes.length };
  const start = Math.min(
    bytes.length,
    offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28),
  );
  return { start, end: Math.min(bytes.length, start + size) };
}

/** Members by their own headers, in order. */
function scanMembers(bytes: Buffer): Member[] {
  const members: Member[] = [];
  let at = bytes.indexOf('PK\x03\x04', 0, 'latin1');
  while (at !== -1 && at + 30 <= bytes.length) {
    const flags = bytes.readUInt16LE(at + 6);
    const [name, extra] = [bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const start = Math.min(bytes.length, at + 30 + name + extra);
    const stated = (flags & 8) === 0 ? bytes.readUInt32LE(at + 18) : 0;
    const next = bytes.indexOf('PK\x03\x04', start + stated, 'latin1');
    const end = stated > 0 ? Math.min(bytes.length, start + stated) : next === -1 ? bytes.length : next;
    members.push({
      name: nameFrom(bytes.subarray(at + 30, Math.min(bytes.length, at + 30 + name))),
      method: bytes.readUInt16LE(at + 8),
      encrypted: (flags & 1) === 1,
      crc: (flags & 8) === 0 ? bytes.readUInt32LE(at + 14) : null,
      packed: { start, end },
    });
    at = next;
  }
  return members;
}

/** A name is a key and never a path on a disk. */
function nameFrom(bytes: Buffer): string {
  const name = bytes.toString('utf8');
  return (name.includes('\uFFFD') ? bytes.toString('latin1') : name).replaceAll('\\', '/');
}
