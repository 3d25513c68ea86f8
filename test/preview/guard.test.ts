import { describe, expect, test } from 'vitest';
import { framePolicy, pagePolicy, refusal } from '../../src/preview/guard.ts';

type Headers = { [name: string]: string };

const ask = (headers: Headers, { method = 'GET', path = '/' } = {}): number | null => {
  const all: Headers = { host: '127.0.0.1:4460', ...headers };
  return refusal({ method, path, header: (name) => all[name] }, 4460)?.status ?? null;
};

describe('who is served', () => {
  test.each<[Headers]>([
    [{}],
    [{ host: 'localhost:4460' }],
    [{ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
    [{ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
    // A link to a page of the preview, followed from a chat in the browser.
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
    [{ origin: 'http://127.0.0.1:4460' }],
  ])('%j', (headers) => expect(ask(headers)).toBe(null));
});

describe('who is refused', () => {
  test.each<[Headers, number]>([
    [{ host: 'evil.example' }, 421],
    [{ host: 'evil.example:4460' }, 421],
    [{ host: '127.0.0.1:4461' }, 421],
    [{ host: '127.0.0.1' }, 421],
    [{ host: '' }, 421],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://127.0.0.1:4461' }, 403],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }, 403],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, 403],
    // Another program of this machine, on another port, is the same site.
    [{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, 403],
  ])('%j', (headers, status) => expect(ask(headers)).toBe(status));

  test('a foreign page may not even visit the stream', () => {
    const visit = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect(ask(visit, { path: '/events' })).toBe(403);
  });
  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s', (method) => {
    expect(ask({}, { method })).toBe(405);
    expect(ask({}, { method, path: '/issues/2026-05/' })).toBe(405);
  });
  test('what acts must be asked for by a page of ours', () => {
    const act = { method: 'POST', path: '/issues/2026-05/links/' };
    expect(ask({ origin: 'http://127.0.0.1:4460', 'sec-fetch-site': 'same-origin' }, act)).toBe(null);
    expect(ask({}, act)).toBe(403);
    expect(ask({ origin: 'https://evil.example' }, act)).toBe(403);
    expect(ask({ origin: 'http://127.0.0.1:4460', 'sec-fetch-site': 'cross-site' }, act)).toBe(403);
  });
});

test('no policy allows a script of its own or an address elsewhere', () => {
  for (const policy of [pagePolicy, framePolicy]) expect(policy).toContain("default-src 'none'");
  expect(pagePolicy).not.toMatch(/unsafe|https?:|\*/u);
  expect(framePolicy).not.toMatch(/script|https?:|\*/u);
});

test('a browser leaves port 80 out', () => {
  const ask = (host: string) =>
    refusal({ method: 'GET', path: '/', header: (name) => (name === 'host' ? host : undefined) }, 80);
  expect(ask('127.0.0.1')).toBeNull();
  expect(ask('evil.example')).toMatchObject({ status: 421 });
});
