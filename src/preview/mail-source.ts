import { decodeWords } from 'postal-mime';

/** A header as it is written (lines joined) and as it reads, with the line of the message it begins in. */
export type Header = { name: string; value: string; line: number };

/** A part of the message: how it is declared, and where it begins. */
export type MailPart = { type: string; encoding: string; bytes: number; line: number };

/** The headers of a message, unfolded and decoded, in their order. */
export function listHeaders(message: string): Header[] {
  const headers: Header[] = [];
  for (const [index, line] of message.split(/\r?\n/u).entries()) {
    if (line === '') break;
    const last = headers.at(-1);
    if (/^[ \t]/u.test(line) && last) last.value += ` ${line.trim()}`;
    else
      headers.push({
        name: line.split(':')[0] ?? '',
        value: line.replace(/^[^:]*:\s*/u, ''),
        line: index + 1,
      });
  }
  return headers.map((header) => ({ ...header, value: decodeWords(header.value) }));
}

/** The parts of a multipart message, in their order; the message itself where it has none. */
export function listParts(message: string): MailPart[] {
  return partsOf(message, 1);
}

function partsOf(message: string, first: number): MailPart[] {
  const boundary = /boundary="?([^"\r\n;]+)"?/iu.exec(message)?.[1];
  if (boundary === undefined) return [];
  const parts: MailPart[] = [];
  let line = first;
  for (const [index, piece] of message.split(`--${boundary}`).entries()) {
    const [head = '', ...body] = piece.split(/\r?\n\r?\n/u);
    const type = /^content-type:\s*(.+)$/imu.exec(head)?.[1];
    const encoding = /^content-transfer-encoding:\s*(.+)$/imu.exec(head)?.[1] ?? '7bit';
    // Before the first boundary stands the head of what holds them all.
    if (index > 0 && type?.startsWith('multipart/')) parts.push(...partsOf(piece, line));
    else if (index > 0 && type !== undefined)
      parts.push({
        type: type.trim(),
        encoding: encoding.trim(),
        bytes: Buffer.byteLength(body.join('\n\n')),
        line,
      });
    line += piece.split('\n').length - 1;
  }
  return parts;
}
