/** Where a request comes from, as far as it can be known: its network, in which one person may have many addresses. */
import { BlockList, isIP } from 'node:net';

export type Visitor = {
  /** The address at the other end of the line. */
  peer: string | undefined;
  /** The header X-Forwarded-For: each proxy writes down, behind the others, who it was asked by. */
  forwarded: string | undefined;
};

/** Gives the network of a visitor: `192.0.2.0/24`, `2001:db8:0:1::/64`; `unknown` where there is no address. */
export function openNetworks(trusted: readonly string[]): (visitor: Visitor) => string {
  const proxies = new BlockList();
  for (const network of trusted) {
    const [address = '', length] = network.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (length === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(length), family);
  }
  const isProxy = (address: string): boolean => proxies.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
  return ({ peer, forwarded = '' }) => {
    let known = readIp(peer ?? '');
    // From the nearest to the farthest: whatever stands before one who is not trusted, that one may have made up.
    for (const said of forwarded.split(',').reverse()) {
      const next = readIp(said);
      if (known === null || !isProxy(known) || next === null) break;
      known = next;
    }
    return known === null ? 'unknown' : networkOf(known);
  };
}

/** An address without brackets, port and zone; IPv4 where it is only dressed up as IPv6. */
function readIp(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/u, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/u, '$1')
    .replace(/%.*$/u, '')
    .replace(/^::ffff:(?=\d+\.)/iu, '');
  return isIP(bare) === 0 ? null : bare;
}

function networkOf(address: string): string {
  if (isIP(address) === 4) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  // As the URL parser writes it: no zeros in front, no dots, at most one gap.
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const head = before.split(':').filter((group) => group !== '');
  const tail = after === undefined ? [] : after.split(':').filter((group) => group !== '');
  const gap = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return `${[...head, ...gap, ...tail].slice(0, 4).join(':')}::/64`;
}
