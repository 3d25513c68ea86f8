import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Workers, and the processes and threads that tests start, share what is compiled: they begin hundreds of times.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'digestif-compiled');

/** Tests of the core, which touches no world: their files need no process each, and load its modules once a worker. */
const core =
  'test/{text,ingest,segment,analyze,group,summarize,compose,render,deliver,proof,pipeline,config}/**/*.test.ts';

export default defineConfig({
  test: {
    // All cores: by default one of two would idle.
    maxWorkers: '100%',
    // Two cores and a browser: a slow machine must not turn a passing test red.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A developer's zone must not matter: the tests run in one that is not UTC.
    env: { TZ: 'Pacific/Auckland' },
    projects: [
      { extends: true, test: { name: 'core', include: [core], isolate: false } },
      {
        extends: true,
        test: { name: 'edge', include: ['test/**/*.test.ts'], exclude: [core, '**/node_modules/**'] },
      },
    ],
  },
});
