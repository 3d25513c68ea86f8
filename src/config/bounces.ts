import { z } from 'zod';
import { oneOf } from './one-of.ts';

/** The block `bounces:`. The password of an IMAP server is in the environment: DIGESTIF_IMAP_PASSWORD. */
export const bouncesSchema = z
  .strictObject({
    mailbox: oneOf(['maildir', 'mbox', 'imap'])
      .optional()
      .describe('Where mails to the return path arrive: in a Maildir, an mbox file, or on an IMAP server.'),
    path: z.string().min(1).optional().describe('The Maildir or mbox file.'),
    host: z.string().min(1).optional().describe('Name of the IMAP server.'),
    port: z
      .int()
      .min(1)
      .max(65_535)
      .optional()
      .describe('Its port, 1 to 65535; if not given, 993 with `tls`, else 143.'),
    security: oneOf(['starttls', 'tls', 'none'])
      .default('tls')
      .describe('TLS begun on the way, from the start, or not at all (a server on this machine).'),
    user: z
      .string()
      .min(1)
      .optional()
      .describe('Name to log in with. The password is in the environment: DIGESTIF_IMAP_PASSWORD.'),
    folder: z.string().min(1).default('INBOX').describe('Folder on the IMAP server.'),
    softLimit: z
      .int()
      .min(1)
      .max(20)
      .default(3)
      .describe(
        'After so many issues in a row that bounced for a passing reason, a reader gets no more, 1 to 20.',
      ),
  })
  .prefault({})
  .describe('Mails that come back, complaints, and readers who leave by mail.');
