import { diagnose } from '../../errors.ts';
import { type Decoded, decodeText } from '../../text/encodings.ts';
import { splitLines } from '../../text/lines.ts';
import { lengthOf } from '../../text/ranges.ts';
import type { Block, Diagnostic, Field, Metadata, Range, Result } from '../../types.ts';
import { partOf, type ReadFile, type SourceFile } from '../reader.ts';
import { outlineOf } from '../xml/outline.ts';
import type { Archive, MemberText } from '../zip/archive.ts';
import { complainOfArchive, complainOfMember, complainOfText } from '../zip/complaints.ts';
import { shareOf } from '../zip/share.ts';
import { isDiagnostic, unzipFile } from '../zip/unzip-file.ts';
import { blocksOf, type DocumentBlocks, placeParagraphs } from './blocks.ts';
import { type DocumentFacts, noFacts, readFacts } from './facts.ts';
import { isByline } from './kinds.ts';
import { noStyles, readStyles } from './styles.ts';
import { walkDocument } from './walk.ts';

/**
 * A document of Word. Its part is the text of its body; footnotes, comments, headers, deleted and hidden words are
 * markup, as are styles and pictures.
 */
export function readDocx(file: SourceFile, reader: string): Result<ReadFile | null> {
  const archive = unzipFile(file, 'a Word document');
  if (isDiagnostic(archive)) return { value: null, diagnostics: [archive] };
  const complaints = complainOfArchive(file.path, archive);
  const body = findBody(archive);
  if (!body) return refuse(complaints, noBody(file.path, archive));
  const decoded = decodeText(body.bytes, { markup: 'xml' });
  const styleSheet = textOf(archive, siblingOf(body.name, 'styles.xml'));
  const styles = styleSheet === null ? noStyles : readStyles(styleSheet);
  const walked = walkDocument(decoded.text, styles);
  const document = placeParagraphs(walked.paragraphs);
  const diagnostics = [
    ...complaints,
    ...complainOfMember(file.path, body),
    ...complainOfText(file.path, body.name, decoded),
  ];
  if (document.text.trim() === '') {
    const known = diagnostics.some((d) => d.severity !== 'note');
    return known
      ? { value: null, diagnostics }
      : refuse(diagnostics, diagnose('empty-file', 'shows no text', { file: file.path }));
  }
  const core = textOf(archive, 'docProps/core.xml');
  const facts = core === null ? noFacts : readFacts(core);
  const found = blocksOf(document, styles, facts.title);
  const part = partOf(file, reader, 'text', document.text);
  const metadata = metadataOf(document.text, found, facts);
  const reading = found.titled
    ? ({ part, shape: 'article', metadata, blocks: found.blocks } as const)
    : ({ part, shape: 'dump', metadata, blocks: linesOf(document.text, found.blocks) } as const);
  const bytes = sumBytes(file, body, decoded, walked.sources);
  return { value: { bytes, parts: [reading] }, diagnostics };
}

function refuse(before: readonly Diagnostic[], reason: Diagnostic): Result<null> {
  return { value: null, diagnostics: [...before, reason] };
}

/** The main part: where the relations of the package say that it is, else where Word puts it. */
function findBody(archive: Archive): MemberText | null {
  const relations = outlineOf(textOf(archive, '_rels/.rels') ?? '');
  const stated = relations.find(
    (e) => e.name === 'Relationship' && /\/officeDocument$/u.test(e.attribute('Type')),
  );
  const target = stated?.attribute('Target').replace(/^\/+/u, '');
  const usual = archive.names.find((name) => /^word\/document\d*\.xml$/iu.test(name));
  return [target, usual].map((name) => (name ? archive.read(name) : null)).find((m) => m !== null) ?? null;
}

function siblingOf(path: string, name: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1) + name;
}

function textOf(archive: Archive, name: string): string | null {
  const member = archive.read(name);
  return member && decodeText(member.bytes, { markup: 'xml' }).text;
}

function noBody(file: string, archive: Archive): Diagnostic {
  if (archive.cut) {
    const hint = 'Fetch or save it again.';
    return diagnose('not-an-article', 'is not an article: its text is lost with its end', { file, hint });
  }
  const hint = 'Open it in its program and save it as .docx.';
  const encrypted = archive.names.includes('EncryptedPackage');
  const reason = encrypted ? 'it is protected by a password' : 'it is an archive without word/document.xml';
  return diagnose('not-an-article', `is not an article: ${reason}`, { file, hint });
}

function metadataOf(
  text: string,
  { blocks, stated, titled, signed }: DocumentBlocks,
  facts: DocumentFacts,
): Metadata {
  const wordsAt = ({ start, end }: Range): string => text.slice(start, end).replace(/\s+/gu, ' ');
  const metadata: Metadata = {};
  const state = (key: string, value: string | string[], range: Range | null = null): Field =>
    (metadata[key] = { value, range });
  const [first, ...more] = stated.authors;
  if (first) {
    const range = { start: first.start, end: more.at(-1)?.end ?? first.end };
    state('authors', stated.authors.map(wordsAt).map(withoutBy), range);
  } else if (facts.authors.length > 0 && !signed && !blocks.some((b) => isByline(wordsAt(b.span))))
    // Who typed a file need not have written what is in it: a byline goes first.
    state('authors', facts.authors);
  if (stated.date) state('date', wordsAt(stated.date), stated.date);
  if (facts.language !== '') state('language', facts.language);
  const opening = blocks.find((b) => !b.aside);
  const startsWithProse = opening !== undefined && opening.span.end - opening.span.start > 150;
  if (facts.title !== '' && !titled && startsWithProse) state('title', facts.title);
  return metadata;
}

function withoutBy(name: string): string {
  return name.replace(/^(?:by|von|par|por|di)\s+/iu, '');
}

/** Lines of a text without titles: what is no prose stands beside it. */
function linesOf(text: string, blocks: readonly Block[]): Block[] {
  const beside = blocks.flatMap((b): Block[] => {
    const aside = b.aside ?? (b.kind === 'table' || b.kind === 'code' ? `document-${b.kind}` : null);
    return aside ? [{ ...b, aside }] : [];
  });
  const lines = splitLines(text).map((line): Block => ({ kind: 'line', span: line, ranges: [line] }));
  return beside.length === 0 ? lines : [...lines, ...beside].sort((a, b) => a.span.start - b.span.start);
}

function sumBytes(
  file: SourceFile,
  body: MemberText,
  decoded: Decoded,
  sources: readonly Range[],
): ReadFile['bytes'] {
  const { text, unreadable } = shareOf(body, {
    text: lengthOf(sources) / Math.max(1, decoded.text.length),
    unreadable: decoded.unreadable / Math.max(1, body.bytes.length),
  });
  return { parts: text, markup: file.bytes.length - text - unreadable, unreadable };
}
