/** A name server on loopback that knows a few TXT records: real packets, no network. */
import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

const open: (() => void)[] = [];

afterAll(() => {
  for (const close of open) close();
});

/** Records by name, in lower case; a `fault` is the code of every answer, `silent` is none at all. */
export async function startNameServer(
  records: { [name: string]: string[] },
  mood: 'well' | 'fault' | 'silent' = 'well',
): Promise<string> {
  const socket = createSocket('udp4');
  socket.on('message', (query, { port, address }) => {
    if (mood !== 'silent') socket.send(answer(query, records, mood === 'fault'), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  open.push(() => socket.close());
  return `127.0.0.1:${(socket.address() as AddressInfo).port}`;
}

function answer(query: Buffer, records: { [name: string]: string[] }, isFault: boolean): Buffer {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const question = query.subarray(12, at + 5);
  const texts = records[labels.join('.').toLowerCase()];
  const code = isFault ? 2 : texts ? 0 : 3;
  const head = Buffer.alloc(12);
  query.copy(head, 0, 0, 2);
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(code === 0 ? (texts?.length ?? 0) : 0, 6);
  return Buffer.concat([head, question, ...(code === 0 ? (texts ?? []) : []).map(textRecord)]);
}

/** A TXT record for the name of the question; long values are several strings of it. */
function textRecord(value: string): Buffer {
  const strings = (value.match(/.{1,200}/g) ?? ['']).map((part) =>
    Buffer.concat([Buffer.from([part.length]), Buffer.from(part)]),
  );
  const data = Buffer.concat(strings);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(data.length);
  return Buffer.concat([Buffer.from('c00c00100001000000000000'.slice(0, 20), 'hex'), size, data]);
}
