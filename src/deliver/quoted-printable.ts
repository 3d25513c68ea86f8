/** Quoted-printable (RFC 2045) in a form that nothing on the way has a reason to touch. */

/** Most signs of a line without the `=` of a soft line break, and the two more of a guarded start. */
const longest = 73;

/** How every byte is written; 61 is `=`. */
const written: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte >= 32 && byte < 127 && byte !== 61
    ? String.fromCharCode(byte)
    : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
);

/**
 * A text with LF line ends as seven-bit lines of at most 76 signs, ended by CRLF. Lines begin with no dot and no
 * `From `, and end in no space; of two spaces one is encoded. So servers leave them alone, and the relaxed form of
 * DKIM is the bytes themselves. A text without a line end at its end has none when decoded either.
 */
export function encodeText(text: string): string {
  return text.split('\n').map(encodeLine).join('\r\n');
}

function encodeLine(line: string): string {
  const bytes = Buffer.from(line);
  let out = '';
  let current = '';
  /** Length of `current` after its last space, where a break reads best. */
  let afterSpace = 0;
  for (let i = 0; i < bytes.length; i++) {
    let sign = written[bytes[i] ?? 0] ?? '';
    if (sign === ' ' && (i === bytes.length - 1 || current.endsWith(' '))) sign = '=20';
    if (current.length + sign.length > longest) {
      const end = afterSpace > longest / 2 ? afterSpace : current.length;
      out += `${guardStart(current.slice(0, end))}=\r\n`;
      current = current.slice(end);
      afterSpace = 0;
    }
    current += sign;
    if (sign === ' ') afterSpace = current.length;
  }
  return out + guardStart(current);
}

/** A dot alone would end the mail, `From ` would begin another one in a mailbox. */
function guardStart(line: string): string {
  if (line.startsWith('.')) return `=2E${line.slice(1)}`;
  return line.startsWith('From ') ? `=46${line.slice(1)}` : line;
}
