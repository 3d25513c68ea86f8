import { Inflate } from 'fflate';
import { crc32 } from './crc.ts';
import type { Member } from './directory.ts';

/** Why a member is not whole, or not there. */
export type MemberFault = 'encrypted' | 'method' | 'cut' | 'damaged' | 'sum' | 'bomb';

/** The bytes of a member as far as they could be had. */
export type Unpacked = { bytes: Uint8Array; fault: MemberFault | null };

/** Packed bytes at a time: deflate makes at most 1,032 of one, so that a step adds 8 MB at most. */
const step = 8192;

/** Steps that give nothing: the stream has ended, and what follows would only be piled up. */
const mostIdle = 4;

/** Text packs 3 to 30 times, a table of equal cells 100 times; below `smallMember` bytes nobody is hurt. */
const highestRatio = 250;
const smallMember = 16_000_000;

/** Unpacks a member, and stops where it holds more than `most` bytes or more than any text does. */
export function inflateMember(file: Uint8Array, member: Member, most: number): Unpacked {
  const packed = file.subarray(member.packed.start, member.packed.end);
  if (member.encrypted) return { bytes: new Uint8Array(), fault: 'encrypted' };
  if (member.method === 0) return check(packed.length > most ? bomb : { bytes: packed, fault: null }, member);
  return member.method === 8
    ? check(inflate(packed, most), member)
    : { bytes: new Uint8Array(), fault: 'method' };
}

const bomb: Unpacked = { bytes: new Uint8Array(), fault: 'bomb' };

function check(unpacked: Unpacked, { crc }: Member): Unpacked {
  if (unpacked.fault !== null || crc === null || crc32(unpacked.bytes) === crc) return unpacked;
  return { ...unpacked, fault: 'sum' };
}

function inflate(packed: Uint8Array, most: number): Unpacked {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  let fault: MemberFault | null = 'damaged';
  let idle = 0;
  try {
    for (let at = 0; at < packed.length && idle < mostIdle; at += step) {
      const before = size;
      stream.push(packed.subarray(at, at + step), false);
      idle = size === before ? idle + 1 : 0;
      const read = Math.min(packed.length, at + step);
      if (size > most || (size > smallMember && size > highestRatio * read)) return bomb;
    }
    fault = 'cut';
    // A stream that has ended takes no notice; one that has not cannot end with this.
    stream.push(Uint8Array.of(0), true);
    fault = null;
  } catch {
    // What was unpacked until then stays.
  }
  return { bytes: Buffer.concat(chunks), fault };
}
