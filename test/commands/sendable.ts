/** A newsletter with a sealed issue, approved once for all tests of a file. */
import { cpSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import { openState } from '../../src/io/state/open.ts';
import { reader } from '../io/state/samples.ts';
import { makeSendable, secret, setSending } from '../killing.ts';
import { makeNewsletter } from '../newsletter.ts';

let original = '';
const { DIGESTIF_SECRET: before } = process.env;

beforeAll(async () => {
  process.env['DIGESTIF_SECRET'] = secret;
  original = await makeSendable(makeNewsletter({}), 0);
});

afterAll(() => {
  delete process.env['DIGESTIF_SECRET'];
  if (before !== undefined) process.env['DIGESTIF_SECRET'] = before;
});

/** A copy with these readers. `sending` is the block of the config. */
export async function sendable(emails: readonly string[], sending = ''): Promise<string> {
  const folder = makeNewsletter({});
  cpSync(original, folder, { recursive: true });
  setSending(folder, sending);
  await addReaders(folder, emails);
  return folder;
}

export async function addReaders(folder: string, emails: readonly string[]): Promise<void> {
  const state = await openState(folder);
  await state.subscribers.put(emails.map((email) => reader(email)));
  await state.close();
}
