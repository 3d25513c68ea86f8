import { expect, test } from 'vitest';
import { openWorker } from '../src/io/workers.ts';
import { readArticles } from '../src/pipeline/reading.ts';
import { ferry } from './articles.ts';

test('the thread reads files as the pipeline does', async () => {
  const worker = openWorker(new URL('../src/reading-worker.ts', import.meta.url), {
    seconds: 60,
    megabytes: 512,
  });
  const file = { path: 'ferry.md', bytes: Buffer.from(ferry) };
  expect(await worker.ask(file)).toEqual({ answer: await readArticles(file) });
  await worker.close();
});
