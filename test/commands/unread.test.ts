import { expect, test } from 'vitest';
import { config, makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

const article =
  '---\ntitle: Weir\ndate: 2026-05-02\n---\n\nThe weir of Reed was opened on Monday by the mayor.\n';

test('what was not read is counted at the end of a build, and named by ingest', async () => {
  const folder = makeNewsletter({
    'digestif.config.yaml': config,
    'articles/a.md': article,
    'articles/notes.pdf': '%PDF-1.4',
    'articles/~$notes.docx': 'x',
  });
  const { out, code } = await runDigestif(folder, 'build');
  expect(code).toBe(0);
  expect(out).toContain('2 files were not read: digestif ingest says which, and why.');
  const { unread } = JSON.parse((await runDigestif(folder, 'ingest', '--json')).out);
  expect(unread.map((u: { file: string }) => u.file).sort()).toEqual(['notes.pdf', '~$notes.docx']);
  expect(unread.find((u: { file: string }) => u.file.startsWith('~'))?.why).toContain(
    'while a document is open',
  );
});

test('nothing is said where all was read', async () => {
  const { out } = await runDigestif(
    makeNewsletter({ 'digestif.config.yaml': config, 'articles/a.md': article }),
    'build',
  );
  expect(out).not.toContain('not read');
});
