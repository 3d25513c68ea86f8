/**
 * What a rebuild costs after one edited article among many: processor time of loading, the stages and rendering, in
 * this process, against that of the full build. `npm run -s bench:rebuild [-- <articles, 1000> [edits, 12] [rebuilds, 500]]`
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadNewsletter } from '../../src/io/newsletter.ts';
import { createCache } from '../../src/pipeline/cache.ts';
import { makeDigest } from '../../src/pipeline/digest.ts';
import { renderDigest } from '../../src/pipeline/rendering.ts';
import { makeNewsletterFiles } from './made-newsletter.ts';

type Costs = { [stage: string]: number };

/** Milliseconds of processor time, all threads of the process. */
function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const cache = createCache();

async function build(folder: string): Promise<Costs> {
  const marks = [clock()];
  const newsletter = loadNewsletter(folder);
  marks.push(clock());
  const { value, diagnostics } = await makeDigest({ ...newsletter, cache });
  marks.push(clock());
  const { config, templates } = newsletter;
  await renderDigest(value, { config, templates, diagnostics, only: undefined, progress: () => {}, cache });
  marks.push(clock());
  const [start = 0, loaded = 0, digested = 0, rendered = 0] = marks;
  return {
    load: loaded - start,
    digest: digested - loaded,
    render: rendered - digested,
    all: rendered - start,
  };
}

function write(folder: string, path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Puts a word into some sentence of a file. */
function edit(folder: string, path: string, round: number): void {
  const text = readFileSync(join(folder, path), 'utf8');
  const at = text.lastIndexOf(' the ');
  write(folder, path, `${text.slice(0, at)} word${round}${text.slice(at)}`);
}

function median(rows: readonly Costs[], stage: string): number {
  const sorted = rows.map((row) => row[stage] ?? 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

if (import.meta.main) {
  const [articles = 1000, edits = 12, rebuilds = 500] = process.argv.slice(2).map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'digestif-bench-'));
  try {
    const files = makeNewsletterFiles(articles);
    for (const [path, content] of Object.entries(files)) write(folder, path, content);
    const paths = Object.keys(files).filter((path) => path.startsWith('articles/'));
    const say = (line: string): boolean => process.stdout.write(`${line}\n`);
    say(`${articles} articles in ${paths.length} files`);
    const full = await build(folder);
    const tell = (costs: Costs): string =>
      Object.entries(costs)
        .map(([k, v]) => `${k} ${v.toFixed(0)}`)
        .join(', ');
    say(`full build, ms of processor: ${tell(full)}`);
    const rows: Costs[] = [];
    const at = (round: number): string => paths[(round * 37) % paths.length] ?? '';
    for (let round = 0; round < edits; round += 1) {
      edit(folder, at(round), round);
      const row = await build(folder);
      rows.push(row);
      say(`after an edit of ${at(round).split('/').at(-1)}: ${tell(row)}`);
    }
    const stages = Object.fromEntries(Object.keys(full).map((stage) => [stage, median(rows, stage)]));
    say(
      `median: ${tell(stages)}; ${((100 * (stages['all'] ?? 0)) / (full['all'] ?? 1)).toFixed(1)}% of the full build`,
    );
    for (let round = 0; round <= rebuilds; round += 1) {
      if (round % 100 === 0) {
        globalThis.gc?.();
        const { heapUsed, rss } = process.memoryUsage();
        say(
          `after ${round} rebuilds: heap ${(heapUsed / 1e6).toFixed(0)} MB, resident ${(rss / 1e6).toFixed(0)} MB`,
        );
      }
      if (round < rebuilds) {
        edit(folder, at(round), round);
        await build(folder);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
