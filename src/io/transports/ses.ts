import { createRequire } from 'node:module';
import type { SESv2Client } from '@aws-sdk/client-sesv2';
import { fail } from '../../errors.ts';
import { cleanReply, type Outcome, type Transport } from './transport.ts';

export type SesOptions = {
  region?: string | undefined;
  /** Another address of the service, such as one on this machine. */
  endpoint?: string | undefined;
  connections: number;
  /** Milliseconds to wait for a connection, and for an answer. */
  patience?: { connect: number; answer: number };
};

/**
 * Amazon SES by its own package, which is installed by whoever wants it and finds keys the ways that AWS programs do.
 * SES writes Date and Message-ID itself, so a mail that comes twice is not folded, and signs for the domain: a signature
 * of ours would break.
 */
export function openSes(options: SesOptions): Transport {
  requirePackage();
  let opened: Promise<{ client: SESv2Client; send: (mail: Mail) => Promise<string> }> | undefined;
  const open = (): NonNullable<typeof opened> => {
    opened ??= connect(options);
    return opened;
  };
  return {
    name: 'ses',
    async send(mail) {
      try {
        const { send } = await open();
        return { kind: 'sent', reply: cleanReply(await send(mail)) };
      } catch (error) {
        return outcomeOf(error as SesError);
      }
    },
    async verify() {
      try {
        const { client } = await open();
        await client.config.region();
        await client.config.credentials();
        return null;
      } catch (error) {
        return cleanReply((error as Error).message);
      }
    },
    async close() {
      if (opened) (await opened).client.destroy();
    },
  };
}

type Mail = Parameters<Transport['send']>[0];

function requirePackage(): void {
  try {
    createRequire(import.meta.url).resolve('@aws-sdk/client-sesv2');
  } catch {
    const hint = 'Install it beside Digestif: npm install @aws-sdk/client-sesv2';
    fail('not-ready', 'sending by ses needs the package @aws-sdk/client-sesv2', { hint });
  }
}

async function connect({ region, endpoint, connections, patience }: SesOptions): Promise<{
  client: SESv2Client;
  send: (mail: Mail) => Promise<string>;
}> {
  const { SESv2Client, SendEmailCommand } = await import('@aws-sdk/client-sesv2');
  const { connect: connectionTimeout, answer: requestTimeout } = patience ?? {
    connect: 30_000,
    answer: 120_000,
  };
  const agent = { keepAlive: true, maxSockets: connections };
  const client = new SESv2Client({
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && { endpoint }),
    // Tried again in there, a mail whose answer was lost would be doubled.
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout,
      requestTimeout,
      throwOnRequestTimeout: true,
      httpAgent: agent,
      httpsAgent: agent,
    },
  });
  const send = async ({ envelope, bytes }: Mail): Promise<string> => {
    const { MessageId } = await client.send(
      new SendEmailCommand({
        FeedbackForwardingEmailAddress: envelope.from,
        Destination: { ToAddresses: [envelope.to] },
        Content: { Raw: { Data: bytes } },
      }),
    );
    return `accepted as ${MessageId ?? 'a mail without a name'}`;
  };
  return { client, send };
}

type SesError = Error & { code?: string; $metadata?: { httpStatusCode?: number } };

/** Faults that are ours or of the account, not of this mail; and those that pass. */
const ours =
  /^(?:AccessDenied|Unrecognized|InvalidSignature|SignatureDoesNotMatch|InvalidClientTokenId|IncompleteSignature|ExpiredToken|MissingAuthentication|AccountSuspended|MailFromDomainNotVerified|NotFound|Credentials)/u;
const passing = /^(?:TooManyRequests|Throttl|LimitExceeded|SendingPaused|ServiceUnavailable)/u;
const unreached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function outcomeOf(error: SesError): Outcome {
  const { name, code = '', message, $metadata } = error;
  const reply = cleanReply(`${name}: ${message}`);
  const status = $metadata?.httpStatusCode;
  const isOurs = ours.test(name) || passing.test(name) || unreached.has(code);
  if (isOurs || status === 403 || status === 429) return { kind: 'not-tried', reply };
  if (status !== undefined && status >= 400 && status < 500) return { kind: 'refused', reply };
  return { kind: 'unknown', reply };
}
