import { createHash } from 'node:crypto';

/** The seal of an issue without stories, as it lies on disk, for files with these texts. */
export function sealOf(files: { [name: string]: string }, more: object = {}): string {
  const time = '2026-05-31T18:00:00.000Z';
  const hashes = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, createHash('sha256').update(text).digest('hex')]),
  );
  const words = { label: 'May 2026', language: 'en', dir: 'ltr', title: 'Reeds', subject: 'Reeds' };
  const counts = { stories: 0, sources: 0, articles: 0, minutes: 0 };
  const issue = { key: '2026-05', number: 1, ...words, preheader: '', letter: '', published: time };
  const rest = { updated: time, sealed: true, lead: null, themes: [], counts };
  const seal = {
    version: 1,
    approved: time,
    revised: time,
    revision: 1,
    open: false,
    page: '',
    articles: [],
  };
  return `${JSON.stringify({ ...seal, hashes, issue: { ...issue, ...rest }, ...more }, null, 2)}\n`;
}
