import { randomBytes } from 'node:crypto';
import { readAddress } from '../deliver/addresses.ts';
import { type IssueMail, mailFor, prepareIssueMail } from '../deliver/mail.ts';
import { diagnose, fail } from '../errors.ts';
import { formatJson } from '../io/terminal.ts';
import type { Diagnostic } from '../types.ts';
import { prepareToRender } from './build.ts';
import { type Context, type ExitCode, exitCodeOf, printDiagnostics } from './command.ts';
import { loadMailing, type Mailing } from './mailing.ts';
import { requireIssue } from './prepare.ts';
import { realTools, type SendTools } from './send.ts';
import { requireWay } from './send-prepare.ts';

/** Sends an issue as it is now, sealed or not, to one address. Nothing of it is noted, and its links lead nobody off the list. */
export async function sendTest(
  context: Context,
  options: { issue: string; to: string; dryRun?: boolean },
  tools: SendTools = realTools(),
): Promise<ExitCode> {
  const reading = readAddress(options.to);
  if (!('address' in reading)) fail('bad-address', `"${options.to}" ${reading.fault}`);
  const to = reading.address;
  const mailing = loadMailing(context.folder, tools.environment, { test: true });
  const mail = await mailAsItIs(context, mailing, options.issue);
  // Another one each time: receivers would fold a second test into the first.
  const id = `test-${randomBytes(8).toString('hex')}`;
  const token = mailing.tokenFor(id, options.issue);
  const { envelope, bytes } = mailFor(mail, { id, email: to, name: null, token }, context.now());
  const size = `${(bytes.length / 1024).toFixed(1)} KB`;
  if (options.dryRun) {
    context.terminal.out(
      context.json ? formatJson({ to, bytes: bytes.length }) : `${size} would go to ${to}.`,
    );
    return 0;
  }
  const transport = tools.open(mailing, context.folder);
  try {
    await requireWay(transport);
    const { kind, reply } = await transport.send({ envelope, bytes });
    const diagnostics: Diagnostic[] = [
      ...mailing.diagnostics,
      ...(kind === 'sent' ? [] : [diagnose(kind === 'unknown' ? 'maybe-delivered' : 'test-failed', reply)]),
    ];
    if (context.json)
      context.terminal.out(formatJson({ to, bytes: bytes.length, outcome: kind, reply, diagnostics }));
    else {
      printDiagnostics(context, diagnostics);
      if (kind === 'sent') context.terminal.out(`${options.issue} (${size}) is sent to ${to}: ${reply}`);
    }
    return exitCodeOf(diagnostics);
  } finally {
    await transport.close();
  }
}

async function mailAsItIs(context: Context, mailing: Mailing, key: string): Promise<IssueMail> {
  const prepared = await prepareToRender(context);
  const { issue } = requireIssue(prepared.digest, key);
  const { renderMail } = await import('../pipeline/rendering.ts');
  const { content } = await renderMail(issue, { ...prepared.newsletter, pictures: prepared.digest.pictures });
  const { site, list, dkim, serveUrl } = mailing;
  return prepareIssueMail({ site, issue, content, serveUrl, dkim, list });
}
