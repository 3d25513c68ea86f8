import { expect, test } from 'vitest';
import { codeIn, judge, saysGone } from '../../src/deliver/verdicts.ts';

// Status, the server's words, and what they mean.
const hard = [
  ['5.1.1', '550 5.1.1 User unknown'],
  ['5.1.2', 'Host unknown'],
  ['5.1.10', 'Null MX'],
  ['5.1.6', 'has moved'],
  ['5.2.1', '550 5.2.1 The account is disabled'],
  ['5.4.4', 'Host or domain name not found'],
  ['5.4.1', '550 5.4.1 Recipient address rejected: Access denied'],
  ['5.7.13', 'User account disabled'],
  ['5.0.0', '550 5.1.1 no such user'],
  ['5.0.0', '550 Requested action not taken: mailbox unavailable'],
  ['5.0.0', '553 sorry, that domain is not known here'],
  ['5.5.0', '550 5.5.0 Requested action not taken: mailbox unavailable'],
  ['5.3.0', '553 5.3.0 <ada@pond.example>... User unknown'],
  [null, '550-5.1.1 The email account does not exist'],
  [null, 'Sorry, no mailbox here by that name. (#5.1.1)'],
  [null, "This user doesn't exist"],
  ['5.0.0', '550 no'],
] as const;

const soft = [
  ['4.4.1', 'Connection timed out'],
  ['4.2.2', '452 mailbox full'],
  ['5.2.2', '552 5.2.2 mailbox full'],
  ['5.2.3', 'message too large'],
  ['5.3.4', 'message too big for system'],
  ['5.1.7', 'bad sender'],
  ['5.1.8', 'bad sender domain'],
  ['5.4.6', 'mail loop'],
  ['5.4.14', 'Hop count exceeded'],
  ['5.4.7', 'delivery time expired'],
  ['5.6.7', 'SMTPUTF8 is needed'],
  ['5.7.1', '550 5.7.1 spam'],
  ['5.7.26', 'unauthenticated, see DMARC'],
  ['5.0.0', '550 blocked by policy, user unknown to our reputation list? no: spam 552 mailbox full'],
  ['5.0.0', '550 Message rejected as spam'],
  ['5.0.0', '554 no'],
  ['5.0.0', 'quota exceeded'],
  [null, '421 try again'],
  [null, ''],
  ['', 'something went wrong'],
  ['x', 'the moon is full'],
] as const;

test.each(hard)('%s %s is hard', (status, words) => expect(judge(status, words)).toBe('hard'));
test.each(soft)('%s %s is soft', (status, words) => expect(judge(status, words)).toBe('soft'));

test.each([
  ['at 5.1.1.', '5.1.1'],
  ['(#5.1.10)', '5.1.10'],
  ['2.0.0 then 4.2.2', '4.2.2'],
  ['192.5.1.1', null],
  ['5.1.1.7', null],
  ['version 15.1.1', null],
])('the code in %j is %s', (text, code) => expect(codeIn(text)).toBe(code));

test('nobody is there only where a server says so by a code', () => {
  expect(saysGone('550 5.1.1 no such reader')).toBe(true);
  for (const reply of ['550 no such reader', '552 5.2.2 mailbox full', '451 4.1.1 later', '', null])
    expect(saysGone(reply)).toBe(false);
});
