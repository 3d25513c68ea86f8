import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadDkimKeys, senderDomain } from '../../src/commands/dkim.ts';
import { recordOf, signatureField } from '../../src/deliver/dkim.ts';
import { loadConfig } from '../../src/io/newsletter.ts';
import { config, makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

const newsletter = (more = '', files = {}): string =>
  makeNewsletter({ 'digestif.config.yaml': config + more, 'articles/a.md': 'a', ...files });

test.each([
  ['rsa', 'digestif', []],
  ['ed25519', 's2026', ['--type', 'ed25519', '--selector', 's2026']],
] as const)('makes a key of %s that is never shown, and a record for it', async (type, selector, options) => {
  const folder = newsletter(`dkim:\n  - selector: ${selector}\n    key: .digestif/dkim-${selector}.pem\n`);
  const { code, out, err } = await runDigestif(folder, 'dkim', 'new', ...options);
  const path = join(folder, `.digestif/dkim-${selector}.pem`);
  const pem = readFileSync(path, 'utf8');
  const key = createPrivateKey(pem);
  expect(code).toBe(0);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(key.asymmetricKeyType).toBe(type);
  if (type === 'rsa') expect(key.asymmetricKeyDetails?.modulusLength).toBe(2048);
  expect(out).toContain(recordOf(key));
  expect(out).toContain(`${selector}._domainkey.reedpost.example. IN TXT ( "v=DKIM1; k=${type}; p=`);
  for (const line of pem.split('\n').filter((l) => l.length > 8)) expect(out + err).not.toContain(line);
  const { keys, diagnostics } = loadDkimKeys(folder, loadConfig(folder).config);
  expect(diagnostics).toEqual([]);
  expect(keys.map((k) => [k.domain, k.selector])).toEqual([['reedpost.example', selector]]);
  expect(keys.map((k) => signatureField(k, ['From: a@b.example'], 'x', new Date(0)))[0]).toContain(
    `s=${selector};`,
  );
});

test('a key that is there stays', async () => {
  const folder = newsletter();
  await runDigestif(folder, 'dkim', 'new');
  const before = readFileSync(join(folder, '.digestif/dkim-digestif.pem'), 'utf8');
  const again = await runDigestif(folder, 'dkim', 'new');
  expect(again.code).toBe(2);
  expect(again.err).toMatch(/bad-key.*\n.*another selector/);
  expect(readFileSync(join(folder, '.digestif/dkim-digestif.pem'), 'utf8')).toBe(before);
});

test('as JSON, into a file of choice', async () => {
  const folder = newsletter();
  const { out } = await runDigestif(folder, 'dkim', 'new', '--file', 'keys/k.pem', '--json');
  const made = JSON.parse(out) as { [key: string]: string };
  expect(made).toMatchObject({
    file: 'keys/k.pem',
    name: 'digestif._domainkey.reedpost.example',
    type: 'TXT',
  });
  expect(made['value']).toBe(recordOf(createPrivateKey(readFileSync(join(folder, 'keys/k.pem'), 'utf8'))));
});

test.each([['a b'], ['-a'], ['a.b'], ['Ä'], ['']])('%j is no selector', async (selector) => {
  expect((await runDigestif(newsletter(), 'dkim', 'new', '--selector', selector)).code).toBe(2);
  expect((await runDigestif(newsletter(), 'dkim', 'new', '--type', 'dsa')).code).toBe(2);
});

test('a key that is missing, none, too short or public cannot sign, and nothing of it is told', () => {
  const short = generateKeyPairSync('rsa', { modulusLength: 512 });
  const files: { [name: string]: string } = {
    'none.pem': 'BEGIN of nothing',
    'short.pem': short.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    'public.pem': short.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
  for (const name of ['missing.pem', ...Object.keys(files)]) {
    const folder = newsletter(`dkim:\n  - selector: k\n    key: ${name}\n`, files);
    expect(() => loadDkimKeys(folder, loadConfig(folder).config)).toThrow(/no such key file|no private key/);
  }
});

test('a key that others can read signs, and is told', () => {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const folder = newsletter('dkim:\n  - selector: k\n    key: k.pem\n', { 'k.pem': pem });
  chmodSync(join(folder, 'k.pem'), 0o644);
  const { keys, diagnostics } = loadDkimKeys(folder, loadConfig(folder).config);
  expect(keys).toHaveLength(1);
  expect(diagnostics.map(({ code }) => code)).toEqual(['open-key']);
});

test('the domain is that of the From line', () => {
  expect(senderDomain(loadConfig(newsletter()).config)).toBe('reedpost.example');
});
