import { type Dice, pick } from './dice.ts';
import { tokens } from './pathological.ts';

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
    const scrap = Buffer.from(pick(d, scraps).repeat(1 + d(30)));
    return Buffer.concat([b.subarray(0, at), scrap, b.subarray(at)]);
  },
];

/** One to four changes, one after the other. */
export function mutate(bytes: Buffer, dice: Dice): Buffer {
  let changed = bytes;
  for (let i = dice(4); i >= 0; i -= 1) changed = pick(dice, mutations)(changed, dice);
  return changed;
}

/** Bytes that mean nothing. */
export function noise(dice: Dice): Buffer {
  return Buffer.from(Array.from({ length: dice(400) }, () => dice(256)));
}

/** Pieces that mean something, in an order that means nothing. */
export function tokenNoise(dice: Dice): string {
  return Array.from({ length: dice(120) }, () => pick(dice, tokens)).join('');
}
