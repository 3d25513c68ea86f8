/**
 * Mails that answer a sending, by machine or hand: bounces, complaints, absence notes, people who leave. Whoever likes
 * can write such a mail: what is read here is a claim, and means something only for a run and a reader that are known.
 */
import PostalMime, { type Email } from 'postal-mime';
import { type Fields, fieldOf, readBlocks, readFields, untyped } from './fields.ts';
import { readPlainBounce } from './plain-bounces.ts';
import { readMessageId, readReturnPath, type Trace } from './traces.ts';
import { codeIn, judge } from './verdicts.ts';

export type Answer = {
  /**
   * `leave`: asks to be taken off the list; `other`: a machine's words that change nothing, such as absence, delay or
   * success; `none`: has to do with no sending, as far as can be seen.
   */
  kind: 'hard' | 'soft' | 'complaint' | 'leave' | 'other' | 'none';
  /** What was said, one line, at most 500 signs. */
  words: string;
  /** What it is about, as it claims: the surest first. */
  traces: Trace[];
  /** Tokens out of the links of the returned mail, or the one sent to leave. Nothing is proved before `readToken`. */
  tokens: string[];
  /** False where the head said enough: to read it again costs nothing. */
  wasOpened: boolean;
};

/** Addresses of a newsletter at which answers arrive. */
export type Addresses = { returnPath: string; leave: string };

/** Evidence beyond this much is that of an attack. */
const most = 10;
const mostText = 200_000;

/** Bytes of a mail that are read, and of its head. Parsers of MIME are slow where a mail is written to make them so. */
const longestMail = 200_000;
const longestHead = 50_000;

/** Reads a mail, whatever its bytes are; never throws. */
export async function readAnswer(bytes: Uint8Array, addresses: Addresses): Promise<Answer> {
  const { head } = await openMail(headIn(bytes));
  const leaving = readLeaving(head, addresses);
  if (leaving) return leaving;
  const subject = oneLine(fieldOf(head, 'subject'));
  if (!mayAnswer(head, addresses))
    return { kind: 'none', words: subject, traces: [], tokens: [], wasOpened: false };
  const mail = await openMail(bytes.subarray(0, longestMail));
  const traced = traceMail(mail, addresses.returnPath);
  const said = readReport(mail) ?? readComplaint(mail) ?? readPlain(mail, traced.isToReturnPath);
  const { traces, tokens } = traced;
  if (said) return { ...said, words: oneLine(said.words), traces, tokens, wasOpened: true };
  // Machines write to the editor about much else.
  const isAnswer = traced.isToReturnPath || (isByMachine(head) && traces.length + tokens.length > 0);
  const kind = isAnswer ? 'other' : 'none';
  return { kind, words: subject, traces, tokens, wasOpened: true };
}

/** Up to the first empty line. */
function headIn(bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes.subarray(0, longestHead)).toString('latin1');
  return bytes.subarray(0, /\r?\n\r?\n/u.exec(start)?.index ?? longestHead);
}

/** Whether its head is that of an answer, as machines write it or by where it came: what people write is not opened. */
function mayAnswer(head: Fields, { returnPath, leave }: Addresses): boolean {
  const ours = [returnPath, leave].map((address) => address.toLowerCase());
  return (
    isByMachine(head) ||
    isByDaemon(head) ||
    /^\s*multipart\/report\b/iu.test(fieldOf(head, 'content-type')) ||
    /^complaint about message/iu.test(fieldOf(head, 'subject')) ||
    addressesOf(head, arrivals).some(
      (address) => ours.includes(address.toLowerCase()) || readReturnPath(address, returnPath) !== null,
    )
  );
}

type Said = Pick<Answer, 'kind' | 'words'>;

type Part = { type: string; text: string };

type Mail = { head: Fields; text: string; parts: Part[] };

/** The mail with its parts as text; where the MIME is not to be read, its plain bytes. */
async function openMail(bytes: Uint8Array): Promise<Mail> {
  try {
    const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 20 });
    const text = (mail.text ?? textOf(mail.html ?? '')).slice(0, mostText);
    return { head: headOf(mail), text, parts: mail.attachments.map(partOf) };
  } catch {
    const text = new TextDecoder().decode(bytes.subarray(0, mostText));
    return { head: readFields(text), text, parts: [] };
  }
}

