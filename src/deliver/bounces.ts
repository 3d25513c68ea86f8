/**
 * Mails that answer a sending, by machine or hand: bounces, complaints, absence notes, people who leave. Whoever likes
 * can write such a mail: what is read here is a claim, and means something only for a run and a reader that are known.
 */
import { type Addresses, cameTo, isByDaemon, isByMachine, mayAnswer } from './answer-heads.ts';
import { traceMail } from './claims.ts';
import { type Fields, fieldOf, readBlocks, readFields, untyped } from './fields.ts';
import { type Mail, openHead, openMail, returnedHeads } from './opened-mail.ts';
import { readPlainBounce } from './plain-bounces.ts';
import type { Trace } from './traces.ts';
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

/** Reads a mail, whatever its bytes are; never throws. */
export async function readAnswer(bytes: Uint8Array, addresses: Addresses): Promise<Answer> {
  const head = await openHead(bytes);
  const leaving = readLeaving(head, addresses);
  if (leaving) return leaving;
  const subject = oneLine(fieldOf(head, 'subject'));
  if (!mayAnswer(head, addresses))
    return { kind: 'none', words: subject, traces: [], tokens: [], wasOpened: false };
  const mail = await openMail(bytes);
  const traced = traceMail(mail, addresses.returnPath);
  const said = readReport(mail) ?? readComplaint(mail) ?? readPlain(mail, traced.isToReturnPath);
  const { traces, tokens } = traced;
  if (said) return { ...said, words: oneLine(said.words), traces, tokens, wasOpened: true };
  // Machines write to the editor about much else.
  const isAnswer = traced.isToReturnPath || (isByMachine(head) && traces.length + tokens.length > 0);
  const kind = isAnswer ? 'other' : 'none';
  return { kind, words: subject, traces, tokens, wasOpened: true };
}

type Said = Pick<Answer, 'kind' | 'words'>;

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
  const isMarked = returnedHeads(parts).some((fields) => fields.has('x-hmxmroriginalrecipient'));
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
  if (!isWord || !cameTo(head).some((a) => a.toLowerCase() === leave.toLowerCase())) return null;
  const from = oneLine(fieldOf(head, 'from'));
  return {
    kind: 'leave',
    words: `${from} asks to leave, without a token`,
    traces: [],
    tokens: [],
    wasOpened: false,
  };
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
