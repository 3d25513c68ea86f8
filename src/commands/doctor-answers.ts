import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { type Finding, well, wrong } from '../deliver/dns-records.ts';
import { DigestifError } from '../errors.ts';
import { openMailbox } from '../io/mailbox/open.ts';

/** How readers leave, and whether the mailbox with what comes back is there. Connects to nothing. */
export function checkAnswers(
  config: Config,
  folder: string,
  env: { [name: string]: string | undefined },
): Finding[] {
  return [checkLeaving(config), ...checkMailbox(config, folder, env)];
}

function checkLeaving({ serve, bounces }: Config): Finding {
  const { url } = serve;
  if (url?.startsWith('https:')) return well('leaving', `by one click, at ${url}`);
  const byMail = 'readers can leave by mail only';
  if (url !== undefined) {
    const hint =
      'Put digestif serve behind a proxy that has a certificate, and name its https address there.';
    return wrong('leaving', 'no-one-click', `serve.url is ${url}, and one click needs https`, hint);
  }
  if (bounces.mailbox === undefined) {
    const hint =
      'Add serve.url for one click, or bounces: and let digestif bounces run: else nobody reads that they leave.';
    return wrong(
      'leaving',
      'no-one-click',
      `without serve.url ${byMail}, and no bounces: says where that arrives`,
      hint,
    );
  }
  return well('leaving', `without serve.url ${byMail}: let digestif bounces (or run) run every day`);
}

function checkMailbox(
  config: Config,
  folder: string,
  env: { [name: string]: string | undefined },
): Finding[] {
  const { mailbox, path } = config.bounces;
  try {
    if (openMailbox(config, folder, env) === null) return [];
  } catch (error) {
    if (!(error instanceof DigestifError)) throw error;
    return error.diagnostics.map((fault) => ({ about: 'bounces', said: fault.message, fault }));
  }
  if (mailbox === 'imap' || path === undefined) return [well('bounces', 'are read from the IMAP server')];
  if (existsSync(resolve(folder, path))) return [well('bounces', `are read from ${path}`)];
  const hint = 'Correct bounces.path, or let your mail server put mails to the return path there.';
  return [wrong('bounces', 'mailbox-unread', `bounces.path ${path} does not exist`, hint)];
}
