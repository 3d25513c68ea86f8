import { lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

/** What came of asking for an address: `good`, `warn` (an answer that is no page), `bad` (no answer), and in words. */
export type Tried = { result: 'good' | 'warn' | 'bad'; words: string };

export type TryOptions = {
  /** Links at once, seconds for each; links and seconds in all: what comes after them is not tried. */
  atOnce: number;
  seconds: number;
  most: number;
  inAll: number;
  /** Also addresses on this machine and in its network: never but in tests, where links come from articles. */
  local: boolean;
};

export const tryLimits: TryOptions = { atOnce: 8, seconds: 10, most: 300, inAll: 60, local: false };

/**
 * The distinct http(s) addresses that an email leads to, but for the newsletter's own, in their order. A place within a
 * page is not asked of a server.
 */
export function linksOf(email: string, own: string): string[] {
  const home = new URL(own).host;
  const found = [...email.matchAll(/\shref="(https?:[^"]+)"/gu)].map((m) =>
    plain(m[1] ?? '').replace(/#.*$/su, ''),
  );
  return [...new Set(found)].filter((link) => URL.canParse(link) && new URL(link).host !== home);
}

function plain(text: string): string {
  const signs: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) => signs[name] ?? '');
}

/** Asks each address once, a few at a time. Never throws. */
export async function tryLinks(links: readonly string[], options: TryOptions): Promise<Map<string, Tried>> {
  const results = new Map<string, Tried>();
  const waiting = links.slice(0, options.most);
  const end = performance.now() + options.inAll * 1000;
  const work = async (): Promise<void> => {
    for (let link = waiting.shift(); link !== undefined && performance.now() < end; link = waiting.shift())
      results.set(link, await tryLink(link, options));
  };
  await Promise.all(Array.from({ length: options.atOnce }, work));
  return new Map(links.flatMap((link) => (results.has(link) ? [[link, results.get(link) as Tried]] : [])));
}

/** HEAD, and GET where a server does not know HEAD. Redirects are told, not followed. */
async function tryLink(link: string, options: TryOptions): Promise<Tried> {
  try {
    const { status, location } = await ask(link, 'HEAD', options);
    const known = status === 405 || status === 501 ? await ask(link, 'GET', options) : { status, location };
    return judge(known.status, known.location);
  } catch (error) {
    return { result: 'bad', words: error instanceof Error ? wordsOf(error) : String(error) };
  }
}

function judge(status: number, location: string | undefined): Tried {
  if (status < 300) return { result: 'good', words: `answers (${status})` };
  if (status < 400) return { result: 'warn', words: `leads on to ${location ?? 'nowhere'} (${status})` };
  if (status === 404 || status === 410) return { result: 'bad', words: `is not there (${status})` };
  // Many sites turn away whoever is no browser: a person may well get in.
  return { result: 'warn', words: `refuses to answer a program (${status})` };
}

type Answer = { status: number; location: string | undefined };

function ask(link: string, method: string, { seconds, local }: TryOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const url = new URL(link);
    const host = url.hostname.replace(/^\[|\]$/gu, '');
    if (!local && isIP(host) !== 0 && isLocal(host)) throw new Error(localOnly);
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const signal = AbortSignal.timeout(seconds * 1000);
    const headers = { 'user-agent': 'Digestif link check' };
    const request = send(url, {
      method,
      headers,
      signal,
      lookup: local ? lookup : lookupPublic,
      agent: false,
    });
    request.on('error', reject);
    request.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location });
      response.destroy();
    });
    request.end();
  });
}

const localOnly = 'is on this machine or in its network: not tried';

/** The address that a name stands for is judged, and then used: it cannot be another one a moment later. */
const lookupPublic: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const found = addresses.filter(({ address }) => !isLocal(address));
    const [first] = found;
    if (!first) return callback(new Error(localOnly), '', 0);
    return options.all ? callback(null, found) : callback(null, first.address, first.family);
  });
};

const local = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const)
  local.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  local.addSubnet(net, bits, 'ipv6');

/** Whether an IP address belongs to this machine, its network or no host at all. */
export function isLocal(address: string): boolean {
  return local.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

function wordsOf(error: Error): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'does not answer in time';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'has a host that is not known';
  if (code === 'ECONNREFUSED') return 'refuses the connection';
  return error.message;
}
