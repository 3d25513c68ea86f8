import { diagnose } from '../../errors.ts';
import { decodeText } from '../../text/encodings.ts';
import type { Diagnostic, Result } from '../../types.ts';
import type { ReadFile, SourceFile } from '../reader.ts';
import type { Archive, MemberText } from '../zip/archive.ts';
import { complainOfArchive, complainOfMember, complainOfText, nameOf } from '../zip/complaints.ts';
import { shareOf } from '../zip/share.ts';
import { isDiagnostic, unzipFile } from '../zip/unzip-file.ts';
import { readChapter } from './chapter.ts';
import { type BookFile, chaptersOf, toReading } from './chapters.ts';
import { encryptedFiles } from './protection.ts';
import { openBook } from './shelf.ts';

/** Complaints a book; what follows is of the same kinds. */
const mostComplaints = 20;

/** An e-book: a part for each chapter, in reading order. What is no chapter is said to be what it is. */
export function readEpub(file: SourceFile, reader: string): Result<ReadFile | null> {
  const archive = unzipFile(file, 'an e-book');
  if (isDiagnostic(archive)) return { value: null, diagnostics: [archive] };
  const complaints = complainOfArchive(file.path, archive);
  const book = openBook(archive);
  const hidden = encryptedFiles(textOf(archive.read('META-INF/encryption.xml')));
  if (book.files.some((path) => hidden.has(path))) return refuse(complaints, encrypted(file.path));
  if (book.files.length === 0) return refuse(complaints, noChapters(file.path, archive));
  if (!book.listed) complaints.push(unlisted(file.path));
  const sums = { parts: 0, unreadable: 0 };
  const files: BookFile[] = [];
  for (const path of new Set(book.files)) {
    const member = archive.read(path);
    if (!member) {
      complaints.push(missing(file.path, path));
      continue;
    }
    const decoded = decodeText(member.bytes, { markup: 'xml' });
    const chapter = readChapter(decoded.text);
    const share = { text: chapter.share, unreadable: decoded.unreadable / Math.max(1, member.bytes.length) };
    const { text, unreadable } = shareOf(member, share);
    sums.parts += text;
    sums.unreadable += unreadable;
    complaints.push(...complainOfMember(file.path, member), ...complainOfText(file.path, path, decoded));
    if (chapter.text.trim() !== '') files.push({ ...chapter, path });
  }
  const chapters = chaptersOf(files, book);
  const single = chapters.filter((c) => !c.role).length === 1;
  const readings = chapters.map((chapter) => toReading(file, reader, book, chapter, single));
  if (readings.length === 0) return refuse(limit(file.path, complaints), noChapters(file.path, archive));
  if (readings.every((r) => r.blocks.every((b) => b.aside))) complaints.push(noChapters(file.path, archive));
  const markup = file.bytes.length - sums.parts - sums.unreadable;
  const value = { bytes: { ...sums, markup }, parts: readings };
  return { value, diagnostics: limit(file.path, complaints) };
}

function refuse(before: readonly Diagnostic[], reason: Diagnostic): Result<null> {
  return { value: null, diagnostics: [...before, reason] };
}

function limit(file: string, complaints: readonly Diagnostic[]): Diagnostic[] {
  const left = complaints.length - mostComplaints;
  if (left <= 0) return [...complaints];
  const hint = 'They are of the same kinds as those above.';
  const more = diagnose('damaged-archive', `${left} more complaints about it`, { file, hint });
  return [...complaints.slice(0, mostComplaints), more];
}

function textOf(member: MemberText | null): string {
  return member ? decodeText(member.bytes, { markup: 'xml' }).text : '';
}

function encrypted(file: string): Diagnostic {
  const hint = 'Ask its publisher for a copy without protection, or write .txt files of what you may quote.';
  return diagnose('not-an-article', 'is not an article: the book is encrypted (DRM)', { file, hint });
}

function noChapters(file: string, { cut }: Archive): Diagnostic {
  const hint = cut ? 'It is cut off: fetch it again.' : 'Open it in a reader of books: does it show text?';
  return diagnose('no-article-found', 'The book has no chapter with text.', { file, hint });
}

function missing(file: string, path: string): Diagnostic {
  const hint = 'The other chapters were read. Fetch the book again.';
  return diagnose('damaged-archive', `names ${nameOf(path)} as a chapter, but does not hold it`, {
    file,
    hint,
  });
}

function unlisted(file: string): Diagnostic {
  const hint = 'Its pages were read in the order in which they lie in it.';
  return diagnose('damaged-archive', 'does not say which chapters it has', { file, hint });
}
