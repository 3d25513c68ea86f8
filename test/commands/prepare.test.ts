import { expect, test } from 'vitest';
import { isGenerated } from '../../src/commands/prepare.ts';

test.each([
  'index.html',
  'feed.xml',
  '2026-05/index.html',
  '2026-W20/email.eml',
  '2026-Q2/report.json',
  '2026-05-14/issue.json',
])('out/%s is ours', (path) => expect(isGenerated(path)).toBe(true));

test.each([
  'CNAME',
  'robots.txt',
  '2026-05/notes.txt',
  'articles/index.html',
  '2026-05/x/index.html',
  'feed.xml.bak',
])('out/%s is not', (path) => expect(isGenerated(path)).toBe(false));
