import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openSes } from '../../../src/io/transports/ses.ts';
import type { Outcome, Transport } from '../../../src/io/transports/transport.ts';

const servers: Server[] = [];
const opened: Transport[] = [];
const before = { ...process.env };

// The package looks for keys in the environment of the process.
beforeAll(() => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAREED', AWS_SECRET_ACCESS_KEY: 'geese' });
});
afterAll(() => {
  process.env = before;
});
afterEach(async () => {
  for (const transport of opened.splice(0)) await transport.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Asked = { url: string; authorization: string; body: { [key: string]: unknown } };

async function start(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
): Promise<{ transport: Transport; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { url = '', headers } = request;
      asked.push({
        url,
        authorization: headers.authorization ?? '',
        body: JSON.parse(body) as Asked['body'],
      });
      answer(response, request);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { transport: open(endpoint), asked };
}

function open(endpoint: string): Transport {
  const patience = { connect: 1000, answer: 300 };
  const transport = openSes({ region: 'eu-central-1', endpoint, connections: 2, patience });
  opened.push(transport);
  return transport;
}

const mail = {
  envelope: { from: 'bounces+2026-05=ab@reed.example', to: 'ada@reed.example' },
  bytes: Buffer.from('Subject: Reeds\r\n\r\nThe geese are back.\r\n'),
};

test('the mail goes out as it is, signed with keys of the environment', async () => {
  const { transport, asked } = await start((response) => response.end('{"MessageId":"heron-1"}'));
  expect(await transport.verify()).toBeNull();
  expect(await transport.send(mail)).toEqual({ kind: 'sent', reply: 'accepted as heron-1' });
  expect(asked).toMatchObject([
    {
      url: '/v2/email/outbound-emails',
      authorization: /^AWS4-HMAC-SHA256 Credential=AKIAREED\/\d{8}\/eu-central-1\/ses\//,
      body: {
        FeedbackForwardingEmailAddress: mail.envelope.from,
        Destination: { ToAddresses: [mail.envelope.to] },
        Content: { Raw: { Data: mail.bytes.toString('base64') } },
      },
    },
  ]);
});

const cases: [status: number, name: string, kind: Outcome['kind']][] = [
  [400, 'MessageRejected', 'refused'],
  [400, 'BadRequestException', 'refused'],
  [429, 'TooManyRequestsException', 'not-tried'],
  [400, 'LimitExceededException', 'not-tried'],
  [503, 'ServiceUnavailable', 'not-tried'],
  [403, 'SignatureDoesNotMatch', 'not-tried'],
  [400, 'MailFromDomainNotVerifiedException', 'not-tried'],
  [500, 'InternalFailure', 'unknown'],
];
test.each(cases)('%i %s is %s, and is asked once', async (status, name, kind) => {
  const { transport, asked } = await start((response) => {
    response.writeHead(status, { 'x-amzn-ErrorType': name });
    response.end(JSON.stringify({ message: 'no such reader' }));
  });
  const outcome = await transport.send(mail);
  expect(outcome.kind).toBe(kind);
  expect(outcome.reply).toContain(name);
  expect(asked).toHaveLength(1);
});

test('no answer, or half of one, leaves it unknown; asked once', async () => {
  const silent = await start(() => {});
  expect((await silent.transport.send(mail)).kind).toBe('unknown');
  expect(silent.asked).toHaveLength(1);
  const rude = await start((_, request) => request.socket.destroy());
  expect((await rude.transport.send(mail)).kind).toBe('unknown');
  expect(rude.asked).toHaveLength(1);
});

test('nobody there, or no keys: nothing was tried', async () => {
  expect((await open('http://127.0.0.1:1').send(mail)).kind).toBe('not-tried');
  const { AWS_ACCESS_KEY_ID: key } = process.env;
  Object.assign(process.env, { AWS_EC2_METADATA_DISABLED: 'true' });
  delete process.env['AWS_ACCESS_KEY_ID'];
  const transport = open('http://127.0.0.1:1');
  expect(await transport.verify()).toMatch(/credentials/i);
  expect((await transport.send(mail)).kind).toBe('not-tried');
  process.env['AWS_ACCESS_KEY_ID'] = key;
});
