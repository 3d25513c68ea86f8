import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isGenerated, saveOutputs } from '../../src/commands/prepare.ts';
import { makeNewsletter } from '../newsletter.ts';

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

test('what an unread folder may hold is not removed', () => {
  const folder = makeNewsletter({ 'out/2026-05/index.html': 'old' });
  const files = new Map([['index.html', 'new']]);
  saveOutputs(folder, files, { issue: undefined, complete: false });
  expect(existsSync(join(folder, 'out/2026-05/index.html'))).toBe(true);
  saveOutputs(folder, files, { issue: undefined, complete: true });
  expect(existsSync(join(folder, 'out/2026-05/index.html'))).toBe(false);
});
