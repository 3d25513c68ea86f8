/** A mail to one person, in answer to what they did on a page: no issue, and nothing of a list. */
import type { Site } from '../types.ts';
import type { DkimKey } from './dkim.ts';
import { asciiHost, writeAddress } from './headers.ts';
import type { List, ReadyMail } from './mail.ts';
import { buildMessage } from './message.ts';
import { messageIdOf, returnPathOf } from './traces.ts';

/** What stands in the place of an issue in Message-ID and return path. */
export const answerTrace = 'answer';

/**
 * The mail with its envelope. `nonce` (letters a to z and digits) makes the Message-ID one of its own. Throws a RangeError
 * where the address cannot stand in a mail.
 */
export function answerMail(args: {
  site: Site;
  content: { subject: string; html: string; text: string };
  to: { id: string; email: string };
  list: Pick<List, 'returnPath'>;
  dkim: readonly DkimKey[];
  date: Date;
  nonce: string;
}): ReadyMail {
  const { site, content, to, list, dkim, date, nonce } = args;
  const trace = { issue: answerTrace, subscriber: to.id };
  const host = asciiHost(new URL(site.url).hostname) ?? 'localhost';
  const messageId = messageIdOf(trace, nonce, host);
  const bytes = buildMessage({
    from: site.sender,
    to: { name: '', email: to.email },
    replyTo: site.replyTo,
    ...content,
    date,
    messageId,
    // So that an answering machine keeps silent (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    dkim,
  });
  const envelope = { from: returnPathOf(trace, list.returnPath), to: writeAddress(to.email) };
  return { envelope, messageId, bytes };
}