function headOf({ headers, subject }: Email): Fields {
  const head = new Map<string, string[]>();
  for (const { key, value } of headers) head.set(key, [...(head.get(key) ?? []), value].slice(-most));
  // Decoded.
  if (subject !== undefined) head.set('subject', [subject]);
  return head;
}

function partOf({ mimeType, content }: Email['attachments'][number]): Part {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer);
  return { type: mimeType.toLowerCase(), text: new TextDecoder().decode(bytes.subarray(0, mostText)) };
}

function textOf(html: string): string {
  return html.slice(0, mostText).replace(/<[^<>]{0,1000}>/gu, ' ');
}

/** A delivery status (RFC 3464, 6533): the first recipient who did not get it decides. Ours have one only. */
function readReport({ parts, text }: Mail): Said | null {
  const status = parts.find(({ type }) => /^message\/(?:global-)?delivery-status$/u.test(type));
  if (!status) return null;
  const blocks = readBlocks(status.text).filter((block) => block.has('action') || block.has('status'));
  const failed = blocks.find((block) => /^failed/iu.test(fieldOf(block, 'action'))) ?? blocks[0];
  if (!failed) return readPlainBounce(text) ?? { kind: 'soft', words: text };
  const code = fieldOf(failed, 'status');
  const diagnostic = untyped(fieldOf(failed, 'diagnostic-code'));
  const words = codeIn(diagnostic) === null ? `${code} ${diagnostic === '' ? text : diagnostic}` : diagnostic;
  const action = fieldOf(failed, 'action').toLowerCase();
  const isFailed = action === '' ? /^5/u.test(code) : action.startsWith('failed');
  return { kind: isFailed ? judge(code, diagnostic === '' ? text : diagnostic) : 'other', words };
}

/** A complaint (RFC 5965), or the way Microsoft sends one: the mail attached, with a field of theirs. */
function readComplaint({ parts, text }: Mail): Said | null {
  const report = parts.find(({ type }) => type === 'message/feedback-report');
  if (report) {
    const fields = readFields(report.text);
    const type = fieldOf(fields, 'feedback-type').toLowerCase();
    const words = `${type === '' ? 'complaint' : type}: ${fieldOf(fields, 'user-agent')}`;
    // `not-spam` takes a complaint back; `auth-failure` and `dmarc` are about signatures.
    return {
      kind: /^(?:abuse|fraud|virus|other|opt-out|miscategorized|)$/u.test(type) ? 'complaint' : 'other',
      words,
    };
  }
  const isMarked = returned(parts).some(({ fields }) => fields.has('x-hmxmroriginalrecipient'));
  return isMarked ? { kind: 'complaint', words: text.trim() === '' ? 'complaint' : text } : null;
}

/** A bounce in plain words. Those of a person must not count, whatever they quote. */
function readPlain(mail: Mail, isToReturnPath: boolean): Said | null {
  // Absence notes are by machines too, and about anything.
  const isReport = isToReturnPath && isByMachine(mail.head) && codeIn(mail.text) !== null;
  if (!isByDaemon(mail.head) && !isReport) return null;
  return readPlainBounce(`${fieldOf(mail.head, 'subject')}\n${mail.text}`);
}

/** Written to leave: `unsubscribe` and a token as subject, as our links have it; without a token somebody must look. */
function readLeaving(head: Fields, { leave }: Addresses): Answer | null {
  const [, token] =
    /^[\s\S]{0,40}?\bunsubscribe\b(?:\s+([\w.-]{20,250}))?\s*$/iu.exec(fieldOf(head, 'subject')) ?? [];
  const isWord = /^\s*unsubscribe\s*$/iu.test(fieldOf(head, 'subject'));
  if (token !== undefined)
    return { kind: 'leave', words: 'asks to leave', traces: [], tokens: [token], wasOpened: false };
  if (!isWord || !addressesOf(head, arrivals).some((a) => a.toLowerCase() === leave.toLowerCase()))
    return null;
  const from = oneLine(fieldOf(head, 'from'));
  return {
    kind: 'leave',
    words: `${from} asks to leave, without a token`,
    traces: [],
    tokens: [],
    wasOpened: false,
  };
}

/** Fields in which servers note to whom a mail came. */
const arrivals = [
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-rcpt-to',
  'x-forwarded-to',
];

