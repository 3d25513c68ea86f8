import { fail } from '../../errors.ts';

/** Most bytes of a mail that are read: a report comes before the mail it is about. */
export const longestMail = 1_000_000;

/** A mailbox that cannot be read is a fault: who reads it must not believe that nothing came. */
export function failToRead(name: string, error: unknown, hint?: string): never {
  const { message } = error as Error;
  return fail('mailbox-unread', `${name}: ${message}`, hint === undefined ? {} : { hint });
}
