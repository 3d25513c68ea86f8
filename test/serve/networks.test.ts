import { expect, test } from 'vitest';
import { openNetworks } from '../../src/serve/networks.ts';

const networkOf = openNetworks(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:0:1:aaaa::1', '2001:db8:0:1::/64'],
  ['2001:DB8::1:0:0:0:7', '2001:db8:0:1::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', 'unknown'],
  ['/run/socket', 'unknown'],
])('%s is of %s', (peer, network) => {
  expect(networkOf({ peer, forwarded: undefined })).toBe(network);
});

test('a visitor from elsewhere is not believed', () => {
  expect(networkOf({ peer: '192.0.2.1', forwarded: '203.0.113.9' })).toBe('192.0.2.0/24');
});

test.each([
  ['127.0.0.1', '203.0.113.9', '203.0.113.0/24'],
  ['::ffff:127.0.0.1', '203.0.113.9', '203.0.113.0/24'],
  ['127.0.0.1', ' [2001:db8:1::5]:443 ', '2001:db8:1:0::/64'],
  ['127.0.0.1', '203.0.113.9:5000', '203.0.113.0/24'],
  // What stands farther left was made up by the visitor.
  ['127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.0/24'],
  ['127.0.0.1', '198.51.100.1, 203.0.113.9, 10.1.2.3', '203.0.113.0/24'],
  ['fd00::1', '203.0.113.9, fd00::2', '203.0.113.0/24'],
  ['127.0.0.1', 'unknown', '127.0.0.0/24'],
  ['127.0.0.1', '', '127.0.0.0/24'],
  ['127.0.0.1', '203.0.113.9, _hidden', '127.0.0.0/24'],
  ['127.0.0.1', '10.9.9.9', '10.9.9.0/24'],
])('by %s for %s it is %s', (peer, forwarded, network) => {
  expect(networkOf({ peer, forwarded })).toBe(network);
});

test('nobody trusted, nobody believed', () => {
  expect(openNetworks([])({ peer: '127.0.0.1', forwarded: '203.0.113.9' })).toBe('127.0.0.0/24');
});
