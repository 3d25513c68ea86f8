import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkApproved } from '../../src/commands/doctor-issue.ts';
import { loadSeals } from '../../src/io/newsletter.ts';
import { makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';
import { sealOf } from './seal-samples.ts';
import { sendable } from './sendable.ts';

const files = { 'email.html': '<p>Reeds', 'email.txt': 'Reeds', 'email.eml': 'To: you' };

function look(seal: string, out: { [name: string]: string }): string[] {
  const built = Object.entries(out).map(([name, text]) => [`out/2026-05/${name}`, text]);
  const folder = makeNewsletter({
    'articles/_issues/2026-05.seal.json': seal,
    ...Object.fromEntries(built),
  });
  const findings = checkApproved(folder, loadSeals(folder), 100);
  return findings.map(({ said, fault }) => `${fault?.code ?? 'ok'}: ${said}`);
}

test('an issue as it was approved and built', async () => {
  const folder = await sendable([]);
  await runDigestif(folder, 'build');
  const [first, second] = checkApproved(folder, loadSeals(folder), 102_400);
  expect(first).toEqual({ about: 'issue', said: '2026-05 in out/ is what was approved', fault: null });
  expect(second?.said).toMatch(/^the email of 2026-05 has \d+ bytes of 102400$/);
  rmSync(join(folder, 'out/2026-05/email.txt'));
  expect(checkApproved(folder, loadSeals(folder), 102_400)[0]?.fault).toMatchObject({
    code: 'rendering-differs',
    message: '2026-05 is approved, but out/ lacks its email.txt',
  });
});

test('bytes other than the approved ones', () => {
  expect(look(sealOf(files), { ...files, 'email.html': '<p>Rushes' })).toEqual([
    'seal-broken: email.html of 2026-05 in out/ is not what was approved',
    'ok: the email of 2026-05 has 9 bytes of 100',
  ]);
});

test('nothing built, nothing approved, reopened, a seal that cannot be read', () => {
  expect(look(sealOf(files), {})).toEqual([
    'rendering-differs: 2026-05 is approved, but out/ lacks its email.html, email.txt, email.eml',
  ]);
  expect(checkApproved('', [], 100).map(({ said }) => said)).toEqual(['none is approved yet']);
  expect(look(sealOf(files, { open: true }), {})).toEqual([
    'ok: 2026-05 was reopened: digestif approve 2026-05',
  ]);
  expect(look('{', {})).toEqual([expect.stringMatching(/^bad-seal: /)]);
});
