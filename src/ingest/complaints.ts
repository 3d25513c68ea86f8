import { diagnose } from '../errors.ts';
import type { Decoded } from '../text/encodings.ts';
import { lineOf } from '../text/ranges.ts';
import type { Diagnostic } from '../types.ts';

/** What an editor should know of how the bytes of a file became text, whichever format it has. */
export function complainOfBytes(file: string, decoded: Decoded): Diagnostic[] {
  return [
    ...complainOfCharset(file, decoded),
    ...complainOfDoubling(file, decoded),
    ...complainOfUnreadable(file, decoded),
  ];
}

function complainOfCharset(file: string, { declared, encoding, reason, wrong }: Decoded): Diagnostic[] {
  if (wrong) {
    const hint = 'It was read as what it is. Save the file as UTF-8, or correct what it says of itself.';
    const message = `${declared} is declared, but the bytes are ${encoding}`;
    return [diagnose('wrong-charset', message, { file, hint })];
  }
  if (reason !== 'guess') return [];
  const hint = 'Look whether its accented letters are right; save it as UTF-8 to be sure.';
  return [diagnose('charset-guessed', `is not UTF-8; it was read as ${encoding}`, { file, hint })];
}

function complainOfDoubling(file: string, { doubled, text }: Decoded): Diagnostic[] {
  if (!doubled) return [];
  const line = lineOf(text, text.search(/[\u00C2-\u00F4][^\0-\x7f]/u));
  const hint =
    'Signs such as "Ã©" stood for one letter. Take the text from its source again: it is quoted as it stands.';
  return [
    diagnose('double-encoded', 'holds UTF-8 that was read wrongly and saved again', { file, line, hint }),
  ];
}

function complainOfUnreadable(file: string, { text, unreadable }: Decoded): Diagnostic[] {
  if (unreadable === 0) return [];
  const line = lineOf(text, text.indexOf('\uFFFD'));
  const hint =
    'Save the file as UTF-8. The rest of it was read; what stands beside the broken bytes is not quoted.';
  const bytes = unreadable === 1 ? '1 byte is' : `${unreadable} bytes are`;
  return [diagnose('invalid-utf8', `${bytes} not valid text`, { file, line, hint })];
}
