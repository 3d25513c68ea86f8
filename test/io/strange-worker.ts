/** A thread for tests: it reads most files by their names, and does to others what no reader should. */
import { answerQuestions } from '../../src/io/workers.ts';
import type { FileRead, Result } from '../../src/types.ts';

const tricks: { [name: string]: () => unknown } = {
  'loop.txt': () => {
    for (;;);
  },
  'pattern.txt': () => /^(?:a+)+$/u.test(`${'a'.repeat(60)}b`),
  'promise.txt': () => new Promise(() => {}),
  'eat.txt': () => {
    for (const eaten: object[] = []; ; )
      eaten.push(Array.from({ length: 1000 }, () => ({ a: eaten.length })));
  },
  'exit.txt': () => process.exit(7),
  'throw.txt': () => {
    throw new TypeError('a fault of the reader');
  },
};

let asked = 0;

answerQuestions(async ({ path, bytes }: { path: string; bytes: Uint8Array }): Promise<Result<FileRead>> => {
  asked += 1;
  await tricks[path]?.();
  const fates = { parts: bytes.length, markup: 0, unreadable: 0 };
  const reading = { file: path, sha256: `question ${asked} of its thread`, size: bytes.length, bytes: fates };
  return { value: { reading, parts: [] }, diagnostics: [] };
});
