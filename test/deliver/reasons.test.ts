import { expect, test } from 'vitest';
import { countReason, listReasons, type Reason } from '../../src/deliver/reasons.ts';

function told(replies: [email: string, reply: string | null][]): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const [email, reply] of replies) countReason(reasons, email, reply);
  return listReasons(reasons);
}

test('the same reason is told once, whatever the reader, the queue or the time', () => {
  const found = told([
    ['ada@reed.example', '550 5.1.1 <ada@reed.example>: no such user (queue 4bXk2R7q9zT1)'],
    ['ida@reed.example', '550 5.1.1 <ida@reed.example>: no such user (queue 4bXk2R8b1wQ2)'],
    ['eda@reed.example', '452 4.2.2 mailbox full'],
    ['uda@reed.example', null],
    ['', '452 4.2.2 mailbox full'],
  ]);
  expect(found).toEqual([
    { words: '452 4.2.2 mailbox full', count: 2, example: 'eda@reed.example' },
    { words: '550 5.1.1 <…>: no such user (queue …)', count: 2, example: 'ada@reed.example' },
    { words: 'no reason given', count: 1, example: 'uda@reed.example' },
  ]);
});

test('a server that always says something new does not fill the memory', () => {
  const letters = (i: number): string => i.toString(2).replaceAll('0', 'a ').replaceAll('1', 'b ');
  const found = told(Array.from({ length: 5000 }, (_, i) => [`r${i}@reed.example`, `550 ${letters(i)}`]));
  expect(found.length).toBeLessThanOrEqual(201);
  expect(found[0]).toMatchObject({ words: 'other reasons', count: 4800 });
});
