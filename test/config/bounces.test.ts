import { expect, test } from 'vitest';
import { bouncesSchema } from '../../src/config/bounces.ts';

test('nothing need be said', () => {
  expect(bouncesSchema.parse(undefined)).toEqual({ security: 'tls', folder: 'INBOX', softLimit: 3 });
});

const wrong: { [key: string]: unknown }[] = [
  { mailbox: 'pop3' },
  { softLimit: 0 },
  { softLimit: 21 },
  { port: 0 },
  { password: 'geese' },
  { path: '' },
];
test.each(wrong)('%j is refused', (block) => expect(bouncesSchema.safeParse(block).success).toBe(false));
