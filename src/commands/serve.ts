import { resolve } from 'node:path';
import { secretLength } from '../deliver/tokens.ts';
import { fail } from '../errors.ts';
import { configName } from '../io/config-file.ts';
import { loadConfig } from '../io/newsletter.ts';
import { formatJson } from '../io/terminal.ts';
import { type Environment, openTransport } from '../io/transports/open.ts';
import { type Context, type ExitCode, interrupted, printDiagnostics } from './command.ts';
import { loadDkimKeys } from './dkim.ts';
import { withState } from './state.ts';
import { newId } from './subscribers.ts';

export type ServeCommand = { port?: number; host?: string };

/** Serves archive, subscribing and unsubscribing to the public until it is interrupted. */
export async function serve(
  context: Context,
  options: ServeCommand,
  environment: Environment = process.env,
): Promise<ExitCode> {
  const { terminal, json } = context;
  const folder = resolve(context.folder);
  const { config, diagnostics } = loadConfig(folder);
  const serveUrl = config.serve.url ?? failWithoutUrl();
  const secret = readSecret(environment);
  const { keys, diagnostics: remarks } = loadDkimKeys(folder, config);
  printDiagnostics(context, [...diagnostics, ...remarks]);
  const transport = openTransport(config, folder, environment);
  return await withState<ExitCode>(context, async (state) => {
    const { servePublic } = await import('../serve/serve.ts');
    const host = options.host ?? config.serve.host;
    const given = { folder, config, serveUrl, state, transport, dkim: keys, secret, newId };
    const { port, close } = await servePublic({
      ...given,
      host,
      port: options.port ?? config.serve.port,
      now: () => context.now().getTime(),
      log: (line) => terminal.err(`${context.now().toISOString()} ${line}`),
    });
    const words = `${serveUrl} is served from port ${port} of ${host}, mails go by ${transport.name}.`;
    terminal.out(json ? formatJson({ url: serveUrl, host, port, transport: transport.name }) : words);
    await interrupted();
    await close();
    await transport.close();
    return 0;
  });
}

function failWithoutUrl(): never {
  const hint = 'Write the public address under serve:, such as url: https://letters.example/mail';
  return fail('not-ready', 'serve.url is missing: links in mails lead there', { file: configName, hint });
}

function readSecret(environment: Environment): string {
  const secret = environment['DIGESTIF_SECRET'] ?? '';
  if (secret.length >= secretLength) return secret;
  const said = secret === '' ? 'is not set' : `has ${secret.length} characters, too few`;
  const hint = `Make one of ${secretLength} or more, such as: openssl rand -hex 32. Keep it: links in old mails depend on it.`;
  return fail('secret-missing', `DIGESTIF_SECRET ${said}`, { hint });
}
