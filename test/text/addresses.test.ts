import { expect, test } from 'vitest';
import {
  addressOf,
  anchorOf,
  hostOf,
  issueAddress,
  pageLink,
  unsubscribeAddress,
} from '../../src/text/addresses.ts';
import { site } from '../render/fixture.ts';

test('a slash at the end of the address makes no difference', () => {
  for (const url of ['https://lantern.example/news', 'https://lantern.example/news//']) {
    expect(addressOf({ ...site, url }, 'feed.xml')).toBe('https://lantern.example/news/feed.xml');
    expect(issueAddress({ ...site, url }, { key: '2026-05' })).toBe('https://lantern.example/news/2026-05/');
  }
  expect(hostOf(site)).toBe('lantern.example');
  expect(pageLink('2026-W20')).toBe('2026-W20/index.html');
});

test('where a reader leaves: for everybody, and for one', () => {
  expect(unsubscribeAddress('https://lantern.example/news/')).toBe(
    'https://lantern.example/news/unsubscribe',
  );
  expect(unsubscribeAddress('https://lantern.example', 'u1')).toBe('https://lantern.example/unsubscribe/u1');
});

test('an anchor is plain, whatever it is made of', () => {
  expect(anchorOf('canals-bridges')).toEqual({ id: 'canals-bridges', fragment: '#canals-bridges' });
  expect(anchorOf(' "><script> x ')).toEqual({ id: 'script-x', fragment: '#script-x' });
  expect(anchorOf('河口')).toEqual({ id: '河口', fragment: '#%E6%B2%B3%E5%8F%A3' });
  expect(anchorOf('&&').id).toBe('place');
  expect(() => anchorOf(`${'x'.repeat(79)}🦢`)).not.toThrow();
});
