import isEmail from 'validator/lib/isEmail.js';
import { stripInvisible } from '../text/invisible.ts';
import { asciiHost, isAddress } from './headers.ts';

/** The address as it is kept, or why mail cannot be sent to it. */
export type AddressReading = { address: string } | { fault: string };

/**
 * Reads one address as people write it: `mailto:`, angle brackets and white space around it are left out, the domain is
 * lower-cased and written in ASCII (IDNA). The local part, which only its own server understands, stays as it is:
 * case, plus-tags and letters beyond ASCII (SMTPUTF8, of the Basic Multilingual Plane) too.
 */
export function readAddress(text: string): AddressReading {
  const bare = text
    .trim()
    .replace(/^mailto:/iu, '')
    .replace(/^<(.*)>$/u, '$1')
    .trim();
  if (bare === '') return { fault: 'is empty' };
  const at = bare.lastIndexOf('@');
  if (at === -1) return { fault: 'has no @' };
  if (stripInvisible(bare) !== bare || /\p{Cc}/u.test(bare))
    return { fault: 'has a sign in it that cannot be seen' };
  const local = bare.slice(0, at);
  if (local === '') return { fault: 'has nothing before the @' };
  if (!local.startsWith('"') && /\s/u.test(bare)) return { fault: 'has a space in it' };
  const domain = asciiHost(bare.slice(at + 1));
  if (domain === null) return { fault: 'has no usable domain after the @' };
  const address = `${local}@${domain}`;
  if (address.length > 254) return { fault: 'is longer than 254 characters' };
  if (isEmail.default(address) && isAddress(address)) return { address };
  return {
    fault: isEmail.default(`a@${domain}`)
      ? 'is not well-formed before the @'
      : 'has no usable domain after the @',
  };
}
