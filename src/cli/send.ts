import { type Command, InvalidArgumentError } from 'commander';
import type { Act } from '../cli.ts';

type Options = {
  to?: string;
  dryRun?: true;
  resume?: true;
  retryUnknown?: true;
  retryFailed?: true;
  again?: true;
  rate?: string;
  status?: true;
};

/** The command that writes to readers. */
export function describeSend(program: Command, act: Act, parseIssue: (text: string) => string): void {
  program
    .command('send')
    .description('send an approved issue to all readers, each once; without an issue, list what was sent')
    .argument('[issue]', 'key of the issue, such as 2026-05', parseIssue)
    .option('--to <address>', 'only a test mail to this address; the issue need not be approved')
    .option('--dry-run', 'make the mails and count the readers, send nothing')
    .option('--resume', 'go on with a sending that was stopped')
    .option(
      '--retry-unknown',
      'send those again of which nobody knows whether they arrived; some may come twice',
    )
    .option('--retry-failed', 'send those again that were refused or too often put off')
    .option('--again', 'send a later revision also to those who got an earlier one')
    .option('--rate <rate>', 'at most so many, such as 50/s, 1000/min or 20000/h', parseRate)
    .option('--status', 'tell what became of the last sending of the issue')
    .action((issue: string | undefined, { status, to, ...options }: Options, command: Command) =>
      act(async (context) => {
        if (issue === undefined && (to !== undefined || Object.keys(options).length > 0))
          command.error('error: which issue? Such as: digestif send 2026-05');
        if (issue === undefined || status)
          return (await import('../commands/sendings.ts')).showSendings(context, issue);
        if (to !== undefined)
          return (await import('../commands/send-test.ts')).sendTest(context, { issue, to, ...options });
        return (await import('../commands/send.ts')).send(context, { issue, ...options });
      }),
    );
}

function parseRate(text: string): string {
  if (/^[1-9]\d{0,6}\/(?:s|min|h)$/u.test(text)) return text;
  throw new InvalidArgumentError('A rate is a number and /s, /min or /h, such as 50/s.');
}
