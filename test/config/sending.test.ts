import { expect, test } from 'vitest';
import { sendingSchema } from '../../src/config/sending.ts';

test('without a word, mails go into a Maildir and TLS is asked for', () => {
  expect(sendingSchema.parse({})).toEqual({
    transport: 'file',
    folder: '.digestif/outbox',
    security: 'starttls',
    program: '/usr/sbin/sendmail',
    connections: 5,
    tries: 8,
    errorShare: 0.25,
  });
});

const wrong: { [key: string]: unknown }[] = [
  { rate: '50' },
  { rate: '0/s' },
  { domainRate: '5/day' },
  { connections: 0 },
  { connections: 101 },
  { errorShare: 0 },
  { port: 65_536 },
  { password: 'geese' },
  { returnPath: 'nobody' },
];
test.each(wrong)('%j is refused', (block) => expect(sendingSchema.safeParse(block).success).toBe(false));
