import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ingest } from '../../src/ingest/ingest.ts';
import { segment } from '../../src/segment/segment.ts';
import { joinRanges } from '../../src/text/ranges.ts';
import type { Article, PartReading } from '../../src/types.ts';

/**
 * Prints, for every .html or .html.gz file of a folder, the article that is read from it. With `--truth FILE` (the
 * article-extraction benchmark's ground truth) prints its measure instead: 4-grams of words, precision and recall
 * averaged over the pages; `-v` adds a line a page.
 */

type Found = { articleBody: string; title?: string; authors?: string[]; date?: string };
type Truth = { [name: string]: { articleBody: string } };

async function readPageFile(folder: string, file: string): Promise<Found> {
  const raw = readFileSync(join(folder, file));
  const bytes = file.endsWith('.gz') ? gunzipSync(raw) : raw;
  const { value } = await ingest({ path: `${nameOf(file)}.html`, bytes });
  const [reading] = value?.parts ?? [];
  if (!reading) return { articleBody: '' };
  const { articles } = segment(reading).value;
  const [first] = articles;
  const { title, authors, date } = reading.metadata;
  return {
    articleBody: articles.map((a) => bodyOf(reading, a)).join('\n'),
    ...(title ? { title: String(title.value) } : first ? { title: first.title.text } : {}),
    ...(authors ? { authors: [authors.value].flat() } : {}),
    ...(date ? { date: String(date.value) } : {}),
  };
}

/** Paragraphs in order, and tables and code between them: they belong to the article though none is quoted. */
function bodyOf({ part, blocks, shape }: PartReading, article: Article): string {
  const opaque = blocks.filter((b) => shape === 'article' && (b.kind === 'table' || b.kind === 'code'));
  return [...article.paragraphs, ...opaque]
    .sort((a, b) => (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0))
    .map((p) => joinRanges(part.text, p.ranges))
    .join('\n');
}

function nameOf(file: string): string {
  return file.replace(/\.html(?:\.gz)?$/u, '');
}

function shinglesOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  if (words.length === 0) return counts;
  for (let i = 0; i < Math.max(1, words.length - 3); i += 1) {
    const key = words.slice(i, i + 4).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

type Score = { name: string; precision: number; recall: number };

/** tp, fp and fn as shares of the page, as the benchmark counts them; no words found is precision 0 unless none were to find. */
function scorePage(name: string, truth: string, found: string): Score {
  const [a, b] = [shinglesOf(truth), shinglesOf(found)];
  let [tp, fp, fn] = [0, 0, 0];
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(key) ?? 0, b.get(key) ?? 0];
    tp += Math.min(x, y);
    fp += Math.max(0, y - x);
    fn += Math.max(0, x - y);
  }
  if (fp + fn === 0) return { name, precision: 1, recall: 1 };
  return { name, precision: tp === 0 ? 0 : tp / (tp + fp), recall: tp === 0 ? 0 : tp / (tp + fn) };
}

function summaryOf(scores: readonly Score[], found: readonly Found[]): string {
  const mean = (pick: (s: Score) => number) => scores.reduce((sum, s) => sum + pick(s), 0) / scores.length;
  const [precision, recall] = [mean((s) => s.precision), mean((s) => s.recall)];
  const f1 = (2 * precision * recall) / (precision + recall);
  const having = (pick: (f: Found) => unknown) => found.filter(pick).length;
  const figures = `precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`;
  return `pages ${scores.length} ${figures} titles ${having((f) => f.title)} authors ${having((f) => f.authors)} dates ${having((f) => f.date)}`;
}

const args = process.argv.slice(2);
const truthFile = args.includes('--truth') ? args[args.indexOf('--truth') + 1] : undefined;
const folder = args.find((a) => !a.startsWith('-') && a !== truthFile);
if (!folder) {
  process.stderr.write('usage: node test/eval/html.ts <folder> [--truth FILE] [-v]\n');
  process.exitCode = 2;
} else {
  const out: { [name: string]: Found } = {};
  const files = readdirSync(folder).filter((f) => /\.html(?:\.gz)?$/u.test(f));
  for (const file of files.sort()) out[nameOf(file)] = await readPageFile(folder, file);
  if (truthFile) {
    const truth = JSON.parse(readFileSync(truthFile, 'utf8')) as Truth;
    const names = Object.keys(truth).filter((name) => out[name]);
    const scores = names.map((n) => scorePage(n, truth[n]?.articleBody ?? '', out[n]?.articleBody ?? ''));
    const lines = scores.map(
      (s) =>
        `${s.name.slice(0, 8)} p ${s.precision.toFixed(3)} r ${s.recall.toFixed(3)} ${out[s.name]?.title ?? ''}`,
    );
    const found = names.flatMap((n) => out[n] ?? []);
    process.stdout.write(
      `${(args.includes('-v') ? [...lines, ''] : []).join('\n')}${summaryOf(scores, found)}\n`,
    );
  } else process.stdout.write(`${JSON.stringify(out, null, 1)}\n`);
}
