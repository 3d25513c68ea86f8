import { readFile, stat } from 'node:fs/promises';
import type { Mailbox } from '../../deliver/types.ts';
import { splitMailbox, unquoteFrom } from '../../text/mbox.ts';
import { failToRead, longestMail } from './reading.ts';

/** Larger ones belong into a Maildir. */
const longestFile = 1_000_000_000;

/** A file with mails one after the other, or with a single mail. It is never written to. */
export function openMbox(path: string): Mailbox {
  return {
    name: path,
    async *read() {
      const bytes = await readAll(path);
      for (const [i, slice] of slicesOf(bytes).entries()) {
        const mail = bytes.subarray(slice.start, Math.min(slice.end, slice.start + longestMail));
        yield { place: `mail ${i + 1}`, bytes: asSent(mail), mark: null, done: async () => {} };
      }
    },
  };
}

async function readAll(path: string): Promise<Buffer> {
  try {
    if ((await stat(path)).size <= longestFile) return await readFile(path);
  } catch (error) {
    return failToRead(path, error);
  }
  return failToRead(path, new Error('more than 1 GB'), 'Move what was read out of it, or use a Maildir.');
}

function slicesOf(bytes: Buffer): { start: number; end: number }[] {
  const { slices } = splitMailbox(bytes, Number.POSITIVE_INFINITY);
  const isMail = bytes.length > 0 && /^[!-9;-~]+:/u.test(bytes.toString('latin1', 0, 200));
  return slices.length === 0 && isMail ? [{ start: 0, end: bytes.length }] : slices;
}

/**
 * Without what the mailbox put in: the quotation of `From `, the empty line at the end, and fields in which mail programs
 * note what was read. The same mail has the same bytes each time.
 */
function asSent(bytes: Buffer): Uint8Array {
  const text = unquoteFrom(bytes).toString('latin1');
  const end = /\r?\n\r?\n/u.exec(text)?.index ?? text.length;
  const notes = /^(?:X-)?(?:Status|Keywords|UID|IMAP|IMAPbase|Mozilla-\w+):.*(?:\r?\n[ \t].*)*\r?\n/gimu;
  const head = `${text.slice(0, end)}\n`.replace(notes, '').slice(0, -1);
  return Buffer.from(`${head}${text.slice(end)}`.replace(/[\r\n]+$/u, '\n'), 'latin1');
}
