import { expect, test } from 'vitest';
import { readPlainBounce } from '../../src/deliver/plain-bounces.ts';

test.each([
  ['failure notice\n<ada@pond.example>:\n550 5.1.1 no such user', 'hard', '550 5.1.1 no such user'],
  ['Undeliverable: x\nDid not reach the following recipient:\n552 mailbox full', 'soft', '552 mailbox full'],
  ['Returned mail: see transcript\n554 5.0.0 Service unavailable', 'soft', '554 5.0.0 Service unavailable'],
  ['Warning: could not send message for past 4 hours\n4.4.1 timed out', 'other', '4.4.1 timed out'],
  [
    'Mail delivery failed: x\nIt was delayed. This is a permanent error.\n550 5.1.1 unknown',
    'hard',
    '550 5.1.1 unknown',
  ],
  ['Unzustellbar: Gänse\n550 5.1.10 Empfänger unbekannt', 'hard', '550 5.1.10 Empfänger unbekannt'],
  ['failure notice\nnobody says why', 'soft', 'failure notice nobody says why'],
])('%j', (text, kind, words) => expect(readPlainBounce(text)).toEqual({ kind, words }));

test('a text that speaks of something else is none', () => {
  expect(readPlainBounce('The geese\n550 of them, 5.1.1 by the lake')).toBeNull();
});

test('the words of the mail that came back count for nothing', () => {
  const report = 'failure notice\nmailbox is full\n\n--- Below this line is a copy of the message.\n';
  expect(readPlainBounce(`${report}550 5.1.1 user unknown`)?.kind).toBe('soft');
  expect(readPlainBounce('failure notice\nmailbox is full\nReceived: 550 5.1.1 user unknown')?.kind).toBe(
    'soft',
  );
});
