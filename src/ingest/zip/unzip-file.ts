import { diagnose } from '../../errors.ts';
import type { Diagnostic } from '../../types.ts';
import type { SourceFile } from '../reader.ts';
import { type Archive, openArchive } from './archive.ts';

/** Opens the archive that a document is; the reason where it is none. */
export function unzipFile(file: SourceFile, kind: string): Archive | Diagnostic {
  if (file.bytes.length === 0) return diagnose('empty-file', 'is empty', { file: file.path });
  const archive = openArchive(file.bytes);
  if (archive) return archive;
  const [reason, hint] = reasonAgainst(file.bytes);
  return diagnose('not-an-article', `is not an article: ${reason.replace('%', kind)}`, {
    file: file.path,
    hint,
  });
}

function reasonAgainst(bytes: Uint8Array): [reason: string, hint: string] {
  const starts = (...signs: number[]): boolean => signs.every((sign, i) => bytes[i] === sign);
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    return [
      'it is protected by a password, or of a format before that of %',
      'Open it in its program and save it again, without a password.',
    ];
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66))
    return ['it has the name of %, but is RTF', 'Save it again as .docx.'];
  if (starts(0x25, 0x50, 0x44, 0x46))
    return ['it has the name of %, but is a PDF', 'Copy its text into a .txt file.'];
  return ['it has the name of %, but is none, or its beginning is lost', 'Save it again, or fetch it again.'];
}

export function isDiagnostic(value: Archive | Diagnostic): value is Diagnostic {
  return 'severity' in value;
}
