/** What the DNS says of a sender, judged: SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489) records. */
import { type Code, diagnose } from '../errors.ts';
import type { Diagnostic } from '../types.ts';
import { type DkimKey, recordOf, zoneLine } from './dkim.ts';

/** One thing that was looked at: a sentence where all is well, else what to do. */
export type Finding = { about: string; said: string; fault: Diagnostic | null };

/** All TXT values at a name, their strings joined; none where there are none. Throws where no server answers. */
export type FindTexts = (name: string) => Promise<string[]>;

export function well(about: string, said: string): Finding {
  return { about, said, fault: null };
}

export function wrong(about: string, code: Code, said: string, hint: string): Finding {
  return { about, said, fault: diagnose(code, said, { hint }) };
}

/** Looks all three up for the domain of the sender; `bounces` is that of the return path, which SPF is about. */
export async function checkDns(
  domain: string,
  bounces: string,
  keys: readonly DkimKey[],
  find: FindTexts,
): Promise<Finding[]> {
  const findings = [guard('SPF', async () => judgeSpf(bounces, await find(bounces)))];
  if (keys.length === 0) {
    const said = 'no key signs the mails';
    const hint =
      'Make one: digestif dkim new, and put the lines it prints into the config. Gmail and Yahoo refuse unsigned newsletters.';
    findings.push(Promise.resolve(wrong('DKIM', 'unsigned', said, hint)));
  }
  for (const key of keys) {
    const name = `${key.selector}._domainkey.${key.domain}`;
    findings.push(guard(`DKIM ${key.selector}`, async () => judgeDkim(key, await find(name))));
  }
  findings.push(guard('DMARC', async () => judgeDmarc(domain, await findDmarc(domain, find))));
  return await Promise.all(findings);
}

/** A name server that is silent says nothing about the record. */
async function guard(about: string, check: () => Promise<Finding>): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    const hint = 'Is this machine online? Ask again later, or look the record up elsewhere.';
    return wrong(about, 'dns-silent', `no name server answered: ${(error as Error).message}`, hint);
  }
}

export function judgeSpf(domain: string, texts: readonly string[]): Finding {
  const records = texts.filter((text) => /^v=spf1(?: |$)/iu.test(text));
  const [record = ''] = records;
  const bad = (said: string, hint: string): Finding => wrong('SPF', 'dns-record', said, hint);
  if (records.length === 0) {
    return bad(
      `${domain} has no SPF record`,
      `Add a TXT record at ${domain} that names who sends for it, such as "v=spf1 mx -all"; your mail provider says which.`,
    );
  }
  if (records.length > 1)
    return bad(`${domain} has ${records.length} SPF records`, 'Join them to one: with two, none counts.');
  const terms = record.toLowerCase().split(' ').slice(1);
  if (terms.some((term) => /^\+?all$/u.test(term))) {
    return bad(`${domain} lets the whole world send: ${record}`, 'End the record with -all or ~all.');
  }
  const lookups = terms.filter((term) =>
    /^[+?~-]?(?:include:|a\b|mx\b|ptr\b|exists:)|^redirect=/u.test(term),
  ).length;
  if (lookups > 10)
    return bad(
      `the SPF record asks for ${lookups} names, 10 are allowed`,
      'Leave out those that no longer send.',
    );
  return well('SPF', record);
}

export function judgeDkim(key: DkimKey, texts: readonly string[]): Finding {
  const about = `DKIM ${key.selector}`;
  const name = `${key.selector}._domainkey.${key.domain}`;
  const hint = `Publish this: ${zoneLine(key)}`;
  const records = texts.map(readTags).filter((tags) => tags.has('p'));
  const [tags = new Map<string, string>()] = records;
  const bad = (said: string): Finding => wrong(about, 'dkim-record', said, hint);
  if (records.length === 0) return bad(`there is no key at ${name}`);
  if (records.length > 1) return bad(`there are ${records.length} keys at ${name}, there must be one`);
  if (tags.get('p') === '') return bad(`the key at ${name} is revoked`);
  const wanted = readTags(recordOf(key.key));
  if (tags.get('p') !== wanted.get('p') || (tags.get('k') ?? 'rsa') !== wanted.get('k')) {
    return bad(`the key at ${name} is another one than the mails are signed with`);
  }
  const hashes = tags.get('h')?.split(':') ?? ['sha256'];
  const services = tags.get('s')?.split(':') ?? ['*'];
  if (!hashes.includes('sha256') || !(services.includes('*') || services.includes('email'))) {
    return bad(`the record at ${name} forbids what the key is for`);
  }
  const isTest = tags.get('t')?.split(':').includes('y') ?? false;
  return well(about, `${name} holds the key${isTest ? ', marked as a test (t=y)' : ''}`);
}

export function judgeDmarc(domain: string, found: { at: string; texts: readonly string[] }): Finding {
  const records = found.texts.filter(isDmarc);
  const [record = ''] = records;
  if (records.length !== 1) {
    const said = `${domain} has ${records.length === 0 ? 'no DMARC record' : `${records.length} DMARC records`}`;
    const hint = `Have one TXT record at _dmarc.${domain}: "v=DMARC1; p=none" will do; Gmail and Yahoo ask for it.`;
    return wrong('DMARC', 'dns-record', said, hint);
  }
  const policy = readTags(record).get('p') ?? 'none';
  if (/^(?:none|quarantine|reject)$/iu.test(policy)) return well('DMARC', `${found.at}: ${record}`);
  const hint = 'p is none, quarantine or reject.';
  return wrong('DMARC', 'dns-record', `the DMARC record at ${found.at} has p=${policy}`, hint);
}

/** At the domain itself, else at the nearest above it that has one; a name of one label is never asked for. */
async function findDmarc(domain: string, find: FindTexts): Promise<{ at: string; texts: string[] }> {
  const labels = domain.split('.');
  for (let i = 0; i < Math.max(1, labels.length - 1); i++) {
    const at = `_dmarc.${labels.slice(i).join('.')}`;
    const texts = await find(at);
    if (texts.some(isDmarc)) return { at, texts };
  }
  return { at: `_dmarc.${domain}`, texts: [] };
}

function isDmarc(text: string): boolean {
  return /^v\s*=\s*DMARC1\s*(?:;|$)/u.test(text);
}

/** `a=b; c=d`; white space inside a value means nothing in keys. */
function readTags(record: string): Map<string, string> {
  return new Map(
    record.split(';').flatMap((tag) => {
      const [name = '', ...value] = tag.split('=');
      return name.trim() === '' ? [] : [[name.trim(), value.join('=').replace(/\s+/gu, '')] as const];
    }),
  );
}
