import type { Config } from '../config.ts';
import { DigestifError } from '../errors.ts';
import { checkLogin } from '../io/smtp-login.ts';
import { type Environment, openTransport, smtpSettings } from '../io/transports/open.ts';

/** Tries the way that mails leave by, without sending; null for a Maildir, which nothing can be wrong with from afar. */
export function wayOut(
  config: Config,
  folder: string,
  environment: Environment,
): (() => ReturnType<typeof checkLogin>) | null {
  const { sending } = config;
  if (sending.transport === 'file') return null;
  return async () => {
    try {
      if (sending.transport === 'smtp' && sending.oauth === undefined)
        return askWhetherItRuns(await checkLogin(smtpSettings(sending, environment)));
      const transport = openTransport(config, folder, environment);
      const said = await transport.verify().finally(transport.close);
      const hint = 'Check the block sending: of the config, and what is in the environment.';
      return said === null ? null : { said, hint };
    } catch (error) {
      if (!(error instanceof DigestifError)) throw error;
      const [{ message = '', hint = '' } = {}] = error.diagnostics;
      return { said: message, hint };
    }
  };
}

/** On this very machine no firewall is in the way. */
function askWhetherItRuns(fault: Awaited<ReturnType<typeof checkLogin>>): typeof fault {
  const isRefused = fault && /ECONNREFUSED (?:127\.|::1)/u.test(fault.said);
  return isRefused
    ? { ...fault, hint: 'Is the mail server of this machine running? Check sending.port, too.' }
    : fault;
}
