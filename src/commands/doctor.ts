import type { Config } from '../config.ts';
import { checkDns, type Finding, type FindTexts, well, wrong } from '../deliver/dns-records.ts';
import { secretLength } from '../deliver/tokens.ts';
import { DigestifError } from '../errors.ts';
import { loadConfig, loadSeals } from '../io/newsletter.ts';
import { openResolver } from '../io/resolver.ts';
import type { checkLogin } from '../io/smtp-login.ts';
import { formatJson, formatTable } from '../io/terminal.ts';
import { type Context, type ExitCode, exitCodeOf, printDiagnostics } from './command.ts';
import { loadDkimKeys, senderDomain } from './dkim.ts';
import { checkAnswers } from './doctor-answers.ts';
import { checkApproved } from './doctor-issue.ts';
import { wayOut } from './doctor-way.ts';
import { checkSettings, findReserved } from './settings.ts';

/** What the doctor asks with, and where: the network and the environment. */
export type DoctorTools = {
  env: { [name: string]: string | undefined };
  find: FindTexts;
  /** Greets the server that mails are given to; null where the config names none. */
  login: (() => ReturnType<typeof checkLogin>) | null;
};

type Seals = ReturnType<typeof loadSeals>;

/** Looks at all that sending needs and says what to do; changes nothing, sends nothing. */
export async function doctor(context: Context, given?: DoctorTools): Promise<ExitCode> {
  const { folder } = context;
  const { config, diagnostics: remarks } = loadConfig(folder);
  const tools = given ?? realTools(config, folder);
  const seals = loadSeals(folder);
  const findings = [
    ...checkSettings(config),
    ...findReserved(config),
    checkSecret(tools.env),
    checkClock(seals, context.now()),
    ...checkApproved(folder, seals, config.limits.emailBytes),
    ...checkAnswers(config, folder, tools.env),
    ...(await checkDomain(folder, config, tools.find)),
    ...(tools.login === null ? [] : [await checkServer(tools.login)]),
  ];
  const diagnostics = [...remarks, ...findings.flatMap(({ fault }) => (fault ? [fault] : []))];
  if (context.json) {
    const checks = findings.map(({ about, said, fault }) => ({ about, ok: fault === null, said }));
    context.terminal.out(formatJson({ checks, diagnostics }));
  } else {
    const rows = findings.filter(({ fault }) => fault === null).map(({ about, said }) => ['ok', about, said]);
    context.terminal.out(formatTable(rows));
    printDiagnostics(context, diagnostics);
  }
  return exitCodeOf(diagnostics);
}

function realTools(config: Config, folder: string): DoctorTools {
  return { env: process.env, find: openResolver(), login: wayOut(config, folder, process.env) };
}

function checkSecret(env: DoctorTools['env']): Finding {
  const length = env['DIGESTIF_SECRET']?.length ?? 0;
  if (length >= secretLength) return well('secret', 'DIGESTIF_SECRET is set');
  const said =
    length === 0 ? 'DIGESTIF_SECRET is not set' : `DIGESTIF_SECRET has ${length} characters, too few`;
  const hint = `Make one of ${secretLength} or more, such as: openssl rand -hex 32. Keep it: links in old mails depend on it.`;
  return wrong('secret', 'secret-missing', said, hint);
}

/** A machine cannot be asked what time it is, but it can have written a time that has not come yet. */
function checkClock(seals: Seals, now: Date): Finding {
  const last = seals
    .flatMap(({ text }) => /"revised": "([^"]+)"/u.exec(text)?.[1] ?? [])
    .sort()
    .at(-1);
  const said = `it is ${now.toISOString().slice(0, 16)} UTC`;
  if (last === undefined || Date.parse(last) <= now.getTime() || Number.isNaN(Date.parse(last)))
    return well('clock', said);
  const hint = 'Set the clock (timedatectl set-ntp true): dates and signatures of mails come from it.';
  return wrong('clock', 'clock-wrong', `${said}, but an issue was approved on ${last}`, hint);
}

async function checkDomain(folder: string, config: Config, find: FindTexts): Promise<Finding[]> {
  const domain = senderDomain(config);
  try {
    const { keys, diagnostics } = loadDkimKeys(folder, config);
    const open = diagnostics.map((fault): Finding => ({ about: 'key file', said: fault.message, fault }));
    return [...open, ...(await checkDns(domain, domain, keys, find))];
  } catch (error) {
    if (!(error instanceof DigestifError)) throw error;
    const faults = error.diagnostics.map(
      (fault): Finding => ({ about: 'key file', said: fault.message, fault }),
    );
    return [...faults, ...(await checkDns(domain, domain, [], find)).filter(({ about }) => about !== 'DKIM')];
  }
}

async function checkServer(login: NonNullable<DoctorTools['login']>): Promise<Finding> {
  const fault = await login();
  return fault
    ? wrong('server', 'smtp-login', fault.said, fault.hint)
    : well('server', 'it takes mails the way the config says');
}
