import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSendmail } from '../../../src/io/transports/sendmail.ts';
import type { Outcome } from '../../../src/io/transports/transport.ts';
import { makeNewsletter } from '../../newsletter.ts';

/** A program in place of sendmail, and the folder in which it runs. */
function program(script: string): { folder: string; path: string } {
  const folder = makeNewsletter({});
  const path = join(folder, 'sendmail');
  writeFileSync(path, `#!/bin/sh\ncd "${folder}"\n${script}\n`);
  chmodSync(path, 0o755);
  return { folder, path };
}

const mail = {
  envelope: { from: 'bounces+2026-05=ab@reed.example', to: '-oQ/tmp@reed.example' },
  bytes: Buffer.from('Subject: Reeds\r\n\r\n.\r\nThe geese are back.\r\n'),
};

test('the program gets the envelope as arguments, and the mail with the line ends of this machine', async () => {
  const { folder, path } = program('printf "%s\\n" "$@" > arguments; cat > mail');
  const transport = openSendmail({ program: path });
  expect(await transport.verify()).toBeNull();
  expect(await transport.send(mail)).toEqual({ kind: 'sent', reply: 'exit code 0' });
  // An address that begins with a hyphen is no option.
  expect(readFileSync(join(folder, 'arguments'), 'utf8')).toBe(
    '-i\n-f\nbounces+2026-05=ab@reed.example\n--\n-oQ/tmp@reed.example\n',
  );
  expect(readFileSync(join(folder, 'mail'), 'utf8')).toBe('Subject: Reeds\n\n.\nThe geese are back.\n');
});

const cases: [code: number, kind: Outcome['kind']][] = [
  [67, 'refused'],
  [65, 'refused'],
  [75, 'unknown'],
  [69, 'later'],
  [78, 'not-tried'],
  [74, 'unknown'],
  [1, 'unknown'],
];
test.each(cases)('exit code %i is %s, with the words of the program', async (code, kind) => {
  const { path } = program(`echo "no such reader" >&2; exit ${code}`);
  const large = { ...mail, bytes: Buffer.alloc(300_000, 'x') };
  expect(await openSendmail({ program: path }).send(large)).toEqual({
    kind,
    reply: `exit code ${code}: no such reader`,
  });
});

test('no program: nothing was tried', async () => {
  const transport = openSendmail({ program: '/nowhere/sendmail' });
  expect(await transport.verify()).toMatch(/ENOENT/);
  expect(await transport.send(mail)).toMatchObject({ kind: 'not-tried', reply: /ENOENT/ });
});

test('one that does not end, or is ended: unknown', async () => {
  const { folder, path } = program('touch begun; cat > /dev/null; exec sleep 30');
  expect((await openSendmail({ program: path, patience: 100 }).send(mail)).kind).toBe('unknown');
  const transport = openSendmail({ program: path });
  const sending = transport.send(mail);
  while (!existsSync(join(folder, 'begun'))) await new Promise((resolve) => setTimeout(resolve, 5));
  await transport.close();
  expect((await sending).kind).toBe('unknown');
  const killed = program('cat > /dev/null; kill -9 $$');
  expect(await openSendmail({ program: killed.path }).send(mail)).toEqual({
    kind: 'unknown',
    reply: 'ended by SIGKILL',
  });
});
