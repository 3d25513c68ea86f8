import type { Seal } from '../compose/seals.ts';
import type { Content } from '../deliver/message.ts';
import { DigestifError, fail } from '../errors.ts';
import type { Digest } from './digest.ts';
import { findBroken, hashFiles, type MailOptions, renderMail } from './rendering.ts';

export { formatSeal, parseIssue, type Seal } from '../compose/seals.ts';

/** `now` is the time of approval, ISO. */
export type SealOptions = Omit<MailOptions, 'pictures'> & { now: string };

/** The seal of an issue as it stands; a reopened one keeps its number and first approval. */
export async function sealDigest(digest: Digest, key: string, options: SealOptions): Promise<Seal> {
  const composed = digest.composition.issues.find((i) => i.issue.key === key);
  if (!composed) fail('no-issue', `there is no issue ${key}`);
  const old = digest.seals.find((seal) => seal.issue.key === key);
  const approved = old?.approved ?? options.now;
  const issue = { ...composed.issue, published: approved, updated: options.now, sealed: true };
  const { files } = await renderMail(issue, { ...options, pictures: digest.pictures });
  return {
    version: 1,
    approved,
    revised: options.now,
    revision: (old?.revision ?? 0) + 1,
    open: false,
    page: composed.page.hash,
    articles: composed.considered,
    hashes: hashFiles(files),
    issue,
  };
}

/** A seal, and what it is rendered by. */
export type SealedQuestion = MailOptions & { seal: Seal };

/**
 * What the mails of a sealed issue say: made from its seal and the pictures that it names by their hashes. Fault
 * `seal-broken` where it is not what was approved.
 */
export async function contentOfSeal(seal: Seal, options: MailOptions): Promise<Content> {
  const { files, content } = await renderMail(seal.issue, options);
  const broken = findBroken(seal, files);
  if (broken.length > 0) throw new DigestifError(broken);
  return content;
}
