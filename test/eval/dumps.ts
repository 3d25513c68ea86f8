import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { segment } from '../../src/segment/segment.ts';
import { joinRanges } from '../../src/text/ranges.ts';
import type { Article, Block, Part, PartReading } from '../../src/types.ts';

/**
 * Prints, for every .txt file of a folder, the articles found in it: title, body, authors, month.
 * With `--pastes` the folder holds whole pages with a truth.json, and word 4-gram scores are printed.
 */

type Found = { title: string; body: string; authors: string[]; month: string | null };

/** REPLACE: the month of an article comes from the stage that reads dates. */
function monthOf(_article: Article): string | null {
  return null;
}

const bodyKinds: ReadonlySet<string> = new Set(['paragraph', 'item', 'quote']);

/** The truth of whole pages holds subheads too. */
const pageKinds: ReadonlySet<string> = new Set([...bodyKinds, 'subhead']);

function bodyOf(part: Part, article: Article, kinds: ReadonlySet<string>): string {
  const paragraphs = article.paragraphs.filter((p) => kinds.has(p.kind));
  return paragraphs.map((p) => joinRanges(part.text, p.ranges)).join('\n');
}

function readDump(file: string, text: string): PartReading {
  const part: Part = { key: `${file}#text`, file, sha256: '', reader: 'text', name: 'text', text };
  const blocks = [...text.matchAll(/[^\n]*\n|[^\n]+$/gu)].map((m): Block => {
    const span = { start: m.index, end: m.index + m[0].length };
    return { kind: 'line', span, ranges: [span] };
  });
  return { part, shape: 'dump', metadata: {}, blocks };
}

function findArticles(folder: string, file: string, kinds: ReadonlySet<string>): Found[] {
  const reading = readDump(file, readFileSync(join(folder, file), 'utf8'));
  const { value } = segment(reading);
  return value.articles.map((article) => ({
    title: article.title.text,
    body: bodyOf(value.part, article, kinds),
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

function printPastes(folder: string, verbose: boolean): void {
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string }
  >;
  const rows = textFiles(folder).map((file) => {
    const articles = findArticles(folder, file, pageKinds);
    const body = articles.map((a) => a.body).join('\n');
    const score = scorePage(truth[file.replace('.txt', '')]?.articleBody ?? '', body);
    return { file, articles: articles.length, title: articles[0]?.title ?? '', ...score };
  });
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

function printDumps(folder: string): void {
  const out = Object.fromEntries(
    textFiles(folder).map((file) => [file, findArticles(folder, file, bodyKinds)]),
  );
  process.stdout.write(`${JSON.stringify(out, null, 1)}\n`);
}

const args = process.argv.slice(2);
const folder = args.find((a) => !a.startsWith('-'));
if (!folder) {
  process.stderr.write('usage: node test/eval/dumps.ts <folder> [--pastes] [-v]\n');
  process.exitCode = 2;
} else if (args.includes('--pastes')) printPastes(folder, args.includes('-v'));
else printDumps(folder);
