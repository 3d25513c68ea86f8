import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeToken, readToken, type TokenFacts } from '../../src/deliver/tokens.ts';

const secret = '8c1f5a0e9d2b47c6a3f80e1d5b9c7a24';
const now = Date.parse('2026-06-01T08:00:00Z');
const facts: TokenFacts = {
  purpose: 'unsubscribe',
  list: 'digest.lantern.example',
  subscriber: '00112233445566778899aabbccddeeff',
  issue: '2026-05',
  expires: null,
};
const expected = { purpose: 'unsubscribe', list: 'digest.lantern.example' } as const;

test('gives back what it was made of, and is the same each time', () => {
  const token = makeToken(secret, facts);
  expect(makeToken(secret, facts)).toBe(token);
  expect(readToken(secret, token, expected, now)).toEqual(facts);
  const confirm = { ...facts, purpose: 'confirm', issue: null, expires: now + 1 } as const;
  const read = readToken(secret, makeToken(secret, confirm), { ...expected, purpose: 'confirm' }, now);
  expect(read).toEqual(confirm);
});

test('fits into a link: no sign that needs an escape, a letter at the end, short', () => {
  for (const purpose of ['confirm', 'unsubscribe'] as const) {
    const token = makeToken(secret, { ...facts, purpose, expires: now });
    expect(token).toMatch(/^[\w.-]+[a-z]$/);
    expect(token.length).toBeLessThanOrEqual(110);
  }
});

test.each([
  ['another secret', makeToken(`${secret}x`, facts)],
  ['another list', makeToken(secret, { ...facts, list: 'digest.reed.example' })],
  ['another purpose', makeToken(secret, { ...facts, purpose: 'confirm' })],
  ['expired', makeToken(secret, { ...facts, expires: now })],
  ['empty', ''],
  ['very long', `${makeToken(secret, facts)}${'c'.repeat(1e6)}`],
  ['another version', makeToken(secret, facts).replace(/^1/, '2')],
  ['another subscriber', makeToken(secret, facts).replace('0011', '0012')],
  ['another issue', makeToken(secret, facts).replace('2026-05', '2026-06')],
  ['an expiry taken away', makeToken(secret, { ...facts, expires: now - 1 }).replace(/\.\w+\.u$/, '..u')],
  ['a purpose changed', makeToken(secret, { ...facts, purpose: 'confirm' }).replace(/c$/, 'u')],
  ['a line end after it', `${makeToken(secret, facts)}\n`],
])('is refused: %s', (_, token) => {
  expect(readToken(secret, token, expected, now)).toBeNull();
});

test('until the last millisecond it is good', () => {
  const token = makeToken(secret, { ...facts, expires: now });
  expect(readToken(secret, token, expected, now - 1)).toEqual({ ...facts, expires: now });
});

test('no altered token is taken, and none that is made up', () => {
  const token = makeToken(secret, { ...facts, expires: now + 9_999_999 });
  const altered = fc
    .tuple(fc.nat(token.length), fc.nat(3), fc.string({ maxLength: 4, unit: 'grapheme-ascii' }))
    .map(([at, cut, text]) => token.slice(0, at) + text + token.slice(at + cut))
    .filter((text) => text !== token);
  const made = fc.oneof(
    fc.string(),
    fc.stringMatching(/^1\.[\w-]{43}\.[\w-]{1,32}\.[\w-]{0,10}\.[a-z0-9]{0,9}\.[cu]$/),
  );
  fc.assert(
    fc.property(fc.oneof(altered, made), (text) => readToken(secret, text, expected, now) === null),
    { seed: 6, numRuns: 5000 },
  );
});

test('every single sign counts, the spare bits of Base64 too', () => {
  const token = makeToken(secret, facts);
  for (let i = 0; i < token.length; i++) {
    for (const sign of 'Aa0_-.') {
      if (sign === token[i]) continue;
      expect(readToken(secret, token.slice(0, i) + sign + token.slice(i + 1), expected, now)).toBeNull();
    }
  }
  // The 43rd letter holds four bits: its neighbours in the alphabet decode to the same bytes.
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = token.indexOf('.', 2) - 1;
  const twin = alphabet[alphabet.indexOf(token[last] ?? '') ^ 1] ?? '';
  const other = token.slice(0, last) + twin + token.slice(last + 1);
  expect(Buffer.from(other.slice(2, last + 1), 'base64url')).toEqual(
    Buffer.from(token.slice(2, last + 1), 'base64url'),
  );
  expect(readToken(secret, other, expected, now)).toBeNull();
});

test('a list with a line feed in it is not two lists', () => {
  const token = makeToken(secret, { ...facts, list: 'a', subscriber: 'b' });
  expect(readToken(secret, token, { ...expected, list: 'a\nb' }, now)).toBeNull();
});

test('what cannot be carried is refused when it is made', () => {
  expect(() => makeToken('short', facts)).toThrow(RangeError);
  expect(() => makeToken(secret, { ...facts, subscriber: 'a.b' })).toThrow(RangeError);
  expect(() => makeToken(secret, { ...facts, issue: '' })).toThrow(RangeError);
  expect(readToken('', makeToken(secret, facts), expected, now)).toBeNull();
});
