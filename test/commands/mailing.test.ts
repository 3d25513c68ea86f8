import { expect, test } from 'vitest';
import { loadMailing } from '../../src/commands/mailing.ts';
import { readToken } from '../../src/deliver/tokens.ts';
import { secret } from '../killing.ts';
import { config, makeNewsletter } from '../newsletter.ts';

const environment = { DIGESTIF_SECRET: secret };
const address = 'postalAddress: 1 Reed Lane\n';

function load(text: string, more: Parameters<typeof loadMailing>[2] = {}): ReturnType<typeof loadMailing> {
  return loadMailing(makeNewsletter({ 'digestif.config.yaml': text }), environment, more);
}

const fault = (code: string, words: RegExp): unknown =>
  expect.objectContaining({
    diagnostics: [expect.objectContaining({ code, message: expect.stringMatching(words) })],
  });

test('bounces and wishes to leave go to the sender, unless the config says otherwise', () => {
  const id = 'digest.reedpost.example';
  expect(load(config + address).list).toEqual({
    id,
    returnPath: 'letter@reedpost.example',
    leave: 'letter@reedpost.example',
  });
  const sending = 'sending: {returnPath: back@reedpost.example, leave: leave@reedpost.example}\n';
  expect(load(config + address + sending).list).toEqual({
    id,
    returnPath: 'back@reedpost.example',
    leave: 'leave@reedpost.example',
  });
});

test('tokens are those of this list', () => {
  const { tokenFor, list } = load(config + address);
  const token = tokenFor('ab', '2026-05');
  const expected = { purpose: 'unsubscribe', list: list.id } as const;
  expect(readToken(secret, token, expected, 0)).toMatchObject({ subscriber: 'ab', issue: '2026-05' });
  expect(readToken(secret, token, { ...expected, list: 'other' }, 0)).toBeNull();
});

test('a test needs no postal address', () => {
  expect(() => load(config)).toThrow(fault('not-ready', /postalAddress/) as Error);
  expect(load(config, { test: true }).serveUrl).toBeNull();
});

test('for SES there are no keys of ours: it writes fields anew that they sign', () => {
  const dkim = 'dkim: [{selector: digestif, key: nowhere.pem}]\n';
  expect(load(`${config}${address}${dkim}sending: {transport: ses}\n`).dkim).toEqual([]);
  expect(() => load(config + address + dkim)).toThrow(fault('bad-key', /no such key/) as Error);
});

test('without a secret, or with placeholders, there is none', () => {
  const folder = makeNewsletter({ 'digestif.config.yaml': config + address });
  expect(() => loadMailing(folder, {})).toThrow(fault('secret-missing', /not set/) as Error);
  expect(() => loadMailing(folder, { DIGESTIF_SECRET: 'short' })).toThrow(
    fault('secret-missing', /5 characters/) as Error,
  );
  const placeholder = (config + address).replace('The Reed Post\nurl', 'My Newsletter\nurl');
  expect(() => load(placeholder, { test: true })).toThrow(fault('not-ready', /placeholder/) as Error);
});
