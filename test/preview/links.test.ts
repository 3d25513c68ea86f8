import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isLocal, linksOf, tryLimits, tryLinks } from '../../src/preview/links.ts';

const asked: string[] = [];
let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const status = Number(request.url?.slice(1));
    if (request.url === '/hang') return;
    if (request.url === '/get-only') response.writeHead(request.method === 'GET' ? 200 : 405).end();
    else if (request.url === '/moved') response.writeHead(301, { location: '/200' }).end();
    else response.writeHead(status || 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const trying = { ...tryLimits, local: true };

test('an email has the links that lead elsewhere, each once', () => {
  const email = `<a href="https://a.example/x?y=1&amp;z=2">A</a> <a href="https://a.example/x?y=1&amp;z=2">A</a>
<a href="https://own.example/2026-05/">web</a><a href="mailto:a@b.example">m</a><a href="#top">t</a><a href="https://a.example/x?y=1&amp;z=2#:~:text=One">s</a> href="https://text.example"x`;
  expect(linksOf(email, 'https://own.example')).toEqual([
    'https://a.example/x?y=1&z=2',
    'https://text.example',
  ]);
});

describe('what comes of trying', () => {
  test.each([
    ['/200', 'good'],
    ['/get-only', 'good'],
    ['/moved', 'warn'],
    ['/403', 'warn'],
    ['/500', 'warn'],
    ['/404', 'bad'],
    ['/410', 'bad'],
  ])('%s: %s', async (path, result) => {
    const tried = await tryLinks([base + path], trying);
    expect(tried.get(base + path)?.result).toBe(result);
  });
  test('no answer, no server and no host', async () => {
    const links = [`${base}/hang`, 'http://127.0.0.1:1/', 'http://nowhere.invalid/'];
    const tried = await tryLinks(links, { ...trying, seconds: 0.3 });
    expect([...tried.keys()]).toEqual(links);
    expect([...tried.values()].map((t) => t.result)).toEqual(['bad', 'bad', 'bad']);
    expect(tried.get(links[0] ?? '')?.words).toBe('does not answer in time');
  });
  test('no more than the limits allow', async () => {
    const links = Array.from({ length: 9 }, (_, i) => `${base}/200?${i}`);
    expect((await tryLinks(links, { ...trying, most: 4 })).size).toBe(4);
    expect((await tryLinks(links, { ...trying, inAll: 0 })).size).toBe(0);
  });
});

test('this machine and its network are left alone, whatever name they go by', async () => {
  asked.length = 0;
  const port = new URL(base).port;
  const names = [
    '127.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '2130706433',
    '0',
    '0x7f.1',
    '10.0.0.1',
    '169.254.169.254',
  ];
  const tried = await tryLinks(
    names.map((name) => `http://${name}:${port}/200`),
    { ...tryLimits, seconds: 2 },
  );
  expect([...tried.values()].map((t) => t.words)).toEqual(
    names.map(() => 'is on this machine or in its network: not tried'),
  );
  expect(asked).toEqual([]);
  expect(['8.8.8.8', '2606:4700::1111'].map(isLocal)).toEqual([false, false]);
});
