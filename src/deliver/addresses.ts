import isEmail from 'validator/lib/isEmail.js';
import { stripInvisible } from '../text/invisible.ts';
import { asciiHost, isAddress } from './headers.ts';

/** The address as it is kept, or why mail cannot be sent to it. */
export type AddressReading = { address: string } | { fault: string };

/**
 * Reads one address as people write it: `mailto:`, angle brackets and white space around it are left out, the domain is
 * lower-cased and written in ASCII (IDNA). The local part, which only its own server understands, stays as it is:
 * case, plus-tags and letters beyond ASCII (SMTPUTF8, of the Basic Multilingual Plane) too. Only quotes and backslashes
 * that mean nothing are left out (RFC 5321, 4.1.2), so that nobody is several people by them.
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
  const address = `${unquote(local)}@${domain}`;
  if (address.length > 254) return { fault: 'is longer than 254 characters' };
  if (isEmail.default(address) && isAddress(address)) return { address };
  return {
    fault: isEmail.default(`a@${domain}`)
      ? 'is not well-formed before the @'
      : 'has no usable domain after the @',
  };
}

/** A quoted local part in its one form: without quotes where it can stand without them. Any other stays as it is. */
function unquote(local: string): string {
  const [, quoted] = /^"((?:[^"\\]|\\.)+)"$/u.exec(local) ?? [];
  if (quoted === undefined) return local;
  const bare = quoted.replace(/\\(.)/gu, '$1');
  const isAtoms = /^[^\s\p{C}()<>[\]:;@\\,".]+(?:\.[^\s\p{C}()<>[\]:;@\\,".]+)*$/u.test(bare);
  return isAtoms ? bare : `"${bare.replace(/["\\]/gu, '\\$&')}"`;
}
