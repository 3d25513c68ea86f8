import { issuesFolder } from '../io/newsletter.ts';
import { formatJson, formatTable, showProgress } from '../io/terminal.ts';
import { mailOf } from '../pipeline/mails.ts';
import type { Rendered } from '../pipeline/rendering.ts';
import { siteOf } from '../pipeline/site.ts';
import { checkArchive, checkForms, checkMail, type Finding, type Gate, weighMail } from '../proof/gates.ts';
import type { Diagnostic } from '../types.ts';
import { prepareToRender, renderAll } from './build.ts';
import { type Context, count, type ExitCode, exitCodeOf, printDiagnostics } from './command.ts';
import { type Prepared, requireIssue } from './prepare.ts';
import { checkSettings, findPlaceholders } from './settings.ts';

type Proven = { name: string; gates: Gate[]; weight: { name: string; bytes: number }[] };

/** Most findings of one gate that are listed; `--verbose` and `--json` have all. */
const shownFindings = 8;

const signs = { pass: '✓', look: '▲', fail: '■' };

/** Puts the bytes that a build makes now through every gate; and tells what the build complains of; exit code
 * 1 when a gate fails or an error is told. Writes nothing. */
export async function proof(context: Context, options: { issue?: string }): Promise<ExitCode> {
  const prepared = await prepareToRender(context);
  if (options.issue !== undefined) requireIssue(prepared.digest, options.issue);
  const rendered = await renderAll(context, prepared, options.issue);
  const mails = await proveIssues(context, prepared, rendered);
  const archive = await proveArchive(prepared, rendered);
  const forms = await proveForms(prepared);
  const proven = [...mails, archive, forms].filter((part) => part.gates.length > 0);
  const gates = proven.flatMap((p) => p.gates);
  const all = [...prepared.diagnostics, ...rendered.diagnostics];
  const broken = brokenSeals(rendered);
  const { config } = prepared.newsletter;
  const unready = [...checkSettings(config), ...findPlaceholders(config)].flatMap(({ fault }) => fault ?? []);
  if (context.json) {
    const issues = mails.map(({ name, ...rest }) => ({ key: name, ...rest }));
    context.terminal.out(
      formatJson({
        issues,
        archive: archive.gates,
        forms: forms.gates,
        broken,
        unready,
        browser: needsBrowser,
        diagnostics: all,
      }),
    );
  } else {
    printDiagnostics(context, all);
    for (const part of proven) context.terminal.out(`${describe(part, context.verbose)}\n`);
    context.terminal.out(conclude(gates, mails.length, forms.gates.length > 0, broken));
    if (unready.length > 0) context.terminal.out(describeUnready(unready));
  }
  return gates.some((gate) => gate.result === 'fail') ? 1 : exitCodeOf(all);
}

/** Keys of issues whose bytes are not those that were approved. */
function brokenSeals({ issues, diagnostics }: Rendered): string[] {
  const files = new Set(diagnostics.filter(({ code }) => code === 'seal-broken').map(({ file }) => file));
  return issues.map(({ issue }) => issue.key).filter((key) => files.has(`${issuesFolder}/${key}.seal.json`));
}

async function proveArchive(prepared: Prepared, rendered: Rendered): Promise<Proven> {
  const site = siteOf(prepared.newsletter.config);
  const html = String(rendered.files.get('index.html'));
  const issues = prepared.digest.composition.issues.map(({ issue }) => issue);
  const gates = await checkArchive({ site, html, issues, paths: pathsOf(prepared, rendered) });
  return { name: 'Archive', gates, weight: [] };
}

/** The pages of `digestif serve`, where it is meant to be used. */
async function proveForms({ newsletter: { config, templates } }: Prepared): Promise<Proven> {
  const forms: Proven = { name: 'Forms', gates: [], weight: [] };
  if (config.serve.url === undefined) return forms;
  const { renderForms } = await import('../pipeline/forms.ts');
  const site = siteOf(config);
  return { ...forms, gates: await checkForms(site, renderForms(site, templates)) };
}

