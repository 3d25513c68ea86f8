import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // All cores: by default one of two would idle.
    maxWorkers: '100%',
    // Two cores and a browser: a slow machine must not turn a passing test red.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A developer's zone must not matter: the tests run in one that is not UTC.
    env: { TZ: 'Pacific/Auckland' },
  },
});
