import { Resolver } from 'node:dns/promises';

/** Codes of an answer that says there is nothing, as opposed to no answer. */
const nothing = new Set(['ENOTFOUND', 'ENODATA']);

/**
 * Asks name servers (those of the machine, or `address:port`) for the TXT values at a name, each joined from its
 * strings. Throws where none answers within some seconds.
 */
export function openResolver(
  servers?: readonly string[],
  patience = { timeout: 2500, tries: 2 },
): (name: string) => Promise<string[]> {
  const resolver = new Resolver(patience);
  if (servers) resolver.setServers(servers);
  return async (name) => {
    try {
      return (await resolver.resolveTxt(name)).map((strings) => strings.join(''));
    } catch (error) {
      if (nothing.has((error as NodeJS.ErrnoException).code ?? '')) return [];
      throw error;
    }
  };
}
