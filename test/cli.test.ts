import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeNewsletter } from './newsletter.ts';
import { runDigestif } from './run.ts';

test('help names every command and exits with 0', async () => {
  const { code, out } = await runDigestif('.', '--help');
  expect(code).toBe(0);
  for (const command of ['build', 'approve', 'verify', 'explain', 'init']) expect(out).toContain(command);
});

test.each([['nonsense'], ['build', 'soon'], ['approve'], ['build', '--fast']])(
  'a wrong line is explained: %s',
  async (...argv) => {
    const { code, err } = await runDigestif(makeNewsletter({}), ...argv);
    expect(code).toBe(2);
    expect(err).toContain('error:');
    expect(err).toContain('--help');
  },
);

test('help loads neither MJML nor any other renderer', () => {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const trace = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { if (/node_modules\\/(?:mjml|handlebars|feed|nodemailer|eld)/.test(url)) console.log('LOADED', url); return next(url, context); } });`;
  const out = execFileSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(trace)}`, main, '--help'],
    { encoding: 'utf8' },
  );
  expect(out).toContain('Usage');
  expect(out).not.toContain('LOADED');
});
