import { expect, test } from 'vitest';
import { namesOf, readPerson, uniquePeople, uniqueWords } from '../../../src/ingest/feed/people.ts';

test.each([
  ['Ada Low', 'Ada Low', null],
  ['ada@ebb.example (Ada Low)', 'Ada Low', 'ada@ebb.example'],
  ['"Ada Low" <ada@ebb.example>', 'Ada Low', 'ada@ebb.example'],
  ['Ada Low (ada@ebb.example)', 'Ada Low', 'ada@ebb.example'],
  ['mailto:ada@ebb.example', 'mailto:', 'ada@ebb.example'],
  ['ada@ebb.example', null, 'ada@ebb.example'],
])('%s', (text, name, email) => {
  expect(readPerson(text)).toMatchObject({ name: name === 'mailto:' ? null : name, email });
});

test('each once; who has only an address has no name', () => {
  const people = uniquePeople(['Ada', 'ben@b.example', 'Ada', ''].map(readPerson));
  expect(people).toHaveLength(2);
  expect(namesOf(people)).toEqual(['Ada']);
  expect(uniqueWords(['a', null, ' ', 'a', 'b'])).toEqual(['a', 'b']);
});
