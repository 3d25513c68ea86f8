import { expect, test } from 'vitest';
import { fieldOf, readBlocks, readFields, untyped } from '../../src/deliver/fields.ts';

test('fields are read with their folded lines, by name in lower case', () => {
  const fields = readFields(
    'Action: failed\r\nDiagnostic-Code: smtp; 550 no\r\n\t such user\r\nAction: x\r\n\r\nB: c',
  );
  expect([...fields]).toEqual([
    ['action', ['failed', 'x']],
    ['diagnostic-code', ['smtp; 550 no such user']],
  ]);
  expect([fieldOf(fields, 'action'), fieldOf(fields, 'b')]).toEqual(['failed', '']);
});

test('empty lines part blocks, what is no field is passed over', () => {
  expect(
    readBlocks('\n\nA: 1\nnonsense\n folded into nothing\nB: 2\n \nC: 3').map((b) => [...b.keys()]),
  ).toEqual([['a', 'b'], ['c']]);
  expect(readFields('').size).toBe(0);
});

test.each([
  ['rfc822; ada@reed.example', 'ada@reed.example'],
  ['smtp;550 (really) no', '550  no'],
  ['ada', 'ada'],
  ['X-Postfix; a; b', 'a; b'],
])('%j without its type', (value, bare) => expect(untyped(value)).toBe(bare));