/** What the mail claims to be about: its own recipient first, then what it brings back, then what it quotes. */
function traceMail(
  { head, text, parts }: Mail,
  base: string,
): { isToReturnPath: boolean; traces: Trace[]; tokens: string[] } {
  const paths = (addresses: readonly string[]): Trace[] =>
    addresses.flatMap((address) => readReturnPath(address, base) ?? []);
  const ids = (values: readonly string[]): Trace[] =>
    values.flatMap((value) => idsIn(value)).flatMap((id) => readMessageId(id) ?? []);
  const own = paths(addressesOf(head, arrivals));
  const back = returned(parts);
  const reports = parts
    .filter(({ type }) => /^message\/(?:feedback-report|(?:global-)?delivery-status)$/u.test(type))
    .map((part) => part.text);
  const traces = [
    ...own,
    ...back.flatMap(({ fields }) => [
      ...ids(fields.get('message-id') ?? []),
      ...paths(addressesOf(fields, ['return-path', 'x-mailfrom'])),
    ]),
    ...[...reports, text].flatMap((said) => [...paths(addressesIn(said)), ...ids([said])]),
    ...ids([...(head.get('in-reply-to') ?? []), ...(head.get('references') ?? [])]),
  ];
  const links = [...back.map(({ fields }) => (fields.get('list-unsubscribe') ?? []).join(' ')), text];
  return { isToReturnPath: own.length > 0, traces: unique(traces), tokens: tokensIn(links.join('\n')) };
}

/** Headers of the mails that came back. */
function returned(parts: readonly Part[]): { fields: Fields }[] {
  return parts
    .filter(({ type }) =>
      /^(?:message\/(?:rfc822|global)|(?:text\/rfc822|message\/global)-headers)$/u.test(type),
    )
    .map(({ text }) => ({ fields: readFields(text) }));
}

function addressesOf(fields: Fields, names: readonly string[]): string[] {
  return names.flatMap((name) => (fields.get(name) ?? []).flatMap(addressesIn));
}

/** What looks like an address; 64 signs and a domain at most. */
function addressesIn(text: string): string[] {
  return [...text.slice(0, mostText).matchAll(/(?<![\w.+=-])[\w.+=-]{1,64}@[\w.-]{1,253}/gu)]
    .slice(0, 200)
    .map(([address]) => address.replace(/[.-]+$/u, ''));
}

function idsIn(text: string): string[] {
  return [...text.slice(0, mostText).matchAll(/<[\w.-]{1,200}@[\w.-]{1,253}>/gu)]
    .slice(0, 200)
    .map(([id]) => id);
}

function tokensIn(text: string): string[] {
  const found = [...text.matchAll(/(?<![\w.-])1\.[\w-]{43}\.[\w-]{1,64}\.[\w-]{0,20}\.[a-z0-9]{0,12}\.u/gu)];
  return [...new Set(found.slice(0, 100).map(([token]) => token))].slice(0, most);
}

function unique(traces: readonly Trace[]): Trace[] {
  const byName = new Map(traces.map((trace) => [`${trace.issue} ${trace.subscriber}`, trace]));
  return [...byName.values()].slice(0, most);
}

/** By the names that mail servers give themselves. */
function isByDaemon(head: Fields): boolean {
  const names =
    /mailer-?daemon|postmaster|mail delivery|delivery (?:sub)?system|microsoft ?outlook|exchange/iu;
  return names.test(`${fieldOf(head, 'from')} ${fieldOf(head, 'sender')}`) || head.has('x-failed-recipients');
}

/** By RFC 3834 and what was customary before. */
function isByMachine(head: Fields): boolean {
  const auto = fieldOf(head, 'auto-submitted').toLowerCase();
  return (
    (auto !== '' && !auto.startsWith('no')) ||
    head.has('x-autoreply') ||
    head.has('x-autorespond') ||
    /^auto_?reply/iu.test(fieldOf(head, 'precedence')) ||
    /^<>$/u.test(fieldOf(head, 'return-path'))
  );
}

/** At most 500 signs that act on nothing. */
function oneLine(text: string): string {
  const line = text
    .slice(0, 5000)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ')
    .trim();
  return line.length > 500 ? `${line.slice(0, 499).toWellFormed()}…` : line;
}
