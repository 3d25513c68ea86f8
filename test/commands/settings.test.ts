import { expect, test } from 'vitest';
import { checkSettings, findPlaceholders, findReserved } from '../../src/commands/settings.ts';
import { configSchema } from '../../src/config.ts';

const mine = {
  title: 'The Reed Post',
  url: 'https://reedpost.net',
  description: 'Reeds and rails of the lower Ash.',
  sender: { name: 'The Reed Post', email: 'letter@reedpost.net' },
  postalAddress: 'The Reed Post, 1 Sluice Lane, Low Reed',
};
const config = (change: object) => configSchema.parse({ ...mine, ...change });
const faultsOf = (change: object) =>
  [...checkSettings(config(change)), ...findPlaceholders(config(change))].flatMap(
    ({ fault }) => fault?.message ?? [],
  );

test('a config that is filled in lacks nothing', () => {
  expect(faultsOf({})).toEqual([]);
  expect(checkSettings(config({})).map(({ said }) => said)).toEqual([
    mine.postalAddress,
    'letter@reedpost.net',
  ]);
});

test.each<[object, string]>([
  [{ postalAddress: undefined }, 'the config has no postalAddress'],
  [{ sender: { name: 'Reed', email: 'letter@other.net' } }, 'letter@other.net is not at reedpost.net'],
  [{ title: 'My Newsletter' }, 'title is still “My Newsletter”'],
  [{ sender: { name: 'The editor', email: 'a@reedpost.net' } }, 'sender.name is still “The editor”'],
  [
    { description: 'What it is about, in a sentence or two.' },
    'description is still “What it is about, in a sentence or two.”',
  ],
])('%j: %s', (change, fault) => expect(faultsOf(change)).toEqual([fault]));

test.each(['reed.example', 'example.com', 'news.example.org', 'reed.test', 'reed.invalid', 'localhost'])(
  'nobody can reach %s',
  (host) => {
    const sender = { name: 'Reed', email: 'letter@reedpost.net' };
    expect(findPlaceholders(config({ url: `https://${host}/`, sender })).map(({ said }) => said)).toEqual([
      `${host} is a name for examples: nobody can reach it`,
    ]);
  },
);

test.each(['examples.com', 'myexample.com', 'test.net', 'example.co.uk'])(
  '%s is a name like others',
  (host) => {
    const sender = { name: 'Reed', email: `letter@${host}` };
    expect(findPlaceholders(config({ url: `https://${host}/`, sender }))).toEqual([]);
  },
);

test('nor where serve.url leads', () => {
  const found = findReserved(config({ serve: { url: 'https://letters.reed.example' } }));
  expect(found.map(({ said }) => said)).toEqual([
    'letters.reed.example is a name for examples: nobody can reach it',
  ]);
});
