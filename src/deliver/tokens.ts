/** What a link in a mail is worth: facts signed with the newsletter's secret, so that nobody can make up another. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export type TokenFacts = {
  purpose: 'confirm' | 'unsubscribe';
  /** The List-ID of the newsletter. It is signed, but not carried. */
  list: string;
  subscriber: string;
  issue: string | null;
  /** Milliseconds since 1970; from then on the token is worth nothing. */
  expires: number | null;
};

/** Signs: a token is letters, digits, `.`, `_` and `-`, and ends in a letter, which no mail program cuts off a link. */
const version = '1';
const letters = { confirm: 'c', unsubscribe: 'u' } as const;

/** Least length of a secret in characters: 32 hex digits are 128 bits. */
export const secretLength = 32;

/** Longer ones were not made here: about 45 characters of our own, and the two names. */
const longest = 250;

/**
 * A token for a link. Throws a RangeError where the secret is shorter than `secretLength`, or where subscriber or issue
 * hold other than letters, digits, `_` and `-`.
 */
export function makeToken(secret: string, facts: TokenFacts): string {
  if (secret.length < secretLength) throw new RangeError(`a secret has at least ${secretLength} characters`);
  const { purpose, subscriber, issue, expires } = facts;
  const told = [subscriber, issue ?? '', expires === null ? '' : expires.toString(36), letters[purpose]];
  if (!/^[\w-]+\.[\w-]*\.[a-z0-9]*\.[cu]$/u.test(told.join('.')) || issue === '') {
    throw new RangeError('a subscriber and an issue are named by letters, digits, _ and -');
  }
  return [version, sign(secret, facts.list, told), ...told].join('.');
}

/**
 * The facts of a token that was made with this secret, for this purpose and list, and has not expired at `now`
 * (milliseconds since 1970); null for any other text. Takes the same time wherever the signature differs.
 */
export function readToken(
  secret: string,
  token: string,
  expected: { purpose: TokenFacts['purpose']; list: string },
  now: number,
): TokenFacts | null {
  if (secret.length < secretLength || token.length > longest) return null;
  const parts = /^1\.([\w-]{43})\.([\w-]+)\.([\w-]*)\.([a-z0-9]*)\.([cu])$/.exec(token);
  if (!parts) return null;
  const [, signature = '', subscriber = '', issue = '', until = '', letter = ''] = parts;
  // As text: decoded, several spellings of the last letter would be the same signature.
  const right = sign(secret, expected.list, [subscriber, issue, until, letter]);
  if (!timingSafeEqual(Buffer.from(right), Buffer.from(signature))) return null;
  const expires = until === '' ? null : Number.parseInt(until, 36);
  if (letter !== letters[expected.purpose] || (expires !== null && now >= expires)) return null;
  return { ...expected, subscriber, issue: issue === '' ? null : issue, expires };
}

/** No part holds a line feed, so that no two lists of parts are one text. */
function sign(secret: string, list: string, told: readonly string[]): string {
  const text = ['digestif', version, list.replaceAll('\n', ' '), ...told].join('\n');
  return createHmac('sha256', secret).update(text).digest('base64url');
}
