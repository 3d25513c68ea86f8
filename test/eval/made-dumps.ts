import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBank } from './bank.ts';
import { composeDump, type Dump, type Layout } from './compose.ts';
import { bodyKinds, type Found, findArticles, scoreText } from './found.ts';
import { layouts } from './layouts.ts';
import { blindLayouts, lastLayouts, laterLayouts } from './layouts-blind.ts';

/**
 * Glues invented articles into dumps of many layouts and prints how well a build finds them: body F1 over word
 * 4-grams, titles and noise leaked by layout, and what went wrong by phenomenon.
 * `--blind`, `--later` and `--last` take layouts written after rules had been mended on the others, `--seeds a-b` other dumps, `--write folder` keeps the
 * files, `-v` tells each loss.
 */

type Score = { f1: number; titles: number; articles: number; found: number; months: number; leaks: string[] };

const fold = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim()
    .toLowerCase();

function f1(truth: string, found: string): number {
  const { precision, recall } = scoreText(truth, found);
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
}

/** As the shared score does it: greedy pairs, best first. */
export function scoreDump(dump: Dump, found: readonly Found[], tell: (line: string) => void): Score {
  const { articles, noise } = dump.truth;
  const pairs = articles.flatMap((a, i) =>
    found.map((f, j) => ({ i, j, score: f1(a.paragraphs.join(' '), f.body) })),
  );
  const mine = new Map<number, number>();
  const score: Score = {
    f1: 0,
    titles: 0,
    articles: articles.length,
    found: found.length,
    months: 0,
    leaks: [],
  };
  for (const { i, j, score: s } of pairs.sort((a, b) => b.score - a.score)) {
    if (s === 0 || mine.has(i) || [...mine.values()].includes(j)) continue;
    mine.set(i, j);
    score.f1 += s;
    const [a, f] = [articles[i], found[j]];
    if (a && f && fold(a.title) === fold(f.title)) score.titles += 1;
    else tell(`  title ${a?.title} <- ${f?.title}`);
    if (a && f && a.month === f.month) score.months += 1;
    if (s < 0.98) tell(`  body ${s.toFixed(2)} ${a?.title}`);
  }
  for (const [i, a] of articles.entries()) if (!mine.has(i)) tell(`  lost ${a.title}`);
  for (const [j, f] of found.entries()) if (![...mine.values()].includes(j)) tell(`  extra ${f.title}`);
  const body = fold(found.map((f) => f.body).join(' '));
  const lines = new Set(found.flatMap((f) => f.body.split('\n').map(fold)));
  for (const { text, tag } of noise) {
    const folded = fold(text);
    if (folded === '' || !(lines.has(folded) || (folded.length >= 25 && body.includes(folded)))) continue;
    score.leaks.push(tag);
    tell(`  leak [${tag}] ${text}`);
  }
  return score;
}

type Sum = { dumps: number; noise: number } & { [key in keyof Omit<Score, 'leaks'>]: number } & {
  leaked: number;
};

function add(sums: Map<string, Sum>, key: string, score: Score, noise: number): void {
  const empty = { dumps: 0, f1: 0, titles: 0, articles: 0, found: 0, months: 0, leaked: 0, noise: 0 };
  const sum = sums.get(key) ?? empty;
  sums.set(key, sum);
  for (const name of ['f1', 'titles', 'articles', 'found', 'months'] as const) sum[name] += score[name];
  sum.dumps += 1;
  sum.leaked += score.leaks.length;
  sum.noise += noise;
}

function show(key: string, s: Sum): string {
  const mean = (s.f1 / s.articles).toFixed(3);
  return `${key.padEnd(24)} F1 ${mean} titles ${s.titles}/${s.articles} found ${s.found} months ${s.months} leaked ${s.leaked}/${s.noise}`;
}

async function main(args: readonly string[]): Promise<void> {
  const option = (name: string) => args[args.indexOf(name) + 1] ?? '';
  const [from = 1, to = 12] = args.includes('--seeds') ? option('--seeds').split('-').map(Number) : [];
  const only = args.includes('--layout') ? option('--layout') : '';
  const folder = args.includes('--write') ? option('--write') : '';
  const sets: { [option: string]: readonly Layout[] } = {
    '--blind': blindLayouts,
    '--later': laterLayouts,
    '--last': lastLayouts,
  };
  const chosen = Object.entries(sets).find(([name]) => args.includes(name))?.[1] ?? layouts;
  const bank = readBank();
  const [byLayout, byTag] = [new Map<string, Sum>(), new Map<string, Sum>()];
  const leaks = new Map<string, number>();
  if (folder) mkdirSync(folder, { recursive: true });
  for (const layout of chosen.filter((l) => l.name.includes(only))) {
    for (let seed = from; seed <= to; seed += 1) {
      const dump = composeDump(bank, layout, seed);
      if (folder) writeFileSync(join(folder, dump.name), dump.text);
      const told: string[] = [];
      const found = await findArticles(dump.name, Buffer.from(dump.text), bodyKinds);
      const score = scoreDump(dump, found, (line) => told.push(line));
      add(byLayout, layout.name, score, dump.truth.noise.length);
      add(byLayout, 'ALL', score, dump.truth.noise.length);
      for (const tag of dump.tags) add(byTag, tag, score, dump.truth.noise.length);
      for (const tag of score.leaks) leaks.set(tag, (leaks.get(tag) ?? 0) + 1);
      if (args.includes('-v') && told.length > 0)
        process.stdout.write(`${[dump.name, ...told].join('\n')}\n`);
    }
  }
  const rows = [...byLayout].map(([key, sum]) => show(key, sum));
  const tags = [...byTag].sort((a, b) => a[1].f1 / a[1].articles - b[1].f1 / b[1].articles);
  const leaked = [...leaks].map(([tag, n]) => `${tag} ${n}`).join(', ');
  const all = args.includes('--tags') ? ['', ...tags.map(([key, sum]) => show(key, sum))] : [];
  process.stdout.write(`${[...rows, ...all, `leaked: ${leaked || 'nothing'}`].join('\n')}\n`);
}

await main(process.argv.slice(2));
