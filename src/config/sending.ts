import { z } from 'zod';
import { oneOf } from './one-of.ts';

const rate = z
  .string()
  .regex(/^[1-9]\d{0,6}\/(?:s|min|h)$/u, 'a number and /s, /min or /h, such as 50/s')
  .optional();

/** The block `sending:`. No secret has a place in it: those are in the environment. */
export const sendingSchema = z
  .strictObject({
    transport: oneOf(['file', 'smtp', 'sendmail', 'ses'])
      .default('file')
      .describe(
        'How mails leave: into a Maildir on this machine, by a mail server, by sendmail, by Amazon SES.',
      ),
    folder: z.string().min(1).default('.digestif/outbox').describe('The Maildir of `file`.'),
    host: z.string().min(1).optional().describe('Name of the mail server, for `smtp`.'),
    port: z
      .int()
      .min(1)
      .max(65_535)
      .optional()
      .describe('Its port, 1 to 65535; if not given, 465 with `tls`, 587 with `starttls`, 25 with `none`.'),
    security: oneOf(['starttls', 'tls', 'none'])
      .default('starttls')
      .describe('TLS begun on the way, from the start, or not at all (a server on this machine).'),
    user: z
      .string()
      .min(1)
      .optional()
      .describe('Name to log in with. The password is in the environment: DIGESTIF_SMTP_PASSWORD.'),
    oauth: z
      .strictObject({
        clientId: z.string().min(1).describe('The client as the provider knows it.'),
        tokenUrl: z
          .url({ protocol: /^https?$/ })
          .describe('Address at which the provider gives access tokens.'),
      })
      .optional()
      .describe(
        'OAuth2 in place of a password. DIGESTIF_OAUTH_CLIENT_SECRET and DIGESTIF_OAUTH_REFRESH_TOKEN are in the environment.',
      ),
    program: z.string().min(1).default('/usr/sbin/sendmail').describe('The program of `sendmail`.'),
    region: z
      .string()
      .regex(/^[a-z\d-]+$/u, 'such as eu-central-1')
      .optional()
      .describe('Region of `ses`, if not in the environment. Keys come the way that AWS programs take them.'),
    endpoint: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Another address of the service than that of Amazon.'),
    connections: z
      .int()
      .min(1)
      .max(100)
      .default(5)
      .describe('Mails on their way at the same time, 1 to 100.'),
    rate: rate.describe('Most mails in a time, such as 50/s, 1000/min or 20000/h.'),
    domainRate: rate.describe('Most mails to one domain in a time, such as 100/min.'),
    tries: z
      .int()
      .min(1)
      .max(20)
      .default(8)
      .describe(
        'How often a mail is tried that the server put off, 1 to 20: after 1 minute, 2, 4 ... at most an hour. So often in a row may the server fail to take any mail at all, then sending stops.',
      ),
    errorShare: z
      .number()
      .positive()
      .max(1)
      .default(0.25)
      .describe('Sending stops when so large a part of the last 100 mails went wrong.'),
    returnPath: z
      .email()
      .optional()
      .describe('Address to which bounces go, if not the sender; it must take names with a plus.'),
    leave: z
      .email()
      .optional()
      .describe('Address to which a reader writes to unsubscribe, if not the return path.'),
  })
  .prefault({})
  .describe('How mails are sent.');
