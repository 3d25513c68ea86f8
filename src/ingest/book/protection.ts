import { outlineOf } from '../xml/outline.ts';

/** Fonts are garbled so that they are not copied: their words can be read. */
const forFonts = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/u;

/** Files that `META-INF/encryption.xml` says to be encrypted. */
export function encryptedFiles(source: string): Set<string> {
  const found = new Set<string>();
  let algorithm = '';
  for (const element of outlineOf(source)) {
    if (element.name === 'EncryptedData') algorithm = '';
    else if (element.name === 'EncryptionMethod') algorithm = element.attribute('Algorithm');
    else if (element.name === 'CipherReference' && !forFonts.test(algorithm))
      found.add(decode(element.attribute('URI')));
  }
  return found;
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/^\/+/u, '');
  } catch {
    return uri;
  }
}
