import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadNewsletter } from '../../src/io/newsletter.ts';
import { mailOf } from '../../src/pipeline/mails.ts';
import type { Issue, OutputFiles } from '../../src/types.ts';

const root = join(import.meta.dirname, '../..');

test('a mail is what lies in out/ of one issue', () => {
  const read = (path: string): Buffer => readFileSync(join(root, 'out', path));
  const names = ['email.html', 'email.txt', 'email.eml', 'index.html'].map((name) => `2026-10/${name}`);
  const files: OutputFiles = new Map(names.map((name) => [name, read(name)]));
  const issue = JSON.parse(read('2026-10/issue.json').toString()) as Issue;
  const mail = mailOf({ files }, issue, loadNewsletter(root).config, new Set(names));
  expect(mail.html).toBe(read('2026-10/email.html').toString());
  expect(mail.page).toBe(read('2026-10/index.html').toString());
  expect(mail.eml).toEqual(read('2026-10/email.eml'));
  expect(mail.paths).toContain('2026-10/index.html');
  expect(mail.site.url).toBe('https://slackwater.example');
});
