import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { diagnose, fail } from '../errors.ts';
import { nearest } from '../text/nearest.ts';
import { readPictures } from '../text/pictures.ts';
import type { Diagnostic, Issue, PictureBytes, ReadPicture } from '../types.ts';
import { configName, parseConfig } from './config-file.ts';
import { type FoundFile, readFolder, readText, readTexts } from './files.ts';
import { parseIds } from './ids-file.ts';
import { openPictures } from './pictures.ts';

/** Everything a build depends on, and nothing else. Paths are below the newsletter's folder. */
export type Newsletter = {
  folder: string;
  config: Config;
  files: FoundFile[];
  /** Editor's pages and seals by issue key. */
  pages: { file: string; issue: string; text: string }[];
  seals: { file: string; issue: string; text: string }[];
  ids: Map<string, string>;
  /** Reads the editor's own pictures. */
  readPicture: ReadPicture;
  /** Templates by name; those of the look take the place of ours, the newsletter's own that of both. */
  templates: { [name: string]: string };
  diagnostics: Diagnostic[];
};

export const idsName = 'articles/_ids.yaml';
export const issuesFolder = 'articles/_issues';

/** The config alone. Its faults are thrown. */
export function loadConfig(folder: string): { config: Config; diagnostics: Diagnostic[] } {
  const text = readText(join(folder, configName));
  if (text === null) {
    const hint =
      'Run digestif in the folder of a newsletter, name it with --folder, or make one: digestif init <folder>';
    fail('config-missing', `there is no ${configName} in ${folder}`, { file: configName, hint });
  }
  return parseConfig(text);
}

/** Loads a newsletter's folder. Faults of config, ids and templates are thrown. */
export function loadNewsletter(folder: string): Newsletter {
  const { config, diagnostics } = loadConfig(folder);
  const templates = readTemplates(folder, config);
  const articles = readFolder(join(folder, 'articles'), { fileBytes: config.limits.fileMegabytes * 1e6 });
  return {
    folder,
    config,
    files: articles.files,
    pages: issueFiles(folder, '.md'),
    seals: loadSeals(folder),
    ids: parseIds(idsName, readText(join(folder, idsName)) ?? ''),
    readPicture: readerOf(folder, config),
    templates: { ...templates.ours, ...templates.own },
    diagnostics: [
      ...diagnostics,
      ...complainOfUnused(templates, config.templates),
      ...articles.diagnostics.map(inArticles),
    ],
  };
}

function inArticles(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, file: ['articles', diagnostic.file].filter((name) => name).join('/') };
}

/** The seals as they lie on disk, by issue key. */
export function loadSeals(folder: string): Newsletter['seals'] {
  return issueFiles(folder, '.seal.json');
}

function issueFiles(folder: string, ending: string): { file: string; issue: string; text: string }[] {
  return readTexts(join(folder, issuesFolder), ending).map(({ name, text }) => ({
    file: `_issues/${name}${ending}`,
    issue: name,
    text,
  }));
}

/** The templates that a newsletter is rendered by. */
export function loadTemplates(
  folder: string,
  config: Pick<Config, 'look' | 'templates'>,
): Newsletter['templates'] {
  const { ours, own } = readTemplates(folder, config);
  return { ...ours, ...own };
}

/** The pictures of an issue that are what it names. */
export function loadPictures(folder: string, config: Pick<Config, 'limits'>, issue: Issue): PictureBytes {
  return readPictures([issue], readerOf(folder, config));
}

function readerOf(folder: string, { limits }: Pick<Config, 'limits'>): ReadPicture {
  return openPictures(folder, limits.pictureKilobytes * 1000);
}

type FoundTemplates = { ours: Newsletter['templates']; own: Newsletter['templates'] };

/** Ours are those of the look and, below them, those of every look. */
function readTemplates(
  folder: string,
  { look, templates }: Pick<Config, 'look' | 'templates'>,
): FoundTemplates {
  const read = (...folders: string[]): Newsletter['templates'] => {
    const found = folders.flatMap((path) => readTexts(path, '.hbs'));
    return Object.fromEntries(found.map(({ name, text }) => [name, text]));
  };
  return {
    ours: read(ourTemplates(), join(ourTemplates(), 'looks', look)),
    own: read(join(folder, templates)),
  };
}

/** A template of a name that nothing asks for changes nothing, and its editor looks for the reason elsewhere. */
function complainOfUnused({ ours, own }: FoundTemplates, folder: string): Diagnostic[] {
  const sources = Object.values({ ...ours, ...own });
  const includes = sources.flatMap((text) =>
    Array.from(text.matchAll(/\{\{~?#?>\s*["'[]?([^\s"'\]}~]+)/gu), ([, name = '']) => name),
  );
  const used = new Set([...Object.keys(ours), ...includes]);
  return Object.keys(own)
    .filter((name) => !used.has(name))
    .map((name) => {
      const right =
        Object.keys(ours).find((one) => one.startsWith(`${name}.`)) ?? nearest(name, Object.keys(ours));
      const hint = right
        ? `Did you mean ${right}.hbs?`
        : `Give it the name of one of ours, or include it in a template: {{> ${name}}}.`;
      const message = 'is not used: none of our templates has this name, and no template includes it';
      return diagnose('unused-template', message, { file: `${folder}/${name}.hbs`, hint });
    });
}

/** The templates that come with Digestif: beside src/ in the repository, beside dist/ in the package. */
export function ourTemplates(): string {
  return fileURLToPath(new URL('../../templates/', import.meta.url));
}

/** Whether a folder already holds a newsletter. */
export function isNewsletter(folder: string): boolean {
  return existsSync(join(folder, configName));
}
