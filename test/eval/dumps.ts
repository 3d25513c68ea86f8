import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configSchema } from '../../src/config.ts';
import { makeDigest } from '../../src/pipeline/digest.ts';
import { joinRanges } from '../../src/text/ranges.ts';
import type { AnalyzedArticle } from '../../src/types.ts';

/**
 * Prints, for every .txt file of a folder, the articles that a build finds in it: title, body, authors, month.
 * With `--pastes` the folder holds whole pages with a truth.json, and word 4-gram scores are printed.
 */

type Found = { title: string; body: string; authors: string[]; month: string | null };

const config = configSchema.parse({
  title: 'Eval',
  url: 'https://eval.example',
  sender: { name: 'Eval', email: 'eval@eval.example' },
});

const bodyKinds: ReadonlySet<string> = new Set(['paragraph', 'item', 'quote']);

/** The truth of whole pages holds subheads too. */
const pageKinds: ReadonlySet<string> = new Set([...bodyKinds, 'subhead']);

function monthOf({ date }: AnalyzedArticle): string | null {
  return date && date.precision !== 'year' ? date.value.slice(0, 7) : null;
}

async function findArticles(folder: string, file: string, kinds: ReadonlySet<string>): Promise<Found[]> {
  const files = [{ path: file, bytes: readFileSync(join(folder, file)) }];
  const { value } = await makeDigest({ config, files, pages: [], seals: [], ids: new Map() });
  const texts = new Map(value.parts.map(({ part }) => [part.key, part.text]));
  return value.articles.map((article) => ({
    title: article.title.text,
    body: article.paragraphs
      .filter((p) => kinds.has(p.kind))
      .map((p) => joinRanges(texts.get(article.part) ?? '', p.ranges))
      .join('\n'),
    authors: article.authors.map((a) => a.text),
    month: monthOf(article),
  }));
}

function textFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - 3); i += 1) {
    const key = words.slice(i, i + 4).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function scorePage(truth: string, found: string): { precision: number; recall: number } {
  const [a, b] = [shingles(truth), shingles(found)];
  let shared = 0;
  for (const [key, count] of a) shared += Math.min(count, b.get(key) ?? 0);
  const total = (m: Map<string, number>) => [...m.values()].reduce((sum, n) => sum + n, 0);
  return { precision: found === '' ? 0 : shared / total(b), recall: shared / total(a) };
}

async function printPastes(folder: string, verbose: boolean): Promise<void> {
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string }
  >;
  const rows: (ReturnType<typeof scorePage> & { file: string; articles: number; title: string })[] = [];
  for (const file of textFiles(folder)) {
    const articles = await findArticles(folder, file, pageKinds);
    const body = articles.map((a) => a.body).join('\n');
    const score = scorePage(truth[file.replace('.txt', '')]?.articleBody ?? '', body);
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
  for (const file of textFiles(folder)) out[file] = await findArticles(folder, file, bodyKinds);
  process.stdout.write(`${JSON.stringify(out, null, 1)}\n`);
}

const args = process.argv.slice(2);
const folder = args.find((a) => !a.startsWith('-'));
if (!folder) {
  process.stderr.write('usage: node test/eval/dumps.ts <folder> [--pastes] [-v]\n');
  process.exitCode = 2;
} else if (args.includes('--pastes')) await printPastes(folder, args.includes('-v'));
else await printDumps(folder);
