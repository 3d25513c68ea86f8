import { diagnose } from '../../errors.ts';
import { splitMailbox } from '../../text/mbox.ts';
import type { Diagnostic, PartReading, Result } from '../../types.ts';
import type { ReadFile, SourceFile } from '../reader.ts';
import { isArmoured, reasonAgainst } from './kinds.ts';
import { type MailText, readTexts, toReading } from './message.ts';
import { type Fault, type MailTree, readTree } from './tree.ts';

/** A mailbox with more messages than this is an archive, not a newsletter's. */
const mostMessages = 5000;
/** Complaints a file; what follows is of the same kind. */
const mostComplaints = 20;

/** What a message gave: texts, and why there are none. */
type ReadMessage = { readings: PartReading[]; parts: number; unreadable: number; diagnostics: Diagnostic[] };

/** A saved mail. Its parts are the texts of the mail; headers, boundaries, encodings and attachments are markup. */
export function readMailFile(file: SourceFile, reader: string): Result<ReadFile | null> {
  const bytes = bufferOf(file);
  if (bytes.length === 0) return { value: null, diagnostics: [empty(file, 'is empty')] };
  const tree = readTree(bytes, 0, bytes.length);
  return sumUp(file, [readMessage(file, reader, { bytes, quoted: false }, tree, '')]);
}

/** A mailbox: many mails in one file, each after a line that begins with `From `. */
export function readMailbox(file: SourceFile, reader: string): Result<ReadFile | null> {
  const bytes = bufferOf(file);
  if (bytes.length === 0) return { value: null, diagnostics: [empty(file, 'is empty')] };
  const { slices, cut } = splitMailbox(bytes, mostMessages);
  if (slices.length === 0) {
    const message = 'is not an article: it is no mailbox, no line begins with "From " and a date';
    const hint = 'Save a single mail with the ending .eml.';
    return { value: null, diagnostics: [diagnose('not-an-article', message, { file: file.path, hint })] };
  }
  const read = slices.map(({ start, end }, i) => {
    const tree = readTree(bytes, start, end);
    return readMessage(file, reader, { bytes, quoted: true }, tree, `message-${i + 1}/`);
  });
  const hint = 'Split the mailbox, or save the newsletters you want one by one.';
  const message = `holds more than ${mostMessages} mails; the rest was not read`;
  const more = cut ? [diagnose('damaged-mail', message, { file: file.path, hint })] : [];
  const { value, diagnostics } = sumUp(file, read);
  return { value, diagnostics: [...more, ...diagnostics] };
}

function bufferOf({ bytes }: SourceFile): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function empty(file: SourceFile, message: string): Diagnostic {
  const hint = 'Save the mail again with its text, as .eml.';
  return diagnose('empty-file', message, { file: file.path, hint });
}

function readMessage(
  file: SourceFile,
  reader: string,
  source: { bytes: Buffer; quoted: boolean },
  tree: MailTree,
  prefix: string,
): ReadMessage {
  const refuse = (diagnostic: Diagnostic): ReadMessage => ({
    readings: [],
    parts: 0,
    unreadable: 0,
    diagnostics: [diagnostic],
  });
  const reason = reasonAgainst(tree);
  if (reason) return refuse(decline(file, prefix, reason));
  const texts = readTexts(source, tree);
  if (texts.length === 0) return refuse(empty(file, `${nameOf(prefix)}holds no text to read`));
  if (texts.every((t) => isArmoured(t.text))) return refuse(decline(file, prefix, 'the mail is encrypted'));
  const several = new Set(texts.map((t) => t.message)).size > 1;
  const readings = texts.map((text) =>
    toReading(file, reader, tree, text, prefix + (several ? `mail-${text.message}/` : '')),
  );
  const parts = texts.reduce((sum, t) => sum + t.bytes, 0);
  const unreadable = texts.reduce((sum, t) => sum + t.unreadable, 0);
  return { readings, parts, unreadable, diagnostics: complain(file, prefix, tree, texts) };
}

function decline(file: SourceFile, prefix: string, reason: string): Diagnostic {
  const hint = 'Open it in a mail program and save the text as .txt if it should be in the newsletter.';
  return diagnose('not-an-article', `${nameOf(prefix)}is not an article: ${reason}`, {
    file: file.path,
    hint,
  });
}

/** `message 3 of it ` before a complaint about a mail in a mailbox. */
function nameOf(prefix: string): string {
  const number = /\d+/u.exec(prefix)?.[0];
  return number === undefined ? '' : `message ${number} of it `;
}

const faultWords: { [fault in Fault]: string } = {
  unclosed: 'ends before its last part does',
  'no-boundary': 'has parts but does not say what parts them',
  'too-deep': 'is nested too deep to be read whole',
  'too-many': 'has too many parts to be read whole',
};

function complain(
  file: SourceFile,
  prefix: string,
  tree: MailTree,
  texts: readonly MailText[],
): Diagnostic[] {
  const hint =
    'What could be read was read. Compare it with the mail, and save the mail again if words are missing.';
  const words = [...[...tree.faults].map((fault) => faultWords[fault]), ...texts.flatMap((t) => t.faults)];
  const damaged = words.map((w) => diagnose('damaged-mail', nameOf(prefix) + w, { file: file.path, hint }));
  const lost = texts.reduce((sum, t) => sum + t.unreadable, 0);
  if (lost === 0) return damaged;
  const bytes = lost === 1 ? '1 byte is' : `${lost} bytes are`;
  const message = `${nameOf(prefix)}${bytes} not valid text`;
  return [...damaged, diagnose('invalid-utf8', message, { file: file.path, hint })];
}

/** Every byte that is not text of a part is markup: headers, boundaries, encodings, attachments, other formats. */
function sumUp(file: SourceFile, messages: readonly ReadMessage[]): Result<ReadFile | null> {
  const diagnostics = messages.flatMap((m) => m.diagnostics);
  const kept = diagnostics.slice(0, mostComplaints);
  const left = diagnostics.length - kept.length;
  if (left > 0) {
    const hint = 'They are of the same kinds as those above.';
    kept.push(diagnose('damaged-mail', `${left} more complaints about it`, { file: file.path, hint }));
  }
  const readings = messages.flatMap((m) => m.readings);
  if (readings.length === 0) return { value: null, diagnostics: kept };
  const parts = messages.reduce((sum, m) => sum + m.parts, 0);
  const unreadable = messages.reduce((sum, m) => sum + m.unreadable, 0);
  const bytes = { parts, markup: file.bytes.length - parts - unreadable, unreadable };
  return { value: { bytes, parts: readings }, diagnostics: kept };
}
