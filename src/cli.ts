import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { describeClockwork } from './cli/clockwork.ts';
import { describeSend } from './cli/send.ts';
import { describeState, describeSubscribers } from './cli/subscribers.ts';
import { type Context, type ExitCode, isFault, printFault } from './commands/command.ts';

/** What the process edge hands over. */
export type Edge = Omit<Context, 'json' | 'verbose' | 'folder'> & { cwd: string; version: string };

type Options = { json?: boolean; verbose?: boolean; folder?: string };

/** Runs a command line (without node and script) and returns the exit code. Each command is loaded when it is run. */
export async function run(argv: readonly string[], edge: Edge): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = describeProgram(edge, async (action) => {
    code = await action(contextOf(edge, program.opts<Options>()));
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    const isUsage = error instanceof CommanderError;
    if (isUsage && error.exitCode === 0) return 0;
    if ((isUsage || isFault(error)) && wantsJson(argv)) printFault(edge.terminal, error);
    if (isUsage) return 2;
    throw error;
  }
}

/** Also where the line could not be understood, so that whoever reads JSON gets JSON. */
function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end === -1 ? argv : argv.slice(0, end)).includes('--json');
}

function contextOf(edge: Edge, options: Options): Context {
  const { terminal, now } = edge;
  return {
    terminal,
    now,
    folder: options.folder ?? edge.cwd,
    json: options.json ?? false,
    verbose: options.verbose ?? false,
  };
}

/** Runs what a command does, once its line was understood. */
export type Act = (action: (context: Context) => Promise<ExitCode>) => Promise<void>;

