import { expect, test } from 'vitest';
import { DigestifError } from '../../../src/errors.ts';
import { failToRead } from '../../../src/io/mailbox/reading.ts';

test('a mailbox that cannot be read is a fault with its name', () => {
  try {
    failToRead('Maildir', new Error('no such folder'), 'Make it.');
  } catch (error) {
    expect((error as DigestifError).diagnostics).toEqual([
      { code: 'mailbox-unread', severity: 'error', message: 'Maildir: no such folder', hint: 'Make it.' },
    ]);
  }
  expect(() => failToRead('x', new Error('y'))).toThrow(DigestifError);
});
