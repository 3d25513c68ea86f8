import { createHash } from 'node:crypto';
import type { Seal } from '../compose/seals.ts';
import type { Config } from '../config.ts';
import { publishedMail } from '../deliver/mail.ts';
import type { Content, Embedded } from '../deliver/message.ts';
import { diagnose } from '../errors.ts';
import { renderArchive } from '../render/archive.ts';
import { type EmailPlan, renderEmail } from '../render/email.ts';
import { renderFeed } from '../render/feed.ts';
import { renderPage } from '../render/page.ts';
import { renderReport } from '../render/report.ts';
import { neutralValues } from '../render/slots.ts';
import { type CompiledTemplates, compileTemplates, type Templates } from '../render/templates.ts';
import { contentId, ownPicturesOf } from '../text/pictures.ts';
import type {
  ArticleReport,
  Diagnostic,
  Issue,
  OutputFiles,
  PictureBytes,
  Remember,
  Site,
} from '../types.ts';
import { type Cache, forgetful } from './cache.ts';
import type { Digest } from './digest.ts';
import { reportArticles, reportIssue } from './reports.ts';
import { siteOf } from './site.ts';

export type RenderOptions = {
  config: Config;
  templates: Templates;
  /** What the stages before complained of, for the reports. */
  diagnostics: readonly Diagnostic[];
  /** Render this issue's folder only. */
  only: string | undefined;
  progress: (label: string) => void;
  /** What earlier runs made: the files are the same with and without. */
  cache?: Cache;
};

export type RenderedIssue = { issue: Issue; plan: EmailPlan };

/** `articles` explains every article. */
export type Rendered = {
  issues: RenderedIssue[];
  files: OutputFiles;
  articles: ArticleReport[];
  diagnostics: Diagnostic[];
};

/** From issues to the files of out/. Everything is made in memory: a fault in a template writes nothing. */
export async function renderDigest(digest: Digest, options: RenderOptions): Promise<Rendered> {
  return await (options.cache ?? forgetful).run('render', (remember) => renderAll(digest, options, remember));
}

async function renderAll(digest: Digest, options: RenderOptions, remember: Remember): Promise<Rendered> {
  const { config } = options;
  const same = <T>(value: T): T => remember('the same', [JSON.stringify(value)], () => value);
  const site = same(siteOf(config));
  const templates = same(options.templates);
  const compiled = remember('templates', [templates], () => compileTemplates(templates));
  const all = digest.composition.issues.map((i) => same(i.issue));
  const open = all.filter((issue) => config.publish === 'all' || issue.sealed);
  const articles = reportArticles(digest, remember);
  const out: Rendered = { issues: [], files: new Map(), articles, diagnostics: [] };
  for (const issue of all.filter(({ key }) => options.only === undefined || key === options.only)) {
    options.progress(issue.label);
    const { files, plan, diagnostics } = await remember(
      'issue',
      [issue, site, compiled, config.limits.emailBytes, ...picturesIn(issue, digest.pictures).map(bytesOf)],
      () => renderIssue(issue, site, compiled, { config, pictures: digest.pictures }),
    );
    for (const [name, content] of files) out.files.set(`${issue.key}/${name}`, content);
    const neighbours = same(neighboursOf(issue, open));
    const page = remember('page', [issue, site, neighbours, compiled], () =>
      renderPage(issue, site, neighbours, compiled),
    );
    out.files.set(`${issue.key}/index.html`, page);
    out.diagnostics.push(...diagnostics, ...checkSeal(digest, issue, files));
    const email = { bytes: plan.bytes, limit: config.limits.emailBytes, left: plan.left };
    const told = [...options.diagnostics, ...out.diagnostics];
    const report = reportIssue(digest, issue.key, email, articles, told, remember);
    if (report) {
      const { issue: _, files, articles, waiting, ...rest } = report;
      const inputs = [issue, JSON.stringify(rest), site, compiled, ...files, ...articles, null, ...waiting];
      const { json, html } = remember('report', inputs, () => ({
        json: `${JSON.stringify(report, null, 2)}\n`,
        html: renderReport(report, site, compiled),
      }));
      out.files.set(`${issue.key}/report.json`, json);
      out.files.set(`${issue.key}/report.html`, html);
    }
    out.issues.push({ issue, plan });
  }
  const archive = remember('archive', [site, compiled, ...open], () =>
    renderArchive(open, site, compiled, remember),
  );
  out.files.set('index.html', archive);
  const { limit } = config.feed;
  const feed = remember('feed', [site, compiled, limit, ...open], () =>
    renderFeed(open, site, compiled, limit, remember),
  );
  out.files.set('feed.xml', feed);
  return out;
}

