import { expect, test } from 'vitest';
import { config, makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

test.each([
  ['bounces', ['--from', '--dry-run', '--list']],
  ['run', ['--dry-run']],
])('help of %s names what it can do', async (command, names) => {
  const { code, out } = await runDigestif('.', command, '--help');
  expect(code).toBe(0);
  for (const name of names) expect(out).toContain(name);
});

test.each([[['bounces', '--from', ' ']], [['bounces', 'x']], [['run', '2026-05']]])(
  'a wrong line is explained: %j',
  async (argv) => {
    const { code, err } = await runDigestif(makeNewsletter({ 'digestif.config.yaml': config }), ...argv);
    expect([code, err]).toEqual([2, expect.stringContaining('error:')]);
  },
);
