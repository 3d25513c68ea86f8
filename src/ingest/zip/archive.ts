import type { Range } from '../../types.ts';
import { type Directory, type Member, readDirectory } from './directory.ts';
import { inflateMember, type MemberFault } from './inflate.ts';

/** A member that was read. `packed` are its bytes in the file. */
export type MemberText = {
  name: string;
  bytes: Uint8Array;
  packed: Range;
  fault: MemberFault | 'overlap' | null;
};

/** An open archive; what it unpacks in all is counted. */
export type Archive = Pick<Directory, 'cut' | 'left'> & {
  names: string[];
  /** Null where it has no such member. Names are compared as written, then without regard to capitals. */
  read: (name: string) => MemberText | null;
};

/** Bytes that are unpacked of one file, all members together: the words of thirty long novels. */
export const mostUnpacked = 64_000_000;

/** Opens a zip archive in memory. Null: this is none. */
export function openArchive(file: Uint8Array): Archive | null {
  const directory = readDirectory(file);
  if (!directory) return null;
  const { members, cut, left } = directory;
  const byName = new Map<string, Member>();
  for (const member of members) {
    if (!byName.has(member.name)) byName.set(member.name, member);
    const small = member.name.toLowerCase();
    if (!byName.has(small)) byName.set(small, member);
  }
  const done = new Map<Member, MemberText>();
  let rest = mostUnpacked;
  const unpack = (member: Member): MemberText => {
    const { name, packed } = member;
    // Members that share their bytes exist only in archives that are made to hurt.
    if ([...done.values()].some((d) => d.packed.start < packed.end && packed.start < d.packed.end))
      return {
        name,
        bytes: new Uint8Array(),
        packed: { start: packed.end, end: packed.end },
        fault: 'overlap',
      };
    const { bytes, fault } = inflateMember(file, member, rest);
    rest -= bytes.length;
    return { name, bytes, packed, fault };
  };
  const read = (name: string): MemberText | null => {
    const member = byName.get(name) ?? byName.get(name.toLowerCase());
    if (!member) return null;
    const read = done.get(member) ?? unpack(member);
    done.set(member, read);
    return read;
  };
  return { names: members.map((m) => m.name), cut, left, read };
}
