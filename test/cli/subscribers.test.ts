import { expect, test } from 'vitest';
import { fields } from '../../src/deliver/import-columns.ts';
import { config, makeNewsletter } from '../newsletter.ts';
import { runDigestif } from '../run.ts';

test.each([
  ['subscribers', ['add', 'remove', 'list', 'import', 'export']],
  ['state', ['backup', 'check']],
])('help of %s names what it can do', async (command, names) => {
  const { code, out } = await runDigestif('.', command, '--help');
  expect(code).toBe(0);
  for (const name of names) expect(out).toContain(name);
});

test('help of import lists what a column can be', async () => {
  const { out } = await runDigestif('.', 'subscribers', 'import', '--help');
  // Ids are read from our own export only, where no map is needed.
  const named = fields.filter((field) => field !== 'id');
  expect(out.replace(/\s+/gu, ' ')).toContain(`Fields: ${named.join(', ')} `);
});

test.each([
  [['subscribers', 'add']],
  [['subscribers', 'list', '--status', 'asleep']],
  [['subscribers', 'sing']],
  [['state', 'backup']],
])('a wrong line is explained: %j', async (argv) => {
  const { code, err } = await runDigestif(makeNewsletter({ 'digestif.config.yaml': config }), ...argv);
  expect([code, err]).toEqual([2, expect.stringContaining('error:')]);
});
