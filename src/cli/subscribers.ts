import { type Command, InvalidArgumentError } from 'commander';
import type { Act } from '../cli.ts';

type Filter = { status?: Status; tag?: string };

/** As the import knows them. */
const fields =
  'email, name, firstName, lastName, tags, language, status, disabled, unsubscribed, bounced, consentAt, consentHow, consentText, created, updated';

const statuses = ['pending', 'active', 'unsubscribed', 'bounced', 'complained'] as const;
type Status = (typeof statuses)[number];

/** The commands that look after the list and the file it lies in. */
export function describeSubscribers(program: Command, act: Act): void {
  const command = program.command('subscribers').description('look after the list of readers');
  command
    .command('add')
    .description('put one reader on the list')
    .argument('<email>', 'their address')
    .option('--name <name>', 'their name')
    .option('--tag <tag>', 'a tag; may be given again', collect, [])
    .option('--language <tag>', 'the language they read, such as pt-BR')
    .option('--consent <words>', 'how you know that they want it; kept as the record of their consent')
    .option('--again', 'also when they left before: they asked for it themselves')
    .action(
      (
        email: string,
        {
          tag,
          again,
          ...options
        }: { name?: string; tag: string[]; language?: string; consent?: string; again?: true },
      ) =>
        act(async (context) =>
          (await import('../commands/subscribers.ts')).addSubscriber(context, {
            ...options,
            email,
            tags: tag,
            again: again ?? false,
          }),
        ),
    );
  command
    .command('remove')
    .description('take one reader off the list; no import brings them back')
    .argument('<email>', 'their address')
    .option('--forget', 'delete all that is known of them, but for a hash of the address')
    .action((email: string, options: { forget?: true }) =>
      act(async (context) =>
        (await import('../commands/subscribers.ts')).removeSubscriber(context, {
          email,
          forget: options.forget ?? false,
        }),
      ),
    );
  withFilter(command.command('list').description('show who is on the list')).action((filter: Filter) =>
    act(async (context) => (await import('../commands/subscribers.ts')).listSubscribers(context, filter)),
  );
  command
    .command('import')
    .description('read a CSV file: your own, or an export of Mailchimp, listmonk, Buttondown or Substack')
    .argument('<file>', 'the file, or a bare list of addresses')
    .option(
      '--map <field=header>',
      `which column holds what, such as email=E-Mail; may be given again. Fields: ${fields}`,
      collect,
      [],
    )
    .option(
      '--treat <word=status>',
      'what a word of the status column means; may be given again',
      collect,
      [],
    )
    .option('--tag <tag>', 'a tag for all of them; may be given again', collect, [])
    .option('--consent <words>', 'where the list comes from; kept as the record of their consent')
    .option('--dry-run', 'tell what would come of it, write nothing')
    .action(
      (
        file: string,
        {
          tag,
          ...options
        }: { map: string[]; treat: string[]; tag: string[]; consent?: string; dryRun?: true },
      ) =>
        act(async (context) =>
          (await import('../commands/subscribers-import.ts')).importSubscribers(context, {
            ...options,
            file,
            tags: tag,
          }),
        ),
    );
  withFilter(command.command('export').description('write the list as CSV, which import reads again'))
    .argument('[file]', 'a file (default: standard output)')
    .action((file: string | undefined, filter: Filter) =>
      act(async (context) =>
        (await import('../commands/subscribers.ts')).exportSubscribers(context, {
          ...filter,
          ...(file === undefined ? {} : { file }),
        }),
      ),
    );
}

/** The commands for the file in which list and sendings are kept. */
export function describeState(program: Command, act: Act): void {
  const command = program.command('state').description('look after the file of readers and sendings');
  command
    .command('backup')
    .description('copy it into a new file, also while something is sent')
    .argument('<file>', 'a new file')
    .action((file: string) =>
      act(async (context) => (await import('../commands/state.ts')).backupState(context, { file })),
    );
  command
    .command('check')
    .description('check the file and the sums of every sending')
    .action(() => act(async (context) => (await import('../commands/state.ts')).checkState(context)));
}

function withFilter(command: Command): Command {
  return command
    .option('--status <status>', `only these: ${statuses.join(', ')}`, parseStatus)
    .option('--tag <tag>', 'only those with this tag');
}

function parseStatus(text: string): Status {
  const status = statuses.find((s) => s === text);
  if (status) return status;
  throw new InvalidArgumentError(`A status is one of ${statuses.join(', ')}.`);
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
