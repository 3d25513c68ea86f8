import { createPrivateKey } from 'node:crypto';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type DoctorTools, doctor } from '../../src/commands/doctor.ts';
import { recordOf } from '../../src/deliver/dkim.ts';
import { openResolver } from '../../src/io/resolver.ts';
import { startNameServer } from '../name-server.ts';
import { config, makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';
import { sealOf } from './seal-samples.ts';

const ready = `${config.replaceAll('reedpost.example', 'reedpost.net')}postalAddress: The Reed Post, 1 Sluice Lane, Low Reed
dkim:
  - selector: digestif
    key: .digestif/dkim-digestif.pem
serve: {url: 'https://letters.reedpost.net'}
`;
const env = { DIGESTIF_SECRET: '8c1f5a0e9d2b47c6a3f80e1d5b9c7a24' };
const sealedWith = (html: string) => sealOf({ 'email.html': html, 'email.txt': 'x', 'email.eml': 'x' });
const built = (html: string) => ({
  'articles/_issues/2026-05.seal.json': sealedWith(html),
  'out/2026-05/email.html': html,
  'out/2026-05/email.txt': 'x',
  'out/2026-05/email.eml': 'x',
});

async function readyNewsletter(
  files: { [path: string]: string } = {},
): Promise<{ folder: string; record: string }> {
  const folder = makeNewsletter({ 'digestif.config.yaml': ready, 'articles/a.md': 'a', ...files });
  await runDigestif(folder, 'dkim', 'new');
  const pem = readFileSync(join(folder, '.digestif/dkim-digestif.pem'), 'utf8');
  return { folder, record: recordOf(createPrivateKey(pem)) };
}

async function goodTools(record: string): Promise<DoctorTools> {
  const server = await startNameServer({
    'reedpost.net': ['v=spf1 mx -all'],
    'digestif._domainkey.reedpost.net': [record],
    '_dmarc.reedpost.net': ['v=DMARC1; p=none'],
  });
  return { env, find: openResolver([server], { timeout: 200, tries: 1 }), login: async () => null };
}

async function examine(
  folder: string,
  tools: DoctorTools,
  more: { json?: boolean; now?: string } = {},
): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const terminal = {
    out: (text: string): void => {
      said.out += `${text}\n`;
    },
    err: (text: string): void => {
      said.err += `${text}\n`;
    },
    lively: false,
    color: false,
  };
  const now = (): Date => new Date(more.now ?? '2026-06-01T08:00:00Z');
  const code = await doctor({ folder, terminal, json: more.json ?? false, verbose: false, now }, tools);
  return { code, ...said };
}

test('where all is well, every check has a line and the exit code is 0', async () => {
  const { folder, record } = await readyNewsletter(built('x'.repeat(1000)));
  const { code, out, err } = await examine(folder, await goodTools(record));
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toBe(`ok  address        The Reed Post, 1 Sluice Lane, Low Reed
ok  sender         letter@reedpost.net
ok  secret         DIGESTIF_SECRET is set
ok  clock          it is 2026-06-01T08:00 UTC
ok  issue          2026-05 in out/ is what was approved
ok  size           the email of 2026-05 has 1000 bytes of 102400
ok  leaving        by one click, at https://letters.reedpost.net
ok  SPF            v=spf1 mx -all
ok  DKIM digestif  digestif._domainkey.reedpost.net holds the key
ok  DMARC          _dmarc.reedpost.net: v=DMARC1; p=none
ok  server         it takes mails the way the config says
`);
});

test('a newsletter as init makes it: each fault says what to do', async () => {
  const folder = makeNewsletter({
    'digestif.config.yaml': config.replace('letter@reedpost', 'letter@other'),
    'articles/a.md': 'a',
  });
  const server = await startNameServer({});
  const find = openResolver([server], { timeout: 200, tries: 1 });
  const login = async () => ({ said: 'refused', hint: 'Check it.' });
  const { code, out } = await examine(folder, { env: {}, find, login }, { json: true });
  const { checks, diagnostics } = JSON.parse(out) as {
    checks: { ok: boolean }[];
    diagnostics: { code: string; hint: string }[];
  };
  expect(code).toBe(1);
  expect(diagnostics.map((d) => d.code)).toEqual([
    'not-ready',
    'foreign-sender',
    'not-ready',
    'not-ready',
    'secret-missing',
    'no-one-click',
    'dns-record',
    'unsigned',
    'dns-record',
    'smtp-login',
  ]);
  for (const { hint } of diagnostics) expect(hint).toMatch(/^.{8,}$/);
  expect(checks.filter(({ ok }) => ok)).toHaveLength(2);
});

test('a key that DNS does not know, a short secret, a clock that goes wrong, a long mail', async () => {
  const { folder } = await readyNewsletter(built('x'.repeat(102_401)));
  const tools = { ...(await goodTools('v=DKIM1; k=rsa; p=AAAA')), env: { DIGESTIF_SECRET: 'geese' } };
  const { code, err } = await examine(folder, tools, { now: '2026-05-01T00:00:00Z' });
  expect(code).toBe(1);
  for (const part of ['(dkim-record)', '(secret-missing)', '(clock-wrong)', '(email-too-large)'])
    expect(err).toContain(part);
  expect(err).not.toContain('geese');
});

test('a key that is missing, or that others can read', async () => {
  const { folder, record } = await readyNewsletter();
  chmodSync(join(folder, '.digestif/dkim-digestif.pem'), 0o644);
  const open = await examine(folder, await goodTools(record));
  expect([open.code, open.err]).toEqual([0, expect.stringContaining('(open-key)')]);
  const bare = makeNewsletter({ 'digestif.config.yaml': ready, 'articles/a.md': 'a' });
  const missing = await examine(bare, await goodTools(record));
  expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('(bad-key)')]);
  expect(missing.err).not.toContain('unsigned');
});

test('without a network: the rest is looked at, and what is not known is said', async () => {
  const { folder } = await readyNewsletter();
  const find = openResolver([await startNameServer({}, 'silent')], { timeout: 100, tries: 1 });
  const { code, err, out } = await examine(folder, { env, find, login: null });
  expect(code).toBe(0);
  expect(err.match(/\(dns-silent\)/g)).toHaveLength(3);
  expect(out).not.toMatch(/^ok +server/m);
});
