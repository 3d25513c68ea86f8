/** A server and its port. */
import type { AddressInfo, Server } from 'node:net';

const words: { [code: string]: string } = {
  EADDRINUSE: 'another program uses it',
  EACCES: 'it needs more rights',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such name',
};

/** Listens on a port (0: any that is free) of one address. What stands in the way in words, or null. */
export function listenAt(
  server: Pick<Server, 'once' | 'off' | 'listen'>,
  port: number,
  host: string,
): Promise<string | null> {
  return new Promise((resolve) => {
    const refuse = (error: NodeJS.ErrnoException): void => {
      server.off('listening', accept);
      resolve(words[error.code ?? ''] ?? error.message);
    };
    const accept = (): void => {
      server.off('error', refuse);
      resolve(null);
    };
    server.once('error', refuse).once('listening', accept).listen(port, host);
  });
}

/** The port on which a server listens. */
export function portOf(server: Pick<Server, 'address'>): number {
  return (server.address() as AddressInfo).port;
}
