import { readFileSync } from 'node:fs';

export type Case = { input: string; expected: string };

/** Cases of a text file: input, a line `.`, expected output; blank lines lie between. A line `#` is a remark. */
export function readCases(url: URL): Case[] {
  const text = readFileSync(url, 'utf8').replace(/^#.*\n/gmu, '');
  return text
    .split(/\n\s*\n/u)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [input = '', expected = ''] = block.split(/^\.$/mu);
      return { input: input.trim(), expected: expected.trim() };
    });
}
