/**
 * What a rebuild costs after one edited article among many: processor time of loading, the stages and rendering, in
 * this process and with all its threads, against that of the full build; and whether memory stays flat.
 * `npm run -s bench:rebuild [-- <articles, 1000> [edits, 24] [rebuilds, 500]]`
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadNewsletter } from '../../src/io/newsletter.ts';
import { createCache } from '../../src/pipeline/cache.ts';
import { makeDigest } from '../../src/pipeline/digest.ts';
import { renderDigest } from '../../src/pipeline/rendering.ts';
import { makeNewsletterFiles } from './made-newsletter.ts';
import { shareByStage } from './stages.ts';

/** Milliseconds of processor time. */
type Costs = { load: number; digest: number; render: number; all: number };

const cache = createCache();

async function build(folder: string): Promise<Costs> {
  const start = process.cpuUsage();
  const spent = (): number => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  const newsletter = loadNewsletter(folder);
  const loaded = spent();
  const { value, diagnostics } = await makeDigest({ ...newsletter, cache });
  const digested = spent();
  const { config, templates } = newsletter;
  await renderDigest(value, { config, templates, diagnostics, only: undefined, progress: () => {}, cache });
  const all = spent();
  return { load: loaded, digest: digested - loaded, render: all - digested, all };
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Puts a word into some sentence of a file. */
function edit(path: string, word: string): void {
  const text = readFileSync(path, 'utf8');
  const at = text.lastIndexOf(' the ');
  write(path, `${text.slice(0, at)} ${word}${text.slice(at)}`);
}

function medianOf(rows: readonly Costs[]): Costs {
  const middle = (stage: keyof Costs): number =>
    rows.map((row) => row[stage]).sort((a, b) => a - b)[Math.floor(rows.length / 2)] ?? 0;
  return { load: middle('load'), digest: middle('digest'), render: middle('render'), all: middle('all') };
}

function tell(what: string, text: string): void {
  process.stdout.write(`${what.padEnd(34)}${text}\n`);
}

function tellCosts(what: string, { load, digest, render, all }: Costs, full: Costs): void {
  const share = `${((100 * all) / full.all).toFixed(1)}%`.padStart(6);
  const [l, d, r] = [load, digest, render].map((ms) => ms.toFixed(0));
  tell(what, `${all.toFixed(0).padStart(6)} ms  ${share}  (loading ${l}, stages ${d}, rendering ${r})`);
}

/** Megabytes that are held after the garbage is gone. */
function heldMemory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

async function measure(folder: string, articles: number, edits: number, rebuilds: number): Promise<void> {
  const files = makeNewsletterFiles(articles);
  for (const [path, content] of Object.entries(files)) write(join(folder, path), content);
  const paths = Object.keys(files).filter((path) => path.startsWith('articles/'));
  let round = 0;
  const rebuild = async (): Promise<{ path: string; costs: Costs }> => {
    const path = paths[(round * 37) % paths.length] ?? '';
    edit(join(folder, path), `word${round}`);
    round += 1;
    return { path, costs: await build(folder) };
  };
  const full = await build(folder);
  tellCosts(`${articles} articles, ${paths.length} files: in full`, full, full);
  const rows: Costs[] = [];
  for (let i = 0; i < edits; i += 1) {
    const { path, costs } = await rebuild();
    rows.push(costs);
    tellCosts(`edited: ${path.slice('articles/'.length)}`, costs, full);
  }
  tellCosts('median of the rebuilds', medianOf(rows), full);
  const shares = await shareByStage(async () => {
    for (let i = 0; i < edits; i += 1) await rebuild();
  });
  tell('where a rebuild spends it', shares.map(([s, n]) => `${s} ${(100 * n).toFixed(0)}%`).join(', '));
  for (let done = 0; done <= rebuilds; done += 1) {
    if (done % 100 === 0)
      tell(`after ${done} more rebuilds`, `${heldMemory().toFixed(0).padStart(6)} MB held`);
    if (done < rebuilds) await rebuild();
  }
}

if (import.meta.main) {
  const [articles = 1000, edits = 24, rebuilds = 500] = process.argv.slice(2).map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'digestif-bench-'));
  try {
    await measure(folder, articles, edits, rebuilds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
