import { isIP } from 'node:net';
import { z } from 'zod';

/** An address, or a network with the length of its prefix: `10.0.0.0/8`, `fd00::/8`. */
function isNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const bits = isIP(address) === 4 ? 32 : 128;
  const isLength = length === undefined || (/^\d{1,3}$/u.test(length) && Number(length) <= bits);
  return isIP(address) !== 0 && isLength && rest.length === 0;
}

/** The block `serve:`. The secret that signs links is in the environment: DIGESTIF_SECRET. */
export const serveSchema = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .refine((url) => !/[?#]|\/\/[^/]*@/u.test(url), 'an address without ?, # and password')
      .optional()
      .describe(
        'Public address of `digestif serve`, with a path if it has one. Links in mails lead there: to confirm, to unsubscribe.',
      ),
    host: z
      .string()
      .min(1)
      .default('127.0.0.1')
      .describe('Address of this machine to listen on; `::` is all of them.'),
    port: z.int().min(1).max(65_535).default(4470).describe('Port to listen on, 1 to 65535.'),
    trustedProxies: z
      .array(z.string().refine(isNetwork, 'an address or a network such as 10.0.0.0/8'))
      .default(['127.0.0.1', '::1'])
      .describe(
        'Addresses or networks of reverse proxies: only what they say in X-Forwarded-For of a visitor is believed.',
      ),
    confirmDays: z
      .int()
      .min(1)
      .max(30)
      .default(7)
      .describe(
        'Days for which the link of a confirmation mail works, 1 to 30. Who has not confirmed by then is forgotten.',
      ),
  })
  .prefault({})
  .describe('The public web app: archive, subscribing, unsubscribing.');
