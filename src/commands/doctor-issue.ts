import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Finding, well, wrong } from '../deliver/dns-records.ts';
import { readText } from '../io/files.ts';
import type { loadSeals } from '../io/newsletter.ts';
import { parseSeal } from '../pipeline/seals.ts';

/** The newest approved issue: its seal, its files as they were built, and whether the email is too long. */
export function checkApproved(folder: string, seals: ReturnType<typeof loadSeals>, limit: number): Finding[] {
  const newest = [...seals].sort((a, b) => (a.issue < b.issue ? -1 : 1)).at(-1);
  if (!newest) return [well('issue', 'none is approved yet')];
  const key = newest.issue;
  const { value: seal, diagnostics } = parseSeal(newest);
  if (seal === null) return diagnostics.map((fault) => ({ about: 'issue', said: fault.message, fault }));
  if (seal.open) return [well('issue', `${key} was reopened: digestif approve ${key}`)];
  const names = Object.keys(seal.hashes);
  const found = new Map(names.map((name) => [name, readText(join(folder, 'out', key, name))]));
  const missing = names.filter((name) => found.get(name) === null);
  const other = names.filter((name) => {
    const text = found.get(name);
    return text != null && createHash('sha256').update(text).digest('hex') !== seal.hashes[name];
  });
  return [judgeFiles(key, missing, other), ...judgeSize(key, found.get('email.html'), limit)];
}

function judgeFiles(key: string, missing: readonly string[], other: readonly string[]): Finding {
  if (other.length > 0) {
    const hint = `Build again: digestif build. If it is still so, undo what changed since the approval, or approve it anew: digestif approve ${key} --reopen`;
    return wrong(
      'issue',
      'seal-broken',
      `${other.join(', ')} of ${key} in out/ is not what was approved`,
      hint,
    );
  }
  if (missing.length > 0) {
    const said = `${key} is approved, but out/ lacks its ${missing.join(', ')}`;
    return wrong('issue', 'rendering-differs', said, 'Build it: digestif build');
  }
  return well('issue', `${key} in out/ is what was approved`);
}

function judgeSize(key: string, html: string | null | undefined, limit: number): Finding[] {
  if (html == null) return [];
  const bytes = Buffer.byteLength(html);
  const said = `the email of ${key} has ${bytes} bytes of ${limit}`;
  const hint = 'Gmail cuts longer ones: shorten the letter, approve it anew.';
  return [bytes <= limit ? well('size', said) : wrong('size', 'email-too-large', said, hint)];
}
