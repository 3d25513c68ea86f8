/**
 * A thread that counts the work of reading a made file: how often each block of code runs, as V8's precise coverage
 * tells it, the same for the same input. Regular expressions and other native code do not count.
 */
import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';
import { answerQuestions } from '../../src/io/workers.ts';

// Optimized code skips counters, and code that was not used for a while loses them. This holds for the whole process:
// nothing may be timed in it any more.
for (const flag of ['--no-opt', '--no-maglev', '--no-sparkplug', '--no-flush-bytecode'])
  setFlagsFromString(flag);
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
// Only now: code that is compiled already has no counters.
const { makeFile } = await import('./inputs/inputs.ts');
const { readArticles } = await import('../../src/pipeline/reading.ts');
type Made = Parameters<typeof makeFile>[0];

/** Blocks that ran since this was asked last. */
async function takeWork(): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const own = result.filter(({ url }) => /\/(?:src|node_modules)\//u.test(url));
  const ranges = own.flatMap(({ functions }) => functions.flatMap((f) => f.ranges));
  return ranges.reduce((sum, { count }) => sum + count, 0);
}

answerQuestions(async (made: Made): Promise<number> => {
  const file = makeFile(made);
  // Code that runs for the first time has no counters yet.
  await readArticles(file);
  await takeWork();
  await readArticles(file);
  return await takeWork();
});
