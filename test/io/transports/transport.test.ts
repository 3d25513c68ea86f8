import { expect, test } from 'vitest';
import { cleanReply } from '../../../src/io/transports/transport.ts';

test('words of another machine are one line that does nothing to a terminal', () => {
  expect(cleanReply('550-no\r\n550 such\u001b[2J user\u202e\n')).toBe('550-no 550 such [2J user');
});

test('a machine that talks on is cut short', () => {
  expect(cleanReply('x'.repeat(1e6))).toHaveLength(500);
  expect(cleanReply('😀'.repeat(400)).isWellFormed()).toBe(true);
});

test('of a fault of TLS the words are left', () => {
  const source = '../deps/openssl/openssl/ssl/record/methods/tlsany_meth.c:77:';
  const said = `407D2F4A847F0000:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:${source}\n`;
  expect(cleanReply(said)).toBe('SSL routines: wrong version number');
});
