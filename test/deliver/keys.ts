/** Keys for signing in tests, and a verifier that shares no code with ours. */
import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { type DkimKey, recordOf } from '../../src/deliver/dkim.ts';

const domain = 'lantern.example';

export const rsa: DkimKey = {
  domain,
  selector: 'r1',
  key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
};

export const ed25519: DkimKey = { domain, selector: 'e1', key: generateKeyPairSync('ed25519').privateKey };

/** What mailauth says of each signature, the keys' records being all there is in DNS. */
export async function verify(bytes: Uint8Array, keys: readonly DkimKey[]): Promise<string[]> {
  const records = new Map(keys.map((key) => [`${key.selector}._domainkey.${key.domain}`, recordOf(key.key)]));
  const resolver = async (name: string): Promise<string[][]> => {
    const record = records.get(name);
    if (record === undefined) throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    return [record.match(/.{1,250}/g) ?? []];
  };
  const { results } = await dkimVerify(Buffer.from(bytes), { resolver } as Parameters<typeof dkimVerify>[1]);
  return results.map(({ status }) => status.result);
}
