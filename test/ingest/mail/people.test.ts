import { expect, test } from 'vitest';
import { peopleIn, recipientsOf, senderOf } from '../../../src/ingest/mail/people.ts';

const header = (name: string, value: string) => ({ name, value });

test('names and addresses, encoded, quoted, in groups', () => {
  const value =
    '"Pell, Ann" <Ann@Lindow.example>, Crew: =?utf-8?Q?J=C3=B6rg?= <j@x.example>;, bare@x.example';
  expect(peopleIn([header('to', value)], 'to')).toEqual([
    { name: 'Pell, Ann', address: 'ann@lindow.example' },
    { name: 'Jörg', address: 'j@x.example' },
    { name: '', address: 'bare@x.example' },
  ]);
});

test('an address is no name', () => {
  expect(senderOf([header('from', '"ann@x.example" <ann@x.example>')])?.name).toBe('');
  expect(senderOf([header('sender', 'Reed <a@x.example>')])?.name).toBe('Reed');
  expect(senderOf([])).toBeNull();
});

test('the list is no recipient, a name it shares with the sender is not personal', () => {
  const headers = [
    header('list-id', 'Crew <crew.lists.example>'),
    header('from', 'Reed Courier <a@x.example>'),
    header('to', 'crew@lists.example, Reed Courier <b@x.example>'),
    header('delivered-to', 'ann@lindow.example'),
  ];
  expect(recipientsOf(headers)).toEqual([
    { name: '', address: 'b@x.example' },
    { name: '', address: 'ann@lindow.example' },
  ]);
});