/** `content` is what the files hold before anything stands in its personal places: what is sent. */
type IssueFiles = {
  files: Map<string, string | Uint8Array>;
  content: Content;
  plan: EmailPlan;
  diagnostics: Diagnostic[];
};

async function renderIssue(
  issue: Issue,
  site: Site,
  compiled: CompiledTemplates,
  { config, pictures }: Pick<MailOptions, 'config' | 'pictures'>,
): Promise<IssueFiles> {
  const { value: email, diagnostics } = await renderEmail(issue, site, compiled, {
    bytes: config.limits.emailBytes,
  });
  const own = picturesIn(issue, pictures);
  // A story that is left to the page leaves its picture there too.
  const embedded = own.filter(({ name }) => email.html.includes(`cid:${contentId(name)}`));
  const content = { ...email.slotted, slots: email.slots, pictures: embedded };
  const eml = publishedMail(site, issue, content, neutralValues(site, issue.language));
  const files = new Map<string, string | Uint8Array>([
    ['email.html', email.html],
    ['email.txt', email.text],
    ['email.eml', eml],
    ['issue.json', `${JSON.stringify(issue, null, 2)}\n`],
    ...own.map(({ name, bytes }) => [name, bytes] as const),
  ]);
  return { files, content, plan: email.plan, diagnostics };
}

/** The editor's own pictures of an issue, as far as they are there. */
function picturesIn(issue: Issue, pictures: PictureBytes): Embedded[] {
  return ownPicturesOf(issue).flatMap(({ name }) => {
    const bytes = pictures.get(name);
    return bytes ? [{ name, bytes }] : [];
  });
}

function bytesOf({ bytes }: Embedded): Uint8Array {
  return bytes;
}

/** The files whose bytes a seal vouches for. */
const sealedNames = ['email.html', 'email.txt', 'email.eml'];

/** SHA-256 of what readers will get, personal slots empty. */
export function hashFiles(files: ReadonlyMap<string, string | Uint8Array>): { [file: string]: string } {
  return Object.fromEntries(sealedNames.map((name) => [name, hashOf(files.get(name) ?? '')]));
}

/** What the mail of one issue is rendered by. */
export type MailOptions = Pick<RenderOptions, 'config' | 'templates'> & { pictures: PictureBytes };

/** Renders one issue's mail only, for sealing it. */
export async function renderMail(issue: Issue, options: MailOptions): Promise<IssueFiles> {
  return await renderIssue(issue, siteOf(options.config), compileTemplates(options.templates), options);
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function checkSeal(digest: Digest, issue: Issue, files: IssueFiles['files']): Diagnostic[] {
  const seal = digest.seals.find((s) => s.issue.key === issue.key && !s.open);
  return seal ? findBroken(seal, files) : [];
}

/** What is wrong with the files of a sealed issue: they are not the bytes that were approved. */
export function findBroken(
  { issue, hashes }: Pick<Seal, 'issue' | 'hashes'>,
  files: ReadonlyMap<string, string | Uint8Array>,
): Diagnostic[] {
  const { key } = issue;
  const place = `articles/_issues/${key}.seal.json`;
  // By its name: that is its hash. The mail differs then too, but not for a reason of its own.
  const lost = ownPicturesOf(issue).filter(({ name }) => !files.has(name));
  if (lost.length > 0) {
    const message = `${key} was approved with other pictures: ${lost.map(({ file }) => `pictures/${file}`).join(', ')}`;
    const hint = `Put back what was approved, or approve it anew: digestif approve ${key} --reopen`;
    return [diagnose('seal-broken', message, { file: place, hint })];
  }
  const made = hashFiles(files);
  const changed = Object.keys(hashes).filter((name) => hashes[name] !== made[name]);
  if (changed.length === 0) return [];
  const message = `${key} was approved with other bytes: ${changed.join(', ')}`;
  const hint = `Undo the change of config or templates, or approve it anew: digestif approve ${key} --reopen`;
  return [diagnose('seal-broken', message, { file: place, hint })];
}

type Neighbour = { key: string; label: string } | null;

function neighboursOf(issue: Issue, all: readonly Issue[]): { previous: Neighbour; next: Neighbour } {
  const earlier = all.filter((other) => other.key < issue.key).at(-1);
  const later = all.find((other) => other.key > issue.key);
  const nameOf = (other: Issue | undefined): Neighbour =>
    other ? { key: other.key, label: other.label } : null;
  return { previous: nameOf(earlier), next: nameOf(later) };
}
