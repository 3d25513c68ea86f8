import { expect, test } from 'vitest';
import { cleanLink } from '../../../src/ingest/mail/links.ts';

test.each([
  ['https://a.example/ferry?utm_source=x&id=3', 'https://a.example/ferry?id=3'],
  ['https://click.a.example/ferry', null],
  ['https://a.list-manage.com/track/click?u=1', null],
  ['https://a.example/?p=1', null],
  ['https://a.example/p/ann%40b.example', null],
  [`https://a.example/p?token=${'a1b2c3d4'.repeat(6)}`, null],
  ['https://a.example/r/a1b2c3d4e5f6a7b8c9', null],
  [
    'https://a.example/2024/05/the-ferry-to-sandford-was-late',
    'https://a.example/2024/05/the-ferry-to-sandford-was-late',
  ],
  ['javascript:alert(1)', null],
])('%s leads to %s', (href, url) => expect(cleanLink(href)).toBe(url));
