import { expect, test } from 'vitest';
import { serveSchema } from '../../src/config/serve.ts';

const parse = (block: object) => serveSchema.safeParse(block);

test('nothing need be said', () => {
  expect(serveSchema.parse(undefined)).toEqual({
    host: '127.0.0.1',
    port: 4470,
    trustedProxies: ['127.0.0.1', '::1'],
    confirmDays: 7,
  });
});

test.each(['10.0.0.0/8', '192.0.2.7', 'fd00::/8', '::1', '2001:db8::/128'])(
  '%s may be trusted',
  (network) => {
    expect(parse({ trustedProxies: [network] }).success).toBe(true);
  },
);

test.each(['10.0.0.0/33', 'fd00::/129', '10.0.0.0/8/8', 'proxy.example', '', '/8', '10.0.0.0/'])(
  '"%s" is no network',
  (network) => expect(parse({ trustedProxies: [network] }).success).toBe(false),
);

test.each(['https://a.example/?x', 'https://a.example/#x', 'https://u:p@a.example', 'ftp://a.example'])(
  '%s is no public address',
  (url) => expect(parse({ url }).success).toBe(false),
);
