import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Config } from '../config.ts';
import { diagnose } from '../errors.ts';
import type { Diagnostic, FileRead, Result } from '../types.ts';
import type { FoundFile } from './files.ts';
import { type Outcome, openWorker } from './workers.ts';

/**
 * Megabytes of heap that reading one file may take. A file of the default size limit needs a fraction of it, and Node
 * gives a process of its own not much more.
 */
const megabytes = 2048;

/** The thread's entry: beside this file's folder, TypeScript in the repository, JavaScript in the package. */
const entry = new URL(`../reading-worker${extname(import.meta.url)}`, import.meta.url);

export type FileReader = {
  read: (file: FoundFile) => Promise<Result<FileRead>>;
  close: () => Promise<void>;
};

/** Reads files in a thread of their own: one that hangs or eats memory is told, and the others are read. */
export function openFileReader(
  limits: Pick<Config['limits'], 'fileSeconds'>,
  costs: { entry: URL; megabytes: number } = { entry, megabytes },
): FileReader {
  const seconds = limits.fileSeconds;
  const worker = openWorker<FoundFile, Result<FileRead>>(costs.entry, {
    seconds,
    megabytes: costs.megabytes,
  });
  const read = async (file: FoundFile): Promise<Result<FileRead>> => {
    const outcome = await worker.ask(file);
    if ('answer' in outcome) return outcome.answer;
    return { value: unread(file), diagnostics: [complain(file, outcome, { seconds, ...costs })] };
  };
  return { read, close: worker.close };
}

/** Nothing is known of the file but its bytes: none is lost, all count as unreadable. */
function unread({ path, bytes }: FoundFile): FileRead {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const fates = { parts: 0, markup: 0, unreadable: bytes.length };
  return { reading: { file: path, sha256, size: bytes.length, bytes: fates }, parts: [] };
}

function complain(
  { path: file }: FoundFile,
  outcome: Exclude<Outcome<unknown>, { answer: unknown }>,
  limits: { seconds: number; megabytes: number },
): Diagnostic {
  if (outcome.stopped === 'time') {
    const message = `is not read: it took more than ${limits.seconds} s`;
    const hint = 'Split it or take out what is unusual in it, or raise limits.fileSeconds in the config.';
    return diagnose('file-too-slow', message, { file, hint });
  }
  if (outcome.stopped === 'memory') {
    const message = `is not read: it takes more than ${limits.megabytes} MB of memory`;
    return diagnose('file-out-of-memory', message, {
      file,
      hint: 'Split it, or take out what is unusual in it.',
    });
  }
  const hint = 'Look for what is unusual in the file; the others were read.';
  return diagnose('unreadable-file', `cannot be read: ${outcome.reason}`, { file, hint });
}