function describeProgram(edge: Edge, act: Act): Command {
  const program = new Command('digestif')
    .description(
      'A folder of articles becomes a newsletter: email, web archive and feed, every highlight verbatim.',
    )
    .version(edge.version)
    .option('-C, --folder <path>', 'folder of the newsletter (default: this one)', parseName)
    .option('--json', 'print the result as JSON')
    .option('-v, --verbose', 'list notes too')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => edge.terminal.out(text.trimEnd()),
      writeErr: (text) => edge.terminal.err(text.trimEnd()),
    })
    .showHelpAfterError('Run digestif --help to see what there is.')
    .addHelpText('after', examples);
  program
    .command('build')
    .description('build out/: email, web pages, archive, feed and report')
    .argument('[issue]', 'only this issue, such as 2026-05', parseIssue)
    .action((period?: string) =>
      act(async (context) =>
        (await import('./commands/build.ts')).build(context, period === undefined ? {} : { period }),
      ),
    );
  program
    .command('approve')
    .description('seal an issue: from then on it is only rendered, never regrouped')
    .argument('<issue>', 'key of the issue, such as 2026-05', parseIssue)
    .option('--reopen', 'take the seal off again')
    .option('--anyway', 'seal it although proof fails it')
    .action((issue: string, { reopen = false, anyway = false }: { reopen?: boolean; anyway?: boolean }) =>
      act(async (context) =>
        (await import('./commands/approve.ts')).approve(context, { issue, reopen, anyway }),
      ),
    );
  program
    .command('verify')
    .description('check every highlight of the built issues against its source; exit code 1 when one differs')
    .argument('[issue]', 'only this issue', parseIssue)
    .action((issue?: string) =>
      act(async (context) =>
        (await import('./commands/verify.ts')).verify(context, issue === undefined ? {} : { issue }),
      ),
    );
  program
    .command('proof')
    .description(
      'check the bytes readers get: size, links, contrast, mail programs ...; exit code 1 when a gate fails',
    )
    .argument('[issue]', 'only this issue', parseIssue)
    .action((issue?: string) =>
      act(async (context) =>
        (await import('./commands/proof.ts')).proof(context, issue === undefined ? {} : { issue }),
      ),
    );
  program
    .command('explain')
    .description("tell where an article's id, date, theme, place and highlights come from")
    .argument('<article>', 'an id, a file, or words of a title', parseName)
    .action((article: string) =>
      act(async (context) => (await import('./commands/explain.ts')).explain(context, { article })),
    );
  program
    .command('ingest')
    .description('tell what became of the files: a line each, or every range by class and rule')
    .argument('[file]', 'only this file below articles/, with every range')
    .option('--report', 'every range of every file, in a form that can be compared line by line')
    .option('--explain-range <file:line>', 'only what stands in that line')
    .action((file: string | undefined, options: { report?: boolean; explainRange?: string }) =>
      act(async (context) =>
        (await import('./commands/ingest.ts')).ingest(context, {
          ...(file === undefined ? {} : { file }),
          ...(options.report ? { report: true } : {}),
          ...(options.explainRange === undefined ? {} : { range: options.explainRange }),
        }),
      ),
    );
  program
    .command('preview')
    .description('show the issues in a browser as readers will get them, and follow what you change')
    .option(
      '--port <number>',
      'listen on this port of 127.0.0.1 (default: the first free one from 4460)',
      parsePort,
    )
    .option('--no-open', 'do not open a browser')
    .option('--export <folder>', 'write the pages into a folder instead, to send to a colleague', parseName)
    .action((options: { port?: number; open: boolean; export?: string }) =>
      act(async (context) => (await import('./commands/preview.ts')).preview(context, options)),
    );
  program
    .command('dkim')
    .description('keys that sign the mails')
    .command('new')
    .description('make a pair of keys: a private file, and the record for the DNS')
    .option('--selector <name>', 'name of the key in the DNS', parseSelector, 'digestif')
    .addOption(new Option('--type <type>', 'kind of key').choices(['rsa', 'ed25519']).default('rsa'))
    .option('--file <path>', 'where the private key goes (default: .digestif/dkim-<selector>.pem)', parseName)
    .action((options: { selector: string; type: 'rsa' | 'ed25519'; file?: string }) =>
      act(async (context) => (await import('./commands/dkim.ts')).dkimNew(context, options)),
    );
  program
    .command('doctor')
    .description('look at all that sending needs: config, DNS, keys, mail server; say what to do')
    .action(() => act(async (context) => (await import('./commands/doctor.ts')).doctor(context)));
  program
    .command('serve')
    .description('the public web app: archive and feed, subscribing, confirming, unsubscribing')
    .option('--port <number>', 'listen on this port (default: serve.port of the config)', parsePort)
    .option('--host <address>', 'listen on this address (default: serve.host of the config)', parseName)
    .action((options: { port?: number; host?: string }) =>
      act(async (context) => (await import('./commands/serve.ts')).serve(context, options)),
    );
  program
    .command('init')
    .description('make a new newsletter: a config and one article')
    .argument('<folder>', 'a new or empty folder', parseName)
    .action((folder: string) =>
      act(async (context) => (await import('./commands/init.ts')).init(context, { folder })),
    );
  describeSend(program, act, parseIssue);
  describeClockwork(program, act, parseName);
  describeSubscribers(program, act);
  describeState(program, act);
  return program;
}

function parseIssue(text: string): string {
  if (/^\d{4}-(?:\d{2}(?:-\d{2})?|W\d{2}|Q[1-4])$/u.test(text)) return text;
  throw new InvalidArgumentError('An issue is named like 2026-05, 2026-W20, 2026-Q2 or 2026-05-14.');
}

function parseSelector(text: string): string {
  if (/^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/u.test(text)) return text;
  throw new InvalidArgumentError('A selector is letters, digits and hyphens, such as digestif or s2026.');
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/u.test(text) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('A port is a number from 1 to 65535.');
}

function parseName(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('It is empty.');
}

const examples = `
Examples:
  digestif init my-letter          make a newsletter in my-letter/
  digestif build                   build all issues into out/
  digestif build 2026-05 --json    build one issue, tell the result as JSON
  digestif explain "night train"   why is this article where it is?
  digestif ingest                  what became of every file?
  digestif ingest notes/a.txt      what became of every line of a file?
  digestif preview                 look at the issues in a browser
  digestif verify                  is every highlight word for word?
  digestif proof                   is every issue fit to be sent?
  digestif approve 2026-05         seal May
  digestif subscribers import a.csv  read a list of readers
  digestif send 2026-05            send May to all of them
  digestif state backup a.sqlite   copy readers and sendings
  digestif bounces                 read what came back
  digestif run                     do what is due, by the clock
  digestif serve                   let readers subscribe and leave

Exit codes: 0 all well; 1 something is wrong with an article or a mail, the rest was done; 2 nothing was done.`;
