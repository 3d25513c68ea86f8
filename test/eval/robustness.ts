/**
 * Feeds seeded mutations of the sample's files, in every format, through ingest and segment, and counts what must
 * not happen: throws, sums that do not add up. `npm run -s eval:robustness -- [runs] [seed]`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ingest } from '../../src/ingest/ingest.ts';
import { checkBytes, checkClasses } from '../../src/proof/conservation.ts';
import { segment } from '../../src/segment/segment.ts';

const articles = join(import.meta.dirname, '../../articles');
const [runs = 2000, seed = 1] = process.argv.slice(2).map(Number);

/** Mulberry32 (Tommy Ettinger, 2017): small, seeded, the same everywhere. */
function createDice(state: number): (sides: number) => number {
  let a = state >>> 0;
  return (sides) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

type Dice = ReturnType<typeof createDice>;

const scraps = [
  '\0',
  '\ufeff',
  '<',
  '>',
  '&',
  ']]>',
  '<!--',
  '{{',
  '---\n',
  '\r',
  '\n\n',
  '"',
  '\ud83d',
  '==',
  '=\n',
  '--',
  '<p>',
  '</div>',
  '1. ',
  '> ',
  'By A B\n',
  '灯。',
];

const mutations: ((bytes: Buffer, dice: Dice) => Buffer)[] = [
  (b, d) => b.subarray(0, d(b.length + 1)),
  (b, d) => b.subarray(d(b.length + 1)),
  (b, d) => {
    const [at, length] = [d(b.length + 1), d(400)];
    return Buffer.concat([b.subarray(0, at), b.subarray(at + length)]);
  },
  (b, d) => {
    const [at, from] = [d(b.length + 1), d(b.length + 1)];
    return Buffer.concat([b.subarray(0, at), b.subarray(from, from + d(600)), b.subarray(at)]);
  },
  (b, d) => {
    const copy = Buffer.from(b);
    for (let i = d(12); i >= 0 && copy.length > 0; i -= 1) copy[d(copy.length)] = d(256);
    return copy;
  },
  (b, d) => {
    const at = d(b.length + 1);
    const scrap = Buffer.from((scraps[d(scraps.length)] ?? '').repeat(1 + d(30)));
    return Buffer.concat([b.subarray(0, at), scrap, b.subarray(at)]);
  },
];

const files = readdirSync(articles, { recursive: true, withFileTypes: true })
  .filter((e) => e.isFile() && !e.name.startsWith('_') && !e.parentPath.includes('_issues'))
  .map((e) => join(e.parentPath, e.name))
  .sort();
const formats = [...new Set(files.map((f) => extname(f)))].sort();

for (const format of formats) {
  const own = files.filter((f) => extname(f) === format).map((f) => readFileSync(f));
  const dice = createDice(seed);
  const found = { throws: 0, sums: 0, slowest: 0 };
  for (let run = 0; run < runs; run += 1) {
    let bytes: Buffer = own[dice(own.length)] ?? Buffer.alloc(0);
    for (let i = dice(4); i >= 0; i -= 1) bytes = mutations[dice(mutations.length)]?.(bytes, dice) ?? bytes;
    const start = performance.now();
    try {
      const { value, diagnostics } = await ingest({ path: `a${format}`, bytes });
      if (diagnostics.some((d) => d.code === 'unreadable-file')) found.throws += 1;
      const segmented = value?.parts.map((part) => segment(part).value) ?? [];
      if (value && (checkBytes(value) ?? segmented.map(checkClasses).find((p) => p !== null)))
        found.sums += 1;
    } catch {
      found.throws += 1;
    }
    found.slowest = Math.max(found.slowest, performance.now() - start);
  }
  const { throws, sums, slowest } = found;
  process.stdout.write(
    `${format}  ${runs} runs, ${throws} throws, ${sums} sums wrong, slowest ${slowest.toFixed(0)} ms\n`,
  );
}
