/** Signatures of mails (RFC 6376, 8463): relaxed/relaxed, rsa-sha256 and ed25519-sha256. */
import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Field } from './headers.ts';

/** `key` is private: RSA of 1024 bits or more, or Ed25519. The record is at `<selector>._domainkey.<domain>`. */
export type DkimKey = { domain: string; selector: string; key: KeyObject };

/** What is signed where it is there. */
const signed = [
  'from',
  'to',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'feedback-id',
];

/** Named once more than they are there, so that nobody on the way can add one (section 8.15). */
const sealed = [
  'from',
  'to',
  'reply-to',
  'subject',
  'date',
  'content-type',
  'list-unsubscribe',
  'list-unsubscribe-post',
];

/**
 * The DKIM-Signature field for a header whose fields all have different names. `bodyHash` is the SHA-256, in Base64, of
 * the body in relaxed form; `time` goes into the signature.
 */
export function signatureField(
  { domain, selector, key }: DkimKey,
  fields: readonly Field[],
  bodyHash: string,
  time: Date,
): Field {
  const byName = new Map(fields.map((field) => [field.slice(0, field.indexOf(':')).toLowerCase(), field]));
  const present = signed.filter((name) => byName.has(name));
  const isRsa = key.asymmetricKeyType === 'rsa';
  const tags = [
    `v=1; a=${isRsa ? 'rsa' : 'ed25519'}-sha256; c=relaxed/relaxed;`,
    `d=${domain}; s=${selector}; t=${Math.floor(time.getTime() / 1000)};`,
    `h=${[...present, ...sealed]
      .join(':')
      .replace(/.{1,68}(?::|$)/gu, (line) => `${line}\r\n `)
      .trimEnd()};`,
    `bh=${bodyHash};`,
  ];
  const unsigned = `DKIM-Signature: ${tags.join('\r\n ')}\r\n b=`;
  const data = [...present.map((name) => byName.get(name) ?? ''), unsigned].map(relaxField).join('\r\n');
  // Ed25519 signs the hash of the data, not the data (RFC 8463, section 3).
  const signature = isRsa
    ? sign('sha256', Buffer.from(data), key)
    : sign(null, createHash('sha256').update(data).digest(), key);
  return unsigned + (signature.toString('base64').match(/.{1,72}/gu) ?? []).join('\r\n ');
}

/** A field in relaxed form: name in lower case, unfolded, runs of white space one space (section 3.4.2). */
export function relaxField(field: Field): string {
  const colon = field.indexOf(':');
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/gu, '')
    .replace(/[ \t]+/gu, ' ')
    .trim();
  return `${field.slice(0, colon).trim().toLowerCase()}:${value}`;
}

/** The hash of a body that is in relaxed form already, as `canBody` makes them. */
export function hashBody(pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('base64');
}

/** The value of the TXT record that lets others check signatures of this key. */
export function recordOf(key: KeyObject): string {
  const publicKey = createPublicKey(key);
  if (key.asymmetricKeyType === 'rsa') {
    return `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
  }
  // The 32 bytes alone, without the ASN.1 around them (RFC 8463, section 4).
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return `v=DKIM1; k=ed25519; p=${Buffer.from(x, 'base64url').toString('base64')}`;
}

/** A line for a zone file: a string of DNS has at most 255 bytes, so a long value is several. */
export function zoneLine({ domain, selector, key }: DkimKey): string {
  const strings = recordOf(key).match(/.{1,250}/gu) ?? [];
  return `${selector}._domainkey.${domain}. IN TXT ( ${strings.map((part) => `"${part}"`).join(' ')} )`;
}
