import { expect, test } from 'vitest';
import { readMetadata } from '../../../src/ingest/html/metadata.ts';
import { open } from './pages.ts';

const cases: [html: string, key: string, value: string | undefined][] = [
  ['<meta property="article:published_time" content="2026-03-04">', 'date', '2026-03-04'],
  ['<meta name="dc.date" content="2026-03-04">', 'date', '2026-03-04'],
  ['<time datetime="2026-03-04T10:00Z">Wed</time>', 'date', '2026-03-04T10:00Z'],
  ['<p class="post-date">4 March 2026</p>', 'date', '4 March 2026'],
  ['<p>4 March 2026</p>', 'date', undefined],
  ['<h1>A bell rang</h1><p>Posted: 4 March 2026, 10:00</p>', 'date', 'Posted: 4 March 2026, 10:00'],
  [
    '<time>1 May 2025</time><p>Far away.</p><h1>A bell rang</h1><time>4 March 2026</time>',
    'date',
    '4 March 2026',
  ],
  ['<div class="related"><time datetime="2025-01-01">x</time></div><h1>A bell rang</h1>', 'date', undefined],
  ['<meta name="date" content="soon">', 'date', undefined],
  ['<link rel=canonical href="javascript:x">', 'url', undefined],
  ['<meta property="og:url" content="https://a.example/b">', 'url', 'https://a.example/b'],
  ['<html lang="pt_BR">', 'language', 'pt-BR'],
  ['<a rel="license" href="https://l.example/by">CC</a>', 'licence', 'https://l.example/by'],
  ['<meta property="og:site_name" content="Harbour Post">', 'source', 'Harbour Post'],
];
test.each(cases)('%s: %s', (html, key, value) => {
  const { tree, page } = open(html);
  expect(readMetadata(tree, page)[key]?.value).toBe(value);
});
