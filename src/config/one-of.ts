import { z } from 'zod';

/** A value that is one of a few names; whoever writes another is told them all. */
export function oneOf<const T extends readonly [string, string, ...string[]]>(names: T) {
  const list = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  return z.enum(names, { error: ({ input }) => `${JSON.stringify(input)} is not known; it can be ${list}` });
}
