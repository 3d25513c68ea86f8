/**
 * Measures the sentence splitter on labelled files: `npm run -s eval:sentences -- <folder> [-v]`.
 * The folder holds `<language>.jsonl`, a line {text, sentences[]}; compared after trimming. `-v` shows what fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitSentences } from '../../src/text/sentences.ts';

type Case = { text: string; sentences: string[] };
type Outcome = Case & { got: string[]; passed: boolean };

function run({ text, sentences }: Case, language: string): Outcome {
  const wanted = sentences.map((sentence) => sentence.trim());
  const got = splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
  return { text, sentences: wanted, got, passed: got.join('\n') === wanted.join('\n') };
}

function describe(outcome: Outcome): string {
  const list = (sentences: string[]) => sentences.map((sentence) => `      | ${sentence}`).join('\n');
  return `    wanted\n${list(outcome.sentences)}\n    got\n${list(outcome.got)}\n`;
}

function main(args: readonly string[]): number {
  const folder = args.find((arg) => !arg.startsWith('-'));
  if (folder === undefined) {
    process.stderr.write('usage: npm run -s eval:sentences -- <folder> [-v]\n');
    return 2;
  }
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.jsonl')) continue;
    const language = name.slice(0, -'.jsonl'.length);
    const lines = readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const outcomes = lines.map((line) => run(JSON.parse(line) as Case, language));
    const failed = outcomes.filter((outcome) => !outcome.passed);
    process.stdout.write(`${language}  ${outcomes.length - failed.length}/${outcomes.length}\n`);
    if (args.includes('-v')) process.stdout.write(failed.map(describe).join('\n'));
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));
