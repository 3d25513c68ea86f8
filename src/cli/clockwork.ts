import type { Command } from 'commander';
import type { Act } from '../cli.ts';

type Options = { from?: string; dryRun?: true; list?: true };

/** What is done by the clock: reading what came back, and all that is due. */
export function describeClockwork(program: Command, act: Act, parseName: (text: string) => string): void {
  program
    .command('bounces')
    .description('read mails that came back, complaints, and wishes to leave; each counts once')
    .option(
      '--from <path>',
      'a Maildir, an mbox file or one mail (default: bounces: of the config)',
      parseName,
    )
    .option('--dry-run', 'tell what would change, change nothing')
    .option('--list', 'show what was read so far, and whom it was about')
    .action(({ list, ...options }: Options) =>
      act(async (context) => {
        const { listBounces, readBounces } = await import('../commands/bounces.ts');
        return list ? listBounces(context) : readBounces(context, options);
      }),
    );
  program
    .command('run')
    .description('do all that is due by the schedule of the config: made to be started by the clock')
    .option('--dry-run', 'tell what is due, do nothing')
    .action((options: { dryRun?: true }) =>
      act(async (context) => (await import('../commands/run.ts')).runDue(context, options)),
    );
}
