import { expect, test } from 'vitest';
import { openResolver } from '../../src/io/resolver.ts';
import { startNameServer } from '../name-server.ts';

const patience = { timeout: 100, tries: 1 };

test('gives the texts of a name, each in one piece, and none where there are none', async () => {
  const long = `v=DKIM1; p=${'A'.repeat(390)}`;
  const server = await startNameServer({
    'k._domainkey.reed.example': [long],
    'reed.example': ['one', 'two'],
  });
  const find = openResolver([server], patience);
  expect(await find('k._domainkey.reed.example')).toEqual([long]);
  expect((await find('reed.example')).sort()).toEqual(['one', 'two']);
  expect(await find('nobody.example')).toEqual([]);
});

test.each(['fault', 'silent'] as const)(
  'throws where the server is in no mood to answer: %s',
  async (mood) => {
    const find = openResolver([await startNameServer({}, mood)], patience);
    await expect(find('reed.example')).rejects.toThrow(/queryTxt/);
  },
);
