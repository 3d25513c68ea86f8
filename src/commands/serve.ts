import { resolve } from 'node:path';
import { fail } from '../errors.ts';
import { configName } from '../io/config-file.ts';
import { formatJson } from '../io/terminal.ts';
import { type Environment, openTransport } from '../io/transports/open.ts';
import { type Context, type ExitCode, interrupted, printDiagnostics } from './command.ts';
import { loadMailing, readSecret } from './mailing.ts';
import { withState } from './state.ts';
import { newId } from './subscribers.ts';

export type ServeCommand = { port?: number; host?: string };

/** Everybody stands still while it waits for another process; it rather asks again. */
const limits = { patience: 100 };

/** Serves archive, subscribing and unsubscribing to the public until it is interrupted. */
export async function serve(
  context: Context,
  options: ServeCommand,
  environment: Environment = process.env,
): Promise<ExitCode> {
  const { terminal, json } = context;
  const folder = resolve(context.folder);
  // The letters of the law are for issues: who is asked for a confirmation gets none yet.
  const mailing = loadMailing(folder, environment, { test: true });
  const { config } = mailing;
  const serveUrl = mailing.serveUrl ?? failWithoutUrl();
  const secret = readSecret(environment);
  printDiagnostics(context, mailing.diagnostics);
  const transport = openTransport(config, folder, environment);
  const host = options.host ?? config.serve.host;
  return await withState<ExitCode>(
    context,
    async (state) => {
      const { servePublic } = await import('../serve/serve.ts');
      const { port, close } = await servePublic({
        ...mailing,
        folder,
        serveUrl,
        state,
        transport,
        secret,
        newId,
        host,
        port: options.port ?? config.serve.port,
        now: () => context.now().getTime(),
        random: Math.random,
        log: (line) => terminal.err(`${context.now().toISOString()} ${line}`),
      });
      const words = `${serveUrl} is served from port ${port} of ${host}, mails go by ${transport.name}.`;
      terminal.out(json ? formatJson({ url: serveUrl, host, port, transport: transport.name }) : words);
      // To put it in by ourselves would change the bytes of issues that are sealed.
      if (config.subscribeUrl === undefined)
        terminal.err(
          `Issues name no page to subscribe on yet: write subscribeUrl: ${new URL('subscribe', `${serveUrl.replace(/\/+$/u, '')}/`).href}`,
        );
      await interrupted();
      await close();
      await transport.close();
      return 0;
    },
    limits,
  );
}

function failWithoutUrl(): never {
  const hint = 'Write the public address under serve:, such as url: https://letters.example/mail';
  return fail('not-ready', 'serve.url is missing: links in mails lead there', { file: configName, hint });
}
