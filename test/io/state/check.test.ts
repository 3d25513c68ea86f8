import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { makeNewsletter } from '../../newsletter.ts';
import { makeRun, makeState, reader, run } from './samples.ts';

async function checkAfter(harm: (path: string) => void): Promise<string[]> {
  const folder = makeNewsletter({});
  const { state } = await makeRun(4, folder);
  await state.subscribers.put([reader('zoe@pond.example', { status: 'bounced', tags: ['ferries'] })]);
  expect(await state.check()).toEqual([]);
  await state.close();
  harm(join(folder, '.digestif/state.sqlite'));
  return (await makeState(folder)).check();
}

const change = (sql: string) => (path: string) => {
  const file = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  file.exec(sql);
  file.close();
};

test.each([
  ['DELETE FROM deliveries WHERE number = 2', `${run.id}: the recipients of this run are not as many`],
  ['UPDATE deliveries SET number = 9 WHERE number = 2', `${run.id}: the recipients of this run`],
  ["UPDATE runs SET finished = 'then'", `${run.id}: this run is finished, but not all`],
  ["UPDATE subscribers SET status = 'active'", 'this subscriber is active and on the suppression list'],
  ['DELETE FROM suppressions', 'this subscriber has left, but is not on the suppression list'],
  ["DELETE FROM subscribers WHERE status = 'bounced'", 'a row of "tags" belongs to none of "subscribers"'],
])('after %s', async (sql, words) => {
  const [found, ...rest] = await checkAfter(change(sql));
  expect(found).toContain(words);
  expect(rest).toEqual([]);
});

test('damage inside a page is found', async () => {
  const found = await checkAfter((path) => {
    const bytes = readFileSync(path);
    const at = bytes.indexOf('reader000002@pond.example');
    bytes.write('raeder', at);
    writeFileSync(path, bytes);
  });
  expect(found.length).toBeGreaterThan(0);
});

test('a file that others can read is made private when it is opened, and told when that happens later', async () => {
  const folder = makeNewsletter({});
  const path = join(folder, '.digestif/state.sqlite');
  expect(await checkAfter((file) => chmodSync(file, 0o644))).toEqual([]);
  const state = await makeState(folder);
  chmodSync(path, 0o640);
  expect(await state.check()).toEqual(['other users of this machine can read the file']);
});