/** A single issue links to neighbours that were not rendered now. */
function pathsOf({ digest }: Prepared, { files }: Rendered): Set<string> {
  const keys = digest.composition.issues.map(({ issue }) => issue.key);
  return new Set([...files.keys(), ...keys.map((key) => `${key}/index.html`)]);
}

/** What every gate says of each issue that was rendered. */
export async function proveIssues(
  context: Context,
  prepared: Prepared,
  rendered: Rendered,
): Promise<Proven[]> {
  const { config } = prepared.newsletter;
  const paths = pathsOf(prepared, rendered);
  const proven: Proven[] = [];
  for (const { issue } of rendered.issues) {
    showProgress(context.terminal, `Checking ${issue.label} …`);
    const mail = mailOf(rendered, issue, config, paths);
    proven.push({ name: issue.key, gates: await checkMail(mail), weight: weighMail(mail) });
  }
  showProgress(context.terminal, '');
  return proven;
}

function describe({ name, gates }: Proven, all: boolean): string {
  const widest = Math.max(...gates.map((gate) => gate.figure.length));
  const rows = gates.map(({ result, title, figure, sentence }) => [
    signs[result],
    title,
    figure.padStart(widest),
    sentence,
  ]);
  const lines = formatTable(rows).split('\n');
  return [name, ...gates.flatMap((gate, i) => [`  ${lines[i]}`, ...listFindings(gate, all)])].join('\n');
}

function listFindings({ findings }: Gate, all: boolean): string[] {
  const told = all ? findings : foldAlike(findings);
  const shown = all ? told : told.slice(0, shownFindings);
  const left = told.length - shown.length;
  return [
    ...shown.flatMap(({ message, line, where, hint }) => [
      `      ${placeOf(line, where)}${message}`,
      ...(hint === null ? [] : [`        ${hint}`]),
    ]),
    ...(left > 0 ? [`      and ${left} more: --verbose lists them`] : []),
  ];
}

function placeOf(line: number | null, where: string | null): string {
  if (where !== null) return `${where}: `;
  return line === null ? '' : `line ${line}: `;
}

/** What is said several times is said once, where it is first, with how often. */
function foldAlike(findings: readonly Finding[]): Finding[] {
  const alike = Map.groupBy(findings, ({ message, hint }) => JSON.stringify([message, hint]));
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? [];
    return { ...first, message: `${first.message} (${others.length + 1} times)` };
  });
}

/** No bytes are wrong yet: a draft may lack what readers' copies must have. */
function describeUnready(unready: readonly Diagnostic[]): string {
  const lines = unready.map(({ message, hint }) => `  ${signs.look}  ${message}\n     ${hint}`);
  return ['\nBefore it is sent, for the config:', ...lines].join('\n');
}

const needsBrowser =
  'Not looked at, because it takes a browser: axe’s rules, and scrolling sideways at 320 pixels. The tests of ' +
  'Digestif hold its templates to both; the preview shows yours at that width.';

function conclude(
  gates: readonly Gate[],
  issues: number,
  hasForms: boolean,
  broken: readonly string[],
): string {
  const failed = gates.filter(({ result }) => result === 'fail').length;
  const looks = gates.filter(({ result }) => result === 'look').length;
  const verdict = failed === 0 ? 'none fails' : `${count(failed, 'fails', 'fail')}`;
  const toLook = looks === 0 ? '' : `, ${looks} to look at`;
  const seals =
    broken.length === 0
      ? ''
      : `, ${failed === 0 ? 'but' : 'and'} ${broken.length === 1 ? 'the seal of' : 'the seals of'} ${broken.join(', ')} ${broken.length === 1 ? 'is' : 'are'} broken`;
  const mails = count(issues, 'issue', 'issues');
  const places = hasForms ? `${mails}, the archive and the forms` : `${mails} and the archive`;
  const checked = `${count(gates.length, 'gate', 'gates')} on ${places}`;
  return `${checked}: ${verdict}${toLook}${seals}.\n${needsBrowser}`;
}
