import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const reference = /&(?:#(\d{1,8})|#[xX]([\da-fA-F]{1,7})|([A-Za-z][A-Za-z\d]{0,31}));/gu;

const windows = new TextDecoder('windows-1252');

/**
 * Character references decoded once: those of XML, and those of HTML that feeds use without declaring them. What is
 * no reference stays as written; entities that the file itself declares are never expanded.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (written, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return decodeName(name) ?? written;
    return characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
  });
}

function decodeName(name: string): string | null {
  if (name === 'apos') return "'";
  const decoded = decodeNamedCharacterReference(name);
  return decoded === false ? null : decoded;
}

/** Numbers 128 to 159 mean windows-1252, as browsers have it. */
function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return windows.decode(Uint8Array.of(code));
  const half = code >= 0xd800 && code <= 0xdfff;
  return code === 0 || half || code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
}
