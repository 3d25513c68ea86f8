import type { Rendered } from '../pipeline/rendering.ts';
import { siteOf } from '../pipeline/site.ts';
import type { Gate, MailBytes } from '../proof/gates.ts';
import type { PreviewState } from './state.ts';

/** What the gates say of an issue's bytes, and what takes those of its email. */
export type Checks = { gates: Gate[]; weights: { name: string; bytes: number }[]; limit: number };

const asked = new WeakMap<Rendered, Map<string, Promise<Checks | null>>>();
const made = new WeakMap<Rendered, Map<string, Checks>>();

/** The checks of an issue, made when they are first asked for and kept as long as its bytes; null: no such issue. */
export function checksOf(state: PreviewState, key: string): Promise<Checks | null> {
  const all = asked.get(state.rendered) ?? new Map<string, Promise<Checks | null>>();
  asked.set(state.rendered, all);
  const checks = all.get(key) ?? check(state, key);
  all.set(key, checks);
  return checks;
}

/** The checks of an issue if they are made already: a page need not wait for them. */
export function knownChecks({ rendered }: PreviewState, key: string): Checks | null {
  return made.get(rendered)?.get(key) ?? null;
}

async function check(state: PreviewState, key: string): Promise<Checks | null> {
  const { newsletter, rendered } = state;
  const { config } = newsletter;
  const issue = rendered.issues.find((i) => i.issue.key === key)?.issue;
  if (!issue) return null;
  const mail: MailBytes = {
    issue,
    site: siteOf(config),
    html: textOf(rendered, `${key}/email.html`),
    text: textOf(rendered, `${key}/email.txt`),
    eml: rendered.files.get(`${key}/email.eml`) ?? '',
    page: textOf(rendered, `${key}/index.html`),
    limits: config.limits,
  };
  // Loaded when an issue is looked at, not before the first page.
  const { checkMail, weighMail } = await import('../proof/gates.ts');
  const gates = await checkMail(mail);
  const checks = { gates, weights: weighMail(mail), limit: config.limits.emailBytes };
  made.set(rendered, (made.get(rendered) ?? new Map<string, Checks>()).set(key, checks));
  return checks;
}

/** A file of out/ as text; empty when there is none. */
export function textOf({ files }: Rendered, path: string): string {
  const content = files.get(path) ?? '';
  return typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
}
