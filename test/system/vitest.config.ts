import { defineConfig } from 'vitest/config';

/** What needs a program of the system; `npm test` needs none. */
export default defineConfig({
  test: { include: ['test/system/**/*.system.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
