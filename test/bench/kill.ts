/**
 * Kills the sender at 300 seeded points of runs of 500 readers, each followed by --resume:
 * `npm run bench:kill [points [runs at a time]]`. A run mostly waits, since mails that were not begun rest a minute.
 * Every second run has a server that does wrong with one mail of ten. Prints sums, and fails where somebody was lost or doubled.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDice } from '../eval/dice.ts';
import { copyOf, type Found, makeSendable, pointsOf, sendAndKill } from '../killing.ts';
import type { Misdeed } from '../mail-server.ts';

const readers = 500;
const connections = 10;
const count = Number(process.argv[2] ?? 300);
const atATime = Number(process.argv[3] ?? 4 * availableParallelism());

/** Without those that say nothing: the sender waits ten minutes for them. */
const misdeeds: readonly Misdeed[] = [
  'drop at mail',
  'drop at rcpt',
  'drop in data',
  'drop after data',
  'drop after data, kept',
  'garbage after data, kept',
  '421 at rcpt',
  '450 at rcpt',
  '550 at rcpt',
  '451 after data',
  '554 after data',
];

type Row = Found & { deeds: number; unclear: number };

async function runOne(original: string, seed: number): Promise<Row> {
  const folder = copyOf(original);
  const dice = createDice(seed);
  let [deeds, unclear] = [0, 0];
  const misdeed = (_: number, to: string): Misdeed | null => {
    if (seed % 2 === 0 || to === '' || dice(10) > 0) return null;
    const deed = misdeeds[dice(misdeeds.length)] ?? null;
    deeds += 1;
    if (deed !== null && /^(?:drop (?:in|after)|garbage)/u.test(deed)) unclear += 1;
    return deed;
  };
  try {
    // Every fault is final here, so that nobody waits a minute for a second try.
    const sending = `connections: ${connections}, tries: 1, errorShare: 1`;
    return { ...(await sendAndKill(folder, pointsOf(seed, 1, readers), sending, misdeed)), deeds, unclear };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const original = await makeSendable(mkdtempSync(join(tmpdir(), 'digestif-')), readers);
const rows: Row[] = [];
let next = 0;
await Promise.all(
  Array.from({ length: atATime }, async () => {
    while (next < count) {
      next += 1;
      rows.push(await runOne(original, next));
      if (rows.length % 10 === 0) process.stderr.write(`${rows.length} of ${count}\n`);
    }
  }),
);
rmSync(original, { recursive: true });

function sumOf(list: readonly Row[], value: (row: Row) => number): number {
  return list.reduce((sum, row) => sum + value(row), 0);
}

for (const [name, list] of [
  ['a server that does right', rows.filter(({ deeds }) => deeds === 0)],
  ['a server that does wrong', rows.filter(({ deeds }) => deeds > 0)],
] as const) {
  const cells = [
    `${name}: ${list.length} runs, ${sumOf(list, (r) => r.kills)} kills, ${sumOf(list, (r) => r.stops)} stops`,
    `${readers * list.length} readers`,
    `${sumOf(list, (r) => r.sums.sent)} sent`,
    `${sumOf(list, (r) => r.sums.failed)} failed`,
    `${sumOf(list, (r) => r.sums.unknown)} unknown`,
    `most unknown by one kill ${Math.max(0, ...list.map((r) => r.mostUnknown))} of ${connections} connections`,
    `lost ${sumOf(list, (r) => r.lost)}, doubled ${sumOf(list, (r) => r.doubled)}, forgotten ${sumOf(list, (r) => r.forgotten)}`,
  ];
  process.stdout.write(`${cells.join('; ')}\n`);
}

/** Unknown is what was on its way at the kill, and what the server itself left unclear. */
const isBroken = ({ kills, lost, doubled, forgotten, mostUnknown, unclear, sums }: Row): boolean =>
  lost + doubled + forgotten > 0 ||
  mostUnknown > connections ||
  sums.unknown > kills * connections + unclear ||
  sums.sent + sums.failed + sums.unknown !== readers;
const broken = rows.filter(isBroken);
process.stdout.write(broken.length === 0 ? 'all promises kept\n' : `${JSON.stringify(broken)}\n`);
process.exitCode = broken.length === 0 && sumOf(rows, (r) => r.kills) > 0.9 * count ? 0 : 1;
