/** A mail as text, opened as far as is safe: its head, what it says, what is attached. */
import PostalMime, { type Email } from 'postal-mime';
import { type Fields, readFields } from './fields.ts';

/** Units of a text that are read: what stands behind is that of an attack. */
export const mostText = 200_000;

/** Values of a field, likewise. */
const mostValues = 10;

/** Bytes of a mail that are read, and of its head. Parsers of MIME are slow where a mail is written to make them so. */
const longestMail = 200_000;
const longestHead = 50_000;

/** What is attached, returned mails too; `type` in lower case. */
export type Part = { type: string; text: string };

export type Mail = { head: Fields; text: string; parts: Part[] };

/** Only the head: its price does not depend on what the mail holds. */
export async function openHead(bytes: Uint8Array): Promise<Fields> {
  return (await openMail(headIn(bytes))).head;
}

/** The mail with its parts as text; where the MIME is not to be read, its plain bytes. Never throws. */
export async function openMail(bytes: Uint8Array): Promise<Mail> {
  const read = bytes.subarray(0, longestMail);
  try {
    const mail = await PostalMime.parse(read, { forceRfc822Attachments: true, maxNestingDepth: 20 });
    const text = (mail.text ?? textOf(mail.html ?? '')).slice(0, mostText);
    return { head: headOf(mail), text, parts: mail.attachments.map(partOf) };
  } catch {
    const text = new TextDecoder().decode(read.subarray(0, mostText));
    return { head: readFields(text), text, parts: [] };
  }
}

/** Headers of the mails that came back. */
export function returnedHeads(parts: readonly Part[]): Fields[] {
  return parts
    .filter(({ type }) =>
      /^(?:message\/(?:rfc822|global)|(?:text\/rfc822|message\/global)-headers)$/u.test(type),
    )
    .map(({ text }) => readFields(text));
}

function headOf({ headers, subject }: Email): Fields {
  const head = new Map<string, string[]>();
  for (const { key, value } of headers) head.set(key, [...(head.get(key) ?? []), value].slice(-mostValues));
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

/** Up to the first empty line. */
function headIn(bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes.subarray(0, longestHead)).toString('latin1');
  return bytes.subarray(0, /\r?\n\r?\n/u.exec(start)?.index ?? longestHead);
}
