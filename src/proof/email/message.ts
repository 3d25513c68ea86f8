/** The .eml: whether it survives any server, and holds exactly the two parts. */
import PostalMime, { type Email } from 'postal-mime';
import { count, type Finding, finding, groupDigits, judge, type OpenMail, type Verdict } from '../gate.ts';

/** Bytes of a line without its end (RFC 5322). */
const longestLine = 998;

/** Seven bits, short lines, CRLF and nothing else ends them: no server on the way has a reason to touch it. */
export function checkTransport({ eml }: OpenMail): Verdict {
  const bytes = Buffer.from(eml as Uint8Array);
  const findings: Finding[] = [];
  let start = 0;
  let line = 1;
  let longest = 0;
  const note = (message: string): void => {
    if (findings.length < 100) findings.push(finding(message, null, line));
  };
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte !== undefined && byte > 126) note(`byte ${byte} is not ASCII`);
    else if (byte === 0) note('a null byte');
    else if (byte === 13 && bytes[at + 1] !== 10) note('a carriage return without a line feed');
    if (byte !== 10 && byte !== undefined) continue;
    if (byte === 10 && bytes[at - 1] !== 13) note('a line feed without a carriage return');
    const length = at - start - (bytes[at - 1] === 13 ? 1 : 0);
    longest = Math.max(longest, length);
    if (length > longestLine) note(`${length} bytes in a line, at most ${longestLine}`);
    start = at + 1;
    line += 1;
  }
  return judge(
    findings,
    `All of ${count(line - 1, 'line')} are plain ASCII, the longest ${longest} of ${longestLine} bytes.`,
    'A server on the way could refuse or change it.',
    groupDigits(longest),
  );
}

/** What a mail program reads out of the message is what lies beside it. */
export async function checkMessage({ eml, html, text, issue, site }: OpenMail): Promise<Verdict> {
  const mail = await PostalMime.parse(eml);
  const findings = [
    ...compare('the HTML part', bodyOf(mail.html), html),
    ...compare('the text part', bodyOf(mail.text), text),
    ...compare('the subject', mail.subject, issue.subject.replace(/\s+/gu, ' ').trim()),
    ...compare('the sender', mail.from?.address, site.sender.email),
    ...compare('the date', mail.date?.slice(0, 19), new Date(issue.updated).toISOString().slice(0, 19)),
    ...checkHeaders(mail),
  ];
  return judge(
    findings,
    'Its two parts decode to email.txt and email.html, byte for byte; the headers are the issue’s.',
    'What is sent is not what was built.',
  );
}

/** The reader gives the line end that belongs to the boundary to the part, and all as they are in a mail. */
function bodyOf(part: string | undefined): string {
  return (part ?? '').replace(/\r\n/gu, '\n').replace(/\n$/u, '');
}

function compare(what: string, found: string | undefined = '', wanted: string): Finding[] {
  if (found === wanted) return [];
  let at = 0;
  while (at < found.length && found[at] === wanted[at]) at += 1;
  const line = wanted.slice(0, at).split('\n').length;
  return [
    finding(`${what} differs: “${found.slice(at, at + 30)}” for “${wanted.slice(at, at + 30)}”`, null, line),
  ];
}

function checkHeaders(mail: Email): Finding[] {
  const header = (key: string): string => mail.headers.find((h) => h.key === key)?.value ?? '';
  const wanted: [string, RegExp][] = [
    ['message-id', /^<[^\s<>@]+@[^\s<>@]+>$/u],
    ['mime-version', /^1\.0$/u],
    ['content-type', /^multipart\/alternative;/iu],
    ['to', /./u],
  ];
  const twice = ['from', 'to', 'subject', 'date', 'message-id'].filter(
    (key) => mail.headers.filter((h) => h.key === key).length > 1,
  );
  return [
    ...wanted
      .filter(([key, form]) => !form.test(header(key)))
      .map(([key]) => finding(`the header ${key} is missing or wrong`)),
    ...twice.map((key) => finding(`the header ${key} stands there twice`)),
    // What the HTML shows is looked at by a gate of its own.
    ...mail.attachments
      .filter(({ related }) => !related)
      .map(({ filename }) => finding(`there is a third part: ${filename ?? 'without name'}`)),
  ];
}
