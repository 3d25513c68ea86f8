import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fail } from '../errors.ts';
import { readText, writeFile } from '../io/files.ts';
import { ourTemplates } from '../io/newsletter.ts';
import { formatJson } from '../io/terminal.ts';
import type { Context, ExitCode } from './command.ts';

const files = [
  { from: 'init/digestif.config.yaml', to: 'digestif.config.yaml' },
  { from: 'init/first-article.md', to: 'articles/first-article.md' },
];

/** Makes a new newsletter: a config and one article. Nothing that is already there is touched. */
export function init(context: Context, options: { folder: string }): ExitCode {
  const folder = resolve(context.folder, options.folder);
  const hint = 'Name a new folder.';
  const exists = existsSync(folder);
  if (exists && !statSync(folder).isDirectory())
    fail('folder-not-empty', `${options.folder} is a file`, { hint });
  if (exists && readdirSync(folder).some((name) => files.some((f) => f.to.split('/')[0] === name))) {
    fail('folder-not-empty', `${options.folder} already holds a newsletter or articles`, { hint });
  }
  const today = context.now().toISOString().slice(0, 10);
  for (const { from, to } of files) {
    const text = readText(join(ourTemplates(), from)) ?? '';
    writeFile(join(folder, to), text.replaceAll('{{today}}', today));
  }
  const place = relative(context.folder, folder) || '.';
  if (context.json) context.terminal.out(formatJson({ folder: place, files: files.map((f) => f.to) }));
  else
    context.terminal.out(
      `A newsletter is in ${place}. Next:\n\n  cd ${place}\n  digestif build\n\nThen put your articles into articles/ and fill in digestif.config.yaml.`,
    );
  return 0;
}
