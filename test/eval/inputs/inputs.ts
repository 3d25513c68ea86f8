/** Seeded inputs for every format that is read. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readers } from '../../../src/ingest/readers.ts';
import { filesAround } from './containers.ts';
import { type Dice, pick } from './dice.ts';
import { mutate, noise, tokenNoise } from './mutations.ts';
import { generators } from './pathological.ts';

const articles = join(import.meta.dirname, '../../../articles');

/** Every ending that a reader names. */
export const formats: string[] = readers.flatMap((reader) => reader.extensions);

const prose = `The weir at Ondrel held through the night, and the town slept. "It held," said Ada Weir, who keeps its book.

By morning the river had fallen by a hand. The mill began to turn at nine; bread was late, but there was bread.

Read more: The weir book of Ondrel
`;

/** The sample's files of a format, and one of ours in each container it has. */
export function seedsOf(format: string): Buffer[] {
  const found = readdirSync(articles, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && !e.name.startsWith('_') && !e.parentPath.includes('_issues'))
    .filter((e) => extname(e.name) === format)
    .map((e) => readFileSync(join(e.parentPath, e.name)));
  return [...found.sort(Buffer.compare), ...filesAround(format, prose)];
}

export type Kind = 'mutated' | 'random' | 'pathological';

/** Makes inputs of one kind; `size` is the most units of a pathological one. */
export function createInputs(format: string, kind: Kind, size: number): (dice: Dice) => Buffer {
  const seeds = seedsOf(format);
  if (kind === 'mutated') return (dice) => mutate(pick(dice, seeds), dice);
  if (kind === 'random')
    return (dice) => (dice(4) === 0 ? noise(dice) : pick(dice, filesAround(format, tokenNoise(dice))));
  return (dice) => {
    const made = pick(dice, generators).make(1 + dice(size));
    const file = pick(dice, filesAround(format, made));
    // Cut somewhere as often as not: what is opened and never closed is the harder half.
    return dice(2) === 0 ? file : file.subarray(0, dice(file.length + 1));
  };
}

/** A made file: a text of so many units in one of the containers of a format. */
export type Made = { format: string; container: number; generator: string; size: number };

export function makeFile({ format, container, generator, size }: Made): { path: string; bytes: Buffer } {
  const text = generators.find(({ name }) => name === generator)?.make(size) ?? '';
  return { path: `a${format}`, bytes: filesAround(format, text)[container] ?? Buffer.alloc(0) };
}
