import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyKinds, type Found, findArticles, scoreText } from './found.ts';

/**
 * Prints, for every .txt file of a folder, the articles that a build finds in it: title, body, authors, month.
 * With `--pastes` the folder holds whole pages with a truth.json, and word 4-gram scores are printed.
 */

/** The truth of whole pages holds subheads too. */
const pageKinds: ReadonlySet<string> = new Set([...bodyKinds, 'subhead']);

function textFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
}

async function printPastes(folder: string, verbose: boolean): Promise<void> {
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string }
  >;
  const rows: (ReturnType<typeof scoreText> & { file: string; articles: number; title: string })[] = [];
  for (const file of textFiles(folder)) {
    const articles = await findArticles(file, readFileSync(join(folder, file)), pageKinds);
    const body = articles.map((a) => a.body).join('\n');
    const score = scoreText(truth[file.replace('.txt', '')]?.articleBody ?? '', body);
    rows.push({ file, articles: articles.length, title: articles[0]?.title ?? '', ...score });
  }
  const mean = (pick: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, r) => sum + pick(r), 0) / rows.length;
  const [precision, recall] = [mean((r) => r.precision), mean((r) => r.recall)];
  const show = (n: number) => n.toFixed(3);
  const lines = verbose
    ? rows.map((r) => `${r.file} ${r.articles} p ${show(r.precision)} r ${show(r.recall)} ${r.title}`)
    : [];
  const f1 = (2 * precision * recall) / (precision + recall);
  lines.push(`pages ${rows.length} precision ${show(precision)} recall ${show(recall)} F1 ${show(f1)}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function printDumps(folder: string): Promise<void> {
  const out: { [file: string]: Found[] } = {};
  for (const file of textFiles(folder)) {
    out[file] = await findArticles(file, readFileSync(join(folder, file)), bodyKinds);
  }
  process.stdout.write(`${JSON.stringify(out, null, 1)}\n`);
}

const args = process.argv.slice(2);
const folder = args.find((a) => !a.startsWith('-'));
if (!folder) {
  process.stderr.write('usage: node test/eval/dumps.ts <folder> [--pastes] [-v]\n');
  process.exitCode = 2;
} else if (args.includes('--pastes')) await printPastes(folder, args.includes('-v'));
else await printDumps(folder);
