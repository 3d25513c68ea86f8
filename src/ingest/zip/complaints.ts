import { diagnose } from '../../errors.ts';
import type { Decoded } from '../../text/encodings.ts';
import type { Diagnostic } from '../../types.ts';
import { complainOfBytes } from '../complaints.ts';
import type { Archive, MemberText } from './archive.ts';
import { mostMembers } from './directory.ts';

const faults: { [fault in NonNullable<MemberText['fault']>]: string } = {
  encrypted: 'is encrypted and was not read',
  method: 'is packed in a way that is not read',
  cut: 'is cut off; what could be unpacked was read',
  damaged: 'is damaged; what could be unpacked was read',
  sum: 'does not have the check sum that is stated: words in it may be wrong',
  bomb: 'unpacks to more than any text does and was not read',
  overlap: 'shares its bytes with another member and was not read',
};

const again = 'Open it in the program that made it and save it again, or fetch it again.';

/** What an editor should know of the archive that a document comes in. */
export function complainOfArchive(file: string, archive: Archive): Diagnostic[] {
  const cut = archive.cut
    ? [diagnose('damaged-archive', 'ends before its list of contents: it is cut off', { file, hint: again })]
    : [];
  if (archive.left === 0) return cut;
  const message = `holds more than ${mostMembers} members; ${archive.left} were not looked at`;
  return [...cut, diagnose('damaged-archive', message, { file, hint: again })];
}

/** What befell a member of it. */
export function complainOfMember(file: string, { name, fault }: MemberText): Diagnostic[] {
  if (fault === null) return [];
  const refused = fault === 'bomb' || fault === 'overlap';
  const hint = refused ? 'If you trust it, open it and save its text as .txt.' : again;
  const code = refused ? 'unsafe-archive' : 'damaged-archive';
  return [diagnose(code, `${nameOf(name)} in it ${faults[fault]}`, { file, hint })];
}

/** How the bytes of a member became text: places in it mean nothing to who cannot open it. */
export function complainOfText(file: string, name: string, decoded: Decoded): Diagnostic[] {
  return complainOfBytes(file, decoded).map(({ line: _, ...complaint }) => ({
    ...complaint,
    message: `${nameOf(name)} in it: ${complaint.message}`,
    hint: again,
  }));
}

/** The name of a member for people: it may hold anything. */
export function nameOf(name: string): string {
  return `"${name.replace(/\p{C}+/gu, ' ').slice(0, 80)}"`;
}
