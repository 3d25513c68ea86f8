import { afterEach, expect, test } from 'vitest';
import { wayOut } from '../../src/commands/doctor-way.ts';
import { parseConfig } from '../../src/io/config-file.ts';
import { mailServers } from '../mail-server.ts';
import { config, makeNewsletter } from '../newsletter.ts';

const { start, stop } = mailServers();

afterEach(stop);

async function look(block: string): Promise<{ said: string; hint: string } | null | undefined> {
  const { config: parsed } = parseConfig(`${config}sending: {${block}}\n`);
  return await wayOut(parsed, makeNewsletter({}), {})?.();
}

test('a Maildir needs no look', async () => expect(await look('')).toBeUndefined());

test('a server that answers, and one that does not', async () => {
  const server = await start();
  expect(await look(`transport: smtp, host: localhost, port: ${server.port}, security: none`)).toBeNull();
  expect(await look(`transport: smtp, host: localhost, port: ${server.port}`)).toMatchObject({
    hint: /starttls/,
  });
  expect(server.kept).toEqual([]);
});

test('nobody listens on this machine', async () => {
  expect(await look('transport: smtp, host: 127.0.0.1, port: 1, security: none')).toMatchObject({
    said: /ECONNREFUSED/,
    hint: /server of this machine running\?/,
  });
});

test('what the config or the environment lacks is said as any other fault', async () => {
  expect(await look('transport: smtp')).toMatchObject({ said: /host/, hint: /smtp\.provider/ });
  expect(await look('transport: smtp, host: localhost, user: ada')).toMatchObject({ said: /PASSWORD/ });
});

test('a program that is not there', async () => {
  expect(await look('transport: sendmail, program: /nowhere/sendmail')).toMatchObject({
    said: /ENOENT/,
    hint: /sending/,
  });
});
